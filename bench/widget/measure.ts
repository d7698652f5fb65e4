import { setTimeout as sleep } from "node:timers/promises";
import type { Browser } from "playwright-core";
import { traceScroll } from "./frame-trace";
import { droppedFrames } from "./page-probe";
import { locate, press, scrollUp, type } from "./pointer";
import { LAST_WORDS } from "./scripted-answer";
import type { ShopFront, Stall } from "./shop-front";
import { loadingFigures, seriousBarriers, type Visit, visitPage } from "./visit";

/** One run's figures of one chat; milliseconds, bytes and shares. What could not be measured is null. */
export type Figures = Record<FigureName, number | null>;
export type FigureName =
  | "markupBytes"
  | "markupBytesAlone"
  | "fileBytes"
  | "fileCount"
  | "callsBefore"
  | "strangersBefore"
  | "blocking"
  | "largestPaint"
  | "layoutShift"
  | "launcherAt"
  | "usableWarm"
  | "usableCold"
  | "bytesAfter"
  | "typing"
  | "sending"
  | "idleDropped"
  | "streamDropped"
  | "streamLongTasks"
  | "scrollDropped"
  | "scrollUnpainted"
  | "barriers";

export interface Outcome {
  figures: Partial<Figures>;
  /** What went otherwise than it should, in sentences. */
  notes: string[];
}

const OPENING_PATIENCE_MS = 15_000;
const AFTER_OPENING_MS = 2500;
const QUESTION = "Is it warm";

/** A visit in which the pointer comes near first, then a question and its answer of 500 tokens. */
export async function measureVisit(browser: Browser, front: ShopFront, stall: Stall): Promise<Outcome> {
  const visit = await visitPage(browser, front, stall, { slowFrom: "start" });
  const notes: string[] = [];
  try {
    const before = await describeBefore(visit, front);
    const usableWarm = await open(visit, true, notes);
    const talk = await measureTalk(visit, front, notes);
    const barriers = await seriousBarriers(visit.page, stall.prepared.root[0] ?? "body");
    if (barriers.length > 0) notes.push(`axe: ${barriers.join(", ")}`);
    if (visit.errors.length > 0) notes.push(`error on the page: ${visit.errors[0]}`);
    return { figures: { ...before, usableWarm, ...talk, barriers: barriers.length }, notes };
  } finally {
    await visit.context.close();
  }
}

async function describeBefore(
  { sightings, strangers, stall }: Visit,
  front: ShopFront,
): Promise<Partial<Figures>> {
  const { files, calls } = front.served;
  return {
    markupBytes: front.markupBytes(stall.name),
    markupBytesAlone: front.markupBytesAlone(stall.name),
    fileBytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
    fileCount: files.length,
    callsBefore: calls.length,
    strangersBefore: strangers.length,
    launcherAt: (await sightings()).launcherAt,
  };
}

/** A visit in which nothing is done and nothing watched but what the browser itself notes. */
export async function measureLoading(browser: Browser, front: ShopFront, stall: Stall): Promise<Outcome> {
  const visit = await visitPage(browser, front, stall, { slowFrom: "start", watched: false });
  try {
    const { blocking, largestPaintAt, layoutShift } = loadingFigures(await visit.sightings());
    return { figures: { blocking, largestPaint: largestPaintAt, layoutShift }, notes: [] };
  } finally {
    await visit.context.close();
  }
}

/** Milliseconds from the click to a field that has the focus on the screen; one that never takes it counts when shown. */
async function open(
  { page, devtools, stall, sightings }: Visit,
  warm: boolean,
  notes: string[],
): Promise<number | null> {
  const { launcher } = stall.prepared;
  await press(devtools, await locate(page, launcher), warm);
  const shown = await waitUntil(async () => (await sightings()).fieldShownAt !== null, OPENING_PATIENCE_MS);
  await sleep(AFTER_OPENING_MS);
  const { clickAt, fieldShownAt, fieldFocusedAt } = await sightings();
  if (!shown || clickAt === null) {
    notes.push("no field after the click");
    return null;
  }
  if (fieldFocusedAt === null) notes.push("the field does not take the focus by itself");
  return (fieldFocusedAt ?? fieldShownAt ?? Number.NaN) - clickAt;
}

