import type { DocumentKind } from "../../store/document-kind";

export const CONTRADICTION_TOPICS = [
  "return-window",
  "refund-time",
  "delivery-time",
  "shipping-fee",
  "free-shipping",
  "warranty",
  "opening-hours",
] as const;
export type ContradictionTopic = (typeof CONTRADICTION_TOPICS)[number];

/** Where a shop says something. */
export interface Quote {
  documentId: string;
  kind: DocumentKind;
  title: string;
  url: string;
  /** Of the section; empty for the text before the first one. */
  heading: string;
  /** The sentence, at most 300 characters. */
  text: string;
}

/** What the merchant should look at in her own texts. */
export type Finding =
  /** Two or more texts give different figures for the same thing, one quote each. */
  | { kind: "contradiction"; topic: ContradictionTopic; quotes: Quote[] }
  /** A text speaks of a time that is over as if it were to come. `said` is that time as it is written. */
  | { kind: "past-date"; said: string; quote: Quote }
  /** A link to a part of the storefront that is not there. */
  | { kind: "dead-link"; link: string; quote: Quote }
  /** A policy that nobody has touched for more than two years. */
  | { kind: "old-policy"; updatedAt: string; quote: Quote };
