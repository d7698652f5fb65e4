import { setTimeout as sleep } from "node:timers/promises";
import type { Browser } from "playwright-core";
import { openPhonePage, slowDown } from "./conditions";
import { traceScroll } from "./frame-trace";
import type { Outcome } from "./measure";
import { droppedFrames, installProbe } from "./page-probe";
import { scrollUp } from "./pointer";
import { historyMessages } from "./subject";

/** What the machine and the method drop by themselves; above this, figures of dropped frames mean little. */
export const PLAIN_PAGE = "plain page";

const STREAM_MS = 5000;

/** A page of 300 paragraphs and nothing else, in the conditions of the chats. */
export async function measurePlainPage(browser: Browser): Promise<Outcome> {
  const { context, page, devtools } = await openPhonePage(browser);
  try {
    await page.addInitScript("globalThis.__name ??= (it) => it;");
    await page.addInitScript(installProbe, { launcher: [], field: [] });
    await page.goto(`data:text/html,${encodeURIComponent(plainPage())}`);
    await slowDown(devtools);
    await page.evaluate(() => window.probe.recordFrames());
    await sleep(1500);
    const idle = await page.evaluate(() => window.probe.endFrames());
    await page.evaluate(() => window.probe.recordFrames());
    await page.evaluate(writeEachFrame, STREAM_MS);
    const writing = await page.evaluate(() => window.probe.endFrames());
    const scrolled = await traceScroll(browser, () => scrollUp(devtools, 206, 400));
    return {
      figures: {
        idleDropped: droppedFrames(idle).share,
        streamDropped: droppedFrames(writing).share,
        scrollDropped: scrolled.dropped,
        scrollUnpainted: scrolled.unpainted,
      },
      notes: [],
    };
  } finally {
    await context.close();
  }
}

function plainPage(): string {
  const paragraphs = historyMessages().map(({ text }) => `<p>${text}</p>`);
  return `<!doctype html><style>#log{position:fixed;inset:120px 20px 88px;overflow:auto;font:15px/1.5 sans-serif}</style>
<p id="line">0</p><div id="log">${paragraphs.join("")}</div><script>const log=document.getElementById("log");log.scrollTop=log.scrollHeight</script>`;
}

/** Runs in the page: one word changes each frame. */
function writeEachFrame(milliseconds: number): Promise<void> {
  const line = document.getElementById("line");
  const until = performance.now() + milliseconds;
  return new Promise((resolve) => {
    const write = () => {
      if (line) line.textContent = `${performance.now()}`;
      if (performance.now() < until) requestAnimationFrame(write);
      else resolve();
    };
    requestAnimationFrame(write);
  });
}
