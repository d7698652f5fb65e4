import { createRequire } from "node:module";
import { setTimeout as sleep } from "node:timers/promises";
import type { Browser, Page } from "playwright-core";
import { openPhonePage, type PhonePage, slowDown } from "./conditions";
import { installProbe, type Sightings } from "./page-probe";
import type { ShopFront, Stall } from "./shop-front";

const SETTLE_MS = 1500;
const LONGEST_LOAD_MS = 120_000;

/** A shopper on the product page, who has not touched anything yet. */
export interface Visit extends PhonePage {
  stall: Stall;
  /** Requests that went to neither the shop nor the chat's scripted server. */
  strangers: string[];
  errors: string[];
  sightings(): Promise<Sightings>;
}

/** What is of interest: how the page loads, or only what comes after, before which it may load fast. */
export interface Interest {
  slowFrom: "start" | "loaded";
  /** Looks for the launcher in each frame from the start on, which itself costs the page a quarter of its work. */
  watched?: boolean;
  /** False leaves the processor as fast as it is. */
  slowProcessor?: boolean;
  query?: string;
}

export async function visitPage(
  browser: Browser,
  front: ShopFront,
  stall: Stall,
  { slowFrom, watched = true, slowProcessor = true, query = "" }: Interest,
): Promise<Visit> {
  const phone = await openPhonePage(browser);
  const { page } = phone;
  const strangers: string[] = [];
  const errors: string[] = [];
  page.on("request", (request) => {
    const { hostname, protocol } = new URL(request.url());
    if (protocol.startsWith("http") && hostname !== "localhost") strangers.push(request.url());
  });
  page.on("pageerror", (error) => errors.push(error.message));
  // esbuild names functions through a helper that the page does not have.
  await page.addInitScript("globalThis.__name ??= (it) => it;");
  const { launcher, field } = stall.prepared;
  await page.addInitScript(installProbe, { launcher: watched ? launcher : [], field });
  front.reset();
  if (slowFrom === "start") await slowDown(phone.devtools, slowProcessor);
  await page.goto(`${front.url}/page/${stall.name}${query}`, { waitUntil: "load", timeout: LONGEST_LOAD_MS });
  await quiet(page, slowFrom === "start" ? SETTLE_MS : 0);
  if (slowFrom === "loaded") await slowDown(phone.devtools);
  return { ...phone, stall, strangers, errors, sightings: () => page.evaluate(() => window.probe.sightings) };
}

/** Resolves when nothing is loading, and nothing has kept the page busy for a while. */
async function quiet(page: Page, settleMs: number): Promise<void> {
  await page.waitForLoadState("networkidle", { timeout: LONGEST_LOAD_MS }).catch(ignoreTimeout);
  await sleep(settleMs);
}

/** A page that never stops loading is measured as it stands. */
function ignoreTimeout(error: Error): void {
  if (error.name !== "TimeoutError") throw error;
}

/** What the largest contentful paint, the blocking time and the layout shift are, from the first paint to now. */
export function loadingFigures({ longTasks, firstPaintAt, largestPaintAt, layoutShift }: Sightings) {
  const blocking = longTasks
    .filter(({ start }) => start >= firstPaintAt)
    .reduce((sum, { duration }) => sum + duration - 50, 0);
  return { blocking, largestPaintAt, layoutShift };
}

const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

/** Barriers that axe calls serious or critical, within the chat. */
export async function seriousBarriers(page: Page, root: string): Promise<string[]> {
  await page.addScriptTag({ path: AXE });
  const found = await page.evaluate(async (selector) => {
    type Violations = { violations: { id: string; impact: string }[] };
    const { axe } = window as unknown as { axe: { run(include: object): Promise<Violations> } };
    if (!document.querySelector(selector)) return [];
    return (await axe.run({ include: [[selector]] })).violations;
  }, root);
  return found.filter(({ impact }) => impact === "serious" || impact === "critical").map(({ id }) => id);
}
