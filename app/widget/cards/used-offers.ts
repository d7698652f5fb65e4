import type { Memory } from "../storage";

const KEY = "used";
/** So many are remembered; who scrolls back further has long been answered otherwise. */
const MAX_KEPT = 50;

/** Offers that the shopper has taken up already: a page that is drawn anew must not make them again. */
export function wasUsed(memory: Memory, offer: string): boolean {
  return read(memory).includes(offer);
}

export function noteUse(memory: Memory, offer: string): void {
  memory.set(KEY, [...read(memory), offer].slice(-MAX_KEPT).join(" "));
}

const read = (memory: Memory) => memory.get(KEY)?.split(" ") ?? [];
