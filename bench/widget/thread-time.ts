import type { Browser } from "playwright-core";
import { CPU_SLOWDOWN } from "./conditions";
import { recordTrace, type TraceEvent } from "./trace";

const CATEGORIES = ["devtools.timeline", "disabled-by-default-devtools.timeline", "loading"];
/** Milliseconds from which on a task blocks. */
const LONG = 50;

/** What the page's own thread did from the first paint on. Milliseconds of a phone, whose processor is so much slower. */
export interface ThreadTime {
  /** Of each task, what is above 50 ms. */
  blocking: number;
  /** All tasks. */
  busy: number;
}

/**
 * Counted by the thread's own clock, which stands still while other processes have the processor: what the machine does
 * beside it changes little. The processor must not be slowed down meanwhile, for that keeps the thread busy with nothing.
 */
export async function measureThread(browser: Browser, during: () => Promise<unknown>): Promise<ThreadTime> {
  const events = await recordTrace(browser, CATEGORIES, during);
  const thread = findPageThread(events);
  const painted = thread.find(({ name }) => name === "firstContentfulPaint")?.ts;
  if (painted === undefined) throw new Error("The trace tells of no first paint.");
  const tasks = thread
    .filter(({ name, ph, ts }) => name === "RunTask" && ph === "X" && ts > painted)
    .map(({ tdur = 0 }) => (tdur / 1000) * CPU_SLOWDOWN);
  return {
    blocking: tasks.reduce((sum, time) => sum + Math.max(0, time - LONG), 0),
    busy: tasks.reduce((sum, time) => sum + time, 0),
  };
}

/** The main thread of the renderer that had the most to do. */
function findPageThread(events: TraceEvent[]): TraceEvent[] {
  const keyOf = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`;
  const threads = new Map<string, TraceEvent[]>();
  for (const event of events) {
    if (event.name === "thread_name" && event.args.name === "CrRendererMain") threads.set(keyOf(event), []);
  }
  for (const event of events) threads.get(keyOf(event))?.push(event);
  return [...threads.values()].toSorted((a, b) => b.length - a.length)[0] ?? [];
}
