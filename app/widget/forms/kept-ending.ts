import type { Memory } from "../storage";

export type Rating = "up" | "down";

const RATED_KEY = "rated";
const OFFERED_KEY = "offered";
/** So many ratings are remembered; who scrolls back further may rate again. */
const MAX_KEPT = 50;

/** What the shopper has said of a reply, on this page or an earlier one. */
export function findRating(memory: Memory, turnId: string): Rating | undefined {
  const [, rating] = readRatings(memory).find(([rated]) => rated === turnId) ?? [];
  return rating === "up" || rating === "down" ? rating : undefined;
}

export function keepRating(memory: Memory, turnId: string, rating: Rating): void {
  const others = readRatings(memory).filter(([rated]) => rated !== turnId);
  const kept = [...others, [turnId, rating]].slice(-MAX_KEPT);
  memory.set(RATED_KEY, kept.map((each) => each.join(" ")).join("\n"));
}

const readRatings = (memory: Memory) => (memory.get(RATED_KEY) ?? "").split("\n").map((it) => it.split(" "));

/** What she could go on with after a reply is kept until she says something. */
export function keepOffers(memory: Memory, turnId: string, offers: string[]): void {
  memory.set(OFFERED_KEY, [turnId, ...offers].join("\n"));
}

export function forgetOffers(memory: Memory): void {
  memory.set(OFFERED_KEY, null);
}

/** Empty where another reply was the last one, or where she has gone on since. */
export function findOffers(memory: Memory, turnId: string | null): string[] {
  const [keptFor, ...offers] = (memory.get(OFFERED_KEY) ?? "").split("\n");
  return turnId && keptFor === turnId ? offers : [];
}
