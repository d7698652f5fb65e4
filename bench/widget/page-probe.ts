import type { Path } from "./subject";

/** What the page itself noticed; times are milliseconds of its own clock. */
export interface Sightings {
  firstPaintAt: number;
  largestPaintAt: number;
  layoutShift: number;
  longTasks: { start: number; duration: number }[];
  inputs: { name: string; start: number; duration: number }[];
  launcherAt: number | null;
  clickAt: number | null;
  fieldShownAt: number | null;
  fieldFocusedAt: number | null;
}

export interface Probe {
  sightings: Sightings;
  find(path: Path): Element | null;
  /** Notes when the page's own thread could draw, until `endFrames` gives the times. */
  recordFrames(): void;
  endFrames(): number[];
}

declare global {
  interface Window {
    probe: Probe;
  }
}

/** Runs in the page before anything else. Must not refer to anything outside of itself. */
export function installProbe({ launcher, field }: { launcher: Path; field: Path }): void {
  const sightings: Sightings = {
    firstPaintAt: 0,
    largestPaintAt: 0,
    layoutShift: 0,
    longTasks: [],
    inputs: [],
    launcherAt: null,
    clickAt: null,
    fieldShownAt: null,
    fieldFocusedAt: null,
  };
  const watch = (
    options: PerformanceObserverInit & { durationThreshold?: number },
    see: (entry: never) => void,
  ) => {
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) see(entry as never);
    }).observe({ buffered: true, ...options });
  };
  watch({ type: "paint" }, (entry: PerformanceEntry) => {
    if (entry.name === "first-contentful-paint") sightings.firstPaintAt = entry.startTime;
  });
  watch({ type: "largest-contentful-paint" }, (entry: PerformanceEntry) => {
    sightings.largestPaintAt = entry.startTime;
  });
  watch({ type: "layout-shift" }, (entry: PerformanceEntry & { value: number; hadRecentInput: boolean }) => {
    if (!entry.hadRecentInput) sightings.layoutShift += entry.value;
  });
  watch({ type: "longtask" }, ({ startTime, duration }: PerformanceEntry) => {
    sightings.longTasks.push({ start: startTime, duration });
  });
  watch({ type: "event", durationThreshold: 16 }, (entry: PerformanceEntry & { interactionId: number }) => {
    if (entry.interactionId > 0)
      sightings.inputs.push({ name: entry.name, start: entry.startTime, duration: entry.duration });
  });

  const find = (path: Path): Element | null => {
    let scope: ParentNode = document;
    let element: Element | null = null;
    for (const selector of path) {
      element = scope.querySelector(selector);
      if (!element) return null;
      scope = element.shadowRoot ?? element;
    }
    return element;
  };
  const isShown = (element: Element | null): boolean => {
    if (!element?.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
    const { width, height } = element.getBoundingClientRect();
    return width > 0 && height > 0;
  };
  const isFocused = (element: Element): boolean => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    return active === element;
  };
  const afterPaint = (then: (now: number) => void): void => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => then(performance.now());
    port2.postMessage(null);
  };

  const watchLauncher = (): void => {
    if (!isShown(find(launcher))) requestAnimationFrame(watchLauncher);
    else afterPaint((now) => (sightings.launcherAt = now));
  };
  if (launcher.length > 0) requestAnimationFrame(watchLauncher);

  const watchField = (): void => {
    const element = find(field);
    const shown = isShown(element);
    if (shown && sightings.fieldShownAt === null) afterPaint((now) => (sightings.fieldShownAt ??= now));
    if (shown && element && isFocused(element)) afterPaint((now) => (sightings.fieldFocusedAt = now));
    else requestAnimationFrame(watchField);
  };
  addEventListener(
    "click",
    (event) => {
      if (sightings.clickAt !== null) return;
      sightings.clickAt = event.timeStamp;
      requestAnimationFrame(watchField);
    },
    true,
  );

  let recording = false;
  let frames: number[] = [];
  const recordFrame = (time: number): void => {
    frames.push(time);
    if (recording) requestAnimationFrame(recordFrame);
  };
  window.probe = {
    sightings,
    find,
    recordFrames() {
      recording = true;
      frames = [];
      requestAnimationFrame(recordFrame);
    },
    endFrames() {
      recording = false;
      return frames;
    },
  };
}

const FRAME_MS = 1000 / 60;

/** Which share of the frames that 60 a second make was not there, and how many there should have been. */
export function droppedFrames(times: number[]): { share: number; expected: number } {
  const gaps = times.slice(1).map((time, at) => time - (times[at] ?? time));
  const expected = Math.round(((times.at(-1) ?? 0) - (times[0] ?? 0)) / FRAME_MS);
  const dropped = gaps.reduce((sum, gap) => sum + Math.max(0, Math.round(gap / FRAME_MS) - 1), 0);
  return { share: expected > 0 ? dropped / expected : Number.NaN, expected };
}
