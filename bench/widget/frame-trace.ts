import type { Browser } from "playwright-core";
import { recordTrace, type TraceEvent } from "./trace";

/** How a scroll looked on the screen; shares of the frames in which the page was to move. */
export interface ScrollFrames {
  expected: number;
  /** Nothing moved on the screen in these. */
  dropped: number;
  /** These moved, with parts not painted yet. */
  unpainted: number;
}

/** What the compositor tells of one sixtieth of a second; a frame may be told of twice, once a thread. */
interface FrameReport {
  state: "STATE_NO_UPDATE_DESIRED" | "STATE_DROPPED" | "STATE_PRESENTED_PARTIAL" | "STATE_PRESENTED_ALL";
  scroll_state: "SCROLL_NONE" | "SCROLL_COMPOSITOR_THREAD" | "SCROLL_MAIN_THREAD";
  frame_sequence: number;
  frame_source: number;
  checkerboarded_needs_raster: boolean;
  checkerboarded_needs_record: boolean;
}

/**
 * Scrolling happens on the compositor, whatever the page's own thread does: callbacks of `requestAnimationFrame` say
 * nothing of it, and miss frames on a page of mere text. So Chromium's own record of each frame is read.
 */
export async function traceScroll(browser: Browser, during: () => Promise<unknown>): Promise<ScrollFrames> {
  return countScrollFrames(
    await recordTrace(browser, ["disabled-by-default-devtools.timeline.frame"], during),
  );
}

function countScrollFrames(events: TraceEvent[]): ScrollFrames {
  const frames = new Map<string, FrameReport[]>();
  for (const { name, ph, pid, args } of events) {
    const report: FrameReport | undefined = args.frame_reporter;
    if (name !== "PipelineReporter" || ph !== "b" || !report) continue;
    if (report.scroll_state === "SCROLL_NONE" || report.state === "STATE_NO_UPDATE_DESIRED") continue;
    const frame = `${pid} ${report.frame_source} ${report.frame_sequence}`;
    frames.set(frame, [...(frames.get(frame) ?? []), report]);
  }
  const reports = [...frames.values()];
  const share = (isSo: (frame: FrameReport[]) => boolean): number =>
    reports.length > 0 ? reports.filter(isSo).length / reports.length : Number.NaN;
  return {
    expected: reports.length,
    dropped: share((frame) => !frame.some(hasMoved)),
    unpainted: share((frame) => frame.some((it) => hasMoved(it) && isUnpainted(it))),
  };
}

/** A frame without what the page's own thread was to add has moved all the same, where the compositor scrolls. */
function hasMoved({ state, scroll_state }: FrameReport): boolean {
  return (
    state === "STATE_PRESENTED_ALL" ||
    (state === "STATE_PRESENTED_PARTIAL" && scroll_state === "SCROLL_COMPOSITOR_THREAD")
  );
}

function isUnpainted(report: FrameReport): boolean {
  return report.checkerboarded_needs_raster || report.checkerboarded_needs_record;
}
