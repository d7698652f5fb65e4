import { table } from "../report";
import type { FigureName, Figures, Outcome } from "./measure";

/** Keeps what was measured, run by run, and prints the medians. */
export interface Tally {
  take(name: string, measure: () => Promise<Outcome>): Promise<void>;
  miss(name: string, reason: string): void;
  describeLast(name: string): string;
  print(): void;
}

interface Record {
  values: Partial<globalThis.Record<FigureName, number[]>>;
  last: Partial<Figures>;
  notes: Map<string, number>;
}

export function createTally(): Tally {
  const records = new Map<string, Record>();
  const missing: [string, string][] = [];

  function recordOf(name: string): Record {
    const known = records.get(name) ?? { values: {}, last: {}, notes: new Map() };
    records.set(name, known);
    return known;
  }
  function note(record: Record, sentence: string): void {
    record.notes.set(sentence, (record.notes.get(sentence) ?? 0) + 1);
  }
  const medianOf = (name: string, figure: FigureName): number | null => {
    const sorted = (records.get(name)?.values[figure] ?? []).toSorted((a, b) => a - b);
    const middle = sorted.length / 2;
    if (sorted.length === 0) return null;
    return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2;
  };

  return {
    async take(name, measure) {
      const record = recordOf(name);
      try {
        const { figures, notes } = await measure();
        for (const [figure, value] of Object.entries(figures) as [FigureName, number | null][]) {
          if (value === null || Number.isNaN(value)) continue;
          record.values[figure] = [...(record.values[figure] ?? []), value];
        }
        record.last = { ...record.last, ...figures };
        for (const sentence of notes) note(record, sentence);
      } catch (error) {
        note(record, `failed: ${(error as Error).message.split("\n")[0]}`);
      }
    },
    miss: (name, reason) => void missing.push([name, reason]),
    describeLast: (name) => {
      const { usableWarm, usableCold, streamDropped, blocking } = recordOf(name).last;
      const show = (value: number | null | undefined) =>
        value === null || value === undefined ? "–" : value.toFixed(2);
      return `usable ${show(usableWarm)} warm ${show(usableCold)} cold, blocking ${show(blocking)}, dropped ${show(streamDropped)}`;
    },
    print() {
      const names = [...records.keys()];
      for (const columns of TABLES) {
        const rows = names.map((name) => [
          name,
          ...columns.map(({ figure, write, lessNothing }) => {
            const value = medianOf(name, figure);
            const base = lessNothing && name !== "nothing" ? (medianOf("nothing", figure) ?? 0) : 0;
            return value === null ? "–" : write(value - base);
          }),
        ]);
        console.log(`\n${table(["", ...columns.map(({ heading }) => heading)], rows)}`);
      }
      const notes = names.flatMap((name) =>
        [...recordOf(name).notes].map(([sentence, count]) => `${name}: ${sentence} (${count})`),
      );
      const missed = missing.map(([name, reason]) => `${name} is not measured: ${reason}`);
      console.log(["", ...notes, ...missed].join("\n"));
    },
  };
}

interface Column {
  heading: string;
  figure: FigureName;
  write(value: number): string;
  /** Shown as the difference to the page without a chat. */
  lessNothing?: boolean;
}

const kilobytes = (value: number): string => (value / 1024).toFixed(2);
const whole = (value: number): string => `${Math.round(value)}`;
const seconds = (value: number): string => (value / 1000).toFixed(2);
const percent = (value: number): string => `${(value * 100).toFixed(1)} %`;

const TABLES: Column[][] = [
  [
    { heading: "markup KB", figure: "markupBytes", write: kilobytes },
    { heading: "alone KB", figure: "markupBytesAlone", write: kilobytes },
    { heading: "files KB", figure: "fileBytes", write: kilobytes },
    { heading: "files", figure: "fileCount", write: whole },
    { heading: "calls", figure: "callsBefore", write: whole },
    { heading: "strangers", figure: "strangersBefore", write: whole },
    { heading: "blocking +ms", figure: "blocking", write: whole, lessNothing: true },
    { heading: "LCP +s", figure: "largestPaint", write: seconds, lessNothing: true },
    { heading: "CLS +", figure: "layoutShift", write: (value) => value.toFixed(3), lessNothing: true },
    { heading: "launcher s", figure: "launcherAt", write: seconds },
  ],
  [
    { heading: "usable ms", figure: "usableWarm", write: whole },
    { heading: "cold ms", figure: "usableCold", write: whole },
    { heading: "KB after", figure: "bytesAfter", write: kilobytes },
    { heading: "typing ms", figure: "typing", write: whole },
    { heading: "sending ms", figure: "sending", write: whole },
    { heading: "dropped idle", figure: "idleDropped", write: percent },
    { heading: "dropped streaming", figure: "streamDropped", write: percent },
    { heading: "long tasks", figure: "streamLongTasks", write: whole },
    { heading: "dropped scrolling", figure: "scrollDropped", write: percent },
    { heading: "unpainted", figure: "scrollUnpainted", write: percent },
    { heading: "axe", figure: "barriers", write: whole },
  ],
];