async function measureTalk(visit: Visit, front: ShopFront, notes: string[]): Promise<Partial<Figures>> {
  const { page, devtools, stall, sightings } = visit;
  const { field, sendButton, root } = stall.prepared;
  const focused = (await sightings()).fieldFocusedAt !== null;
  if (!focused) await press(devtools, await locate(page, field), true);
  const idle = await recordFrames(visit, () => sleep(1500));
  const typedAt = await page.evaluate(() => performance.now());
  await type(page, QUESTION);
  await sleep(300);
  const sentAt = await page.evaluate(() => performance.now());
  front.served.stream = null;
  if (sendButton) await press(devtools, await locate(page, sendButton), true);
  else await page.keyboard.press("Enter");
  if (!(await waitUntil(async () => front.served.stream !== null, OPENING_PATIENCE_MS))) {
    notes.push("no question reached the scripted server");
    return { idleDropped: idle.share };
  }
  const streamedFrom = await page.evaluate(() => performance.now());
  const streaming = await recordFrames(visit, async () => {
    await front.served.stream;
    await sleep(800);
  });
  const arrived = await waitUntil(
    () => page.evaluate(holdsText, { path: root, words: LAST_WORDS }),
    OPENING_PATIENCE_MS,
  );
  if (!arrived) notes.push("the end of the answer is not on the page");
  const seen = await sightings();
  const slowest = (from: number, to: number): number =>
    Math.max(
      0,
      ...seen.inputs.filter(({ start }) => start >= from && start < to).map(({ duration }) => duration),
    );
  return {
    typing: slowest(typedAt, sentAt),
    sending: slowest(sentAt, Number.POSITIVE_INFINITY),
    idleDropped: idle.share,
    streamDropped: streaming.share,
    streamLongTasks: seen.longTasks.filter(({ start }) => start >= streamedFrom).length,
  };
}

/** Runs in the page: whether the words stand below the element, in whatever shadow root. */
function holdsText({ path, words }: { path: string[]; words: string }): boolean {
  const read = (node: Node): string => {
    if (node instanceof Text) return node.data;
    const inner = node instanceof Element && node.shadowRoot ? [...node.shadowRoot.childNodes] : [];
    return [...inner, ...node.childNodes].map(read).join("");
  };
  const top = document.querySelector(path[0] ?? "body");
  return read(top ?? document.body)
    .replace(/\s+/g, " ")
    .includes(words);
}

async function recordFrames({ page }: Visit, during: () => Promise<unknown>) {
  await page.evaluate(() => window.probe.recordFrames());
  await during();
  return droppedFrames(await page.evaluate(() => window.probe.endFrames()));
}

/** A visit in which the click comes out of nowhere: how long, and what is fetched for it. */
export async function measureColdOpening(browser: Browser, front: ShopFront, stall: Stall): Promise<Outcome> {
  const visit = await visitPage(browser, front, stall, { slowFrom: "loaded" });
  const notes: string[] = [];
  try {
    const filesBefore = front.served.files.length;
    const usableCold = await open(visit, false, notes);
    const bytesAfter = front.served.files.slice(filesBefore).reduce((sum, { bytes }) => sum + bytes, 0);
    return { figures: { usableCold, bytesAfter }, notes };
  } finally {
    await visit.context.close();
  }
}

/** A visit to a conversation of 300 messages, which is scrolled up. */
export async function measureScrolling(browser: Browser, front: ShopFront, stall: Stall): Promise<Outcome> {
  const { history } = stall.prepared;
  if (!history) return { figures: {}, notes: [] };
  const visit = await visitPage(browser, front, stall, { slowFrom: "loaded", query: "?history" });
  const notes: string[] = [];
  try {
    await open(visit, true, notes);
    const { x, y } = await locate(visit.page, history.scroller);
    const scrolled = await traceScroll(browser, () => scrollUp(visit.devtools, x, y));
    const moved = await visit.page.evaluate((path) => {
      const element = window.probe.find(path);
      return (
        element !== null && element.scrollHeight - element.clientHeight - Math.abs(element.scrollTop) > 5000
      );
    }, history.scroller);
    if (!moved) notes.push("the history did not scroll");
    if (!moved) return { figures: {}, notes };
    return { figures: { scrollDropped: scrolled.dropped, scrollUnpainted: scrolled.unpainted }, notes };
  } finally {
    await visit.context.close();
  }
}

async function waitUntil(isSo: () => Promise<boolean>, patienceMs: number): Promise<boolean> {
  const deadline = performance.now() + patienceMs;
  while (performance.now() < deadline) {
    if (await isSo()) return true;
    await sleep(100);
  }
  return false;
}
