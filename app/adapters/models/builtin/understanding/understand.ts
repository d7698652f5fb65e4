import type { Intent } from "./intent";
import { type Before, type MessageReading, readMessage } from "./read-message";
import { recogniseTopic } from "./recognise-topic";
import { withoutRetraction } from "./retraction";
import { settleIntent } from "./settle-intent";
import type { Topic } from "./topic";
import type { Language } from "./words";

/** What one message of the shopper asks for. */
export interface Understanding
  extends Pick<
    MessageReading,
    "text" | "language" | "concepts" | "slots" | "itemWords" | "thingWords" | "searchWords"
  > {
  intent: Intent;
  /** Around 10 for a plain request, below 5 for a guess. */
  confidence: number;
  /** What it is about, where that can be told. */
  topic: Topic | null;
  /** How likely it is none of a shop's business, from 0 to 1. */
  outside: number;
}

/** Characters. */
const HALF = 1000;

export function understand(message: string, language: Language, context: Before): Understanding {
  const text = withoutRetraction(message, language);
  const reading = readMessage(text, language, context);
  const { concepts, slots, itemWords, thingWords, searchWords } = reading;
  const settled = settleIntent(reading, recogniseTopic(reading));
  return { text, language, concepts, slots, itemWords, thingWords, searchWords, ...settled };
}

/** Of a very long message the beginning and the end. */
export function shorten(text: string): string {
  return text.length <= 2 * HALF ? text : `${text.slice(0, HALF)} ${text.slice(-HALF)}`;
}
