import type { Browser, CDPSession } from "playwright-core";

/** An event of Chromium's own record. Times are microseconds; `tdur` is what the thread itself was busy for. */
export interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  tdur?: number;
  // biome-ignore lint/suspicious/noExplicitAny: each event has its own.
  args: any;
}

/** What Chromium records in these categories meanwhile. */
export async function recordTrace(
  browser: Browser,
  categories: string[],
  during: () => Promise<unknown>,
): Promise<TraceEvent[]> {
  const devtools = await browser.newBrowserCDPSession();
  const events: TraceEvent[] = [];
  devtools.on("Tracing.dataCollected", ({ value }) => {
    events.push(...(value as unknown as TraceEvent[]));
  });
  await devtools.send("Tracing.start", {
    transferMode: "ReportEvents",
    traceConfig: { includedCategories: categories, excludedCategories: ["*"] },
  });
  try {
    await during();
  } finally {
    await endTracing(devtools);
  }
  return events;
}

async function endTracing(devtools: CDPSession): Promise<void> {
  const complete = new Promise<void>((resolve) => devtools.once("Tracing.tracingComplete", () => resolve()));
  await devtools.send("Tracing.end");
  await complete;
  await devtools.detach();
}
