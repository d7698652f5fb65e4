import type { Correction, Evidence } from "../../conversation/conversation";

export interface GroundingOptions {
  /** Tool results of this conversation so far, oldest first; asked anew for every sentence. */
  evidence(): readonly Evidence[];
  /** What the shopper wrote in this conversation: her own figures may be repeated. */
  shopperTexts: readonly string[];
  /** Hosts that a reply may link to besides the tracking pages in evidence: the shop's own, with port where it has one. */
  allowedHosts: readonly string[];
  /** Email addresses that a reply may name, such as the shop's contact. */
  allowedEmails: readonly string[];
  /** BCP 47: how figures without a clear format are read. */
  locale: string;
  /** ISO 4217. */
  currency: string;
  /** IANA name: evidence dates are compared as days of this zone. */
  timezone: string;
  now: Date;
  /** What must not be promised in the shop's name, as the merchant wrote it ("discounts", "same-day delivery"). */
  forbiddenPromises?: readonly string[];
  /** Said in the place of a reply of which nothing that says anything is left. */
  nothingCertain?: string;
}

/**
 * Stands between a model's text and the shopper. Text goes in as it comes and comes out as it may be shown: sentences
 * whose facts stand in the evidence unchanged, false ones mended where the evidence leaves one way to, taken out where
 * it does not. It never holds back more than the sentence that is being written. One per model answer; not reusable after `flush`.
 */
export interface Grounding {
  /** What may be shown now, in order; often nothing. */
  push(delta: string): string[];
  /** The rest, after the model's last word. */
  flush(): string[];
  /** What was taken out or mended so far. */
  readonly corrections: readonly Correction[];
  /** Nothing of this answer is to be shown, not even what was: another model should give one. */
  readonly isForfeit?: boolean;
}
