import type { Day } from "./calendar";

/** A day, or some days, that a sentence speaks of. */
export interface FoundDate {
  kind: "date" | "weekday" | "relative";
  start: number;
  end: number;
  /** Whether a day may be what is written. */
  fits(day: Day): boolean;
  write(day: Day): string;
  /** Whether the shop's texts, or the shopper's, have it for what is spoken of. */
  isIn: { texts: boolean; shopper: boolean };
}
