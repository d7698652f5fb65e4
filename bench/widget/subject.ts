import type { IncomingMessage, ServerResponse } from "node:http";
import type { Workshop } from "./workshop";

/**
 * Where an element is: a selector a shadow root, from outside in, so that looking it up each frame costs next to nothing.
 */
export type Path = string[];

/** A chat on the storefront, ready to be measured. */
export interface Prepared {
  /** Stands in the page's head. */
  head?: string;
  /** Stands at the end of the page's body. */
  body: string;
  /** Scripts and style sheets by name, served below `/peer/<subject>/`. */
  files?: Record<string, Buffer | string>;
  /** The server that the chat speaks with, below `/api/<subject>/`; path without that. */
  answer?(exchange: Exchange): void | Promise<void>;
  launcher: Path;
  field: Path;
  /** The element that the chat's parts are in: what axe looks at, and what must hold the answer in the end. */
  root: Path;
  /** Clicked to send; without it Enter sends. */
  sendButton?: Path;
  /** Present where the chat can be given 300 messages: what scrolls, and the page's query that asks for them. */
  history?: { scroller: Path };
}

export interface Exchange {
  path: string;
  request: IncomingMessage;
  response: ServerResponse;
  body: string;
  /** The page was asked for with 300 messages of history. */
  hasHistory: boolean;
  /** Sends the scripted answer, a token at a time, as `write` puts it into the protocol; ends the response. */
  stream(write: (token: string) => string, before?: string, after?: string): void;
  json(value: unknown): void;
}

export interface Subject {
  name: string;
  /** Throws a sentence where it cannot be had. `origin` is where the storefront will be. */
  prepare(workshop: Workshop): Promise<Prepared>;
}

export const HISTORY_LENGTH = 300;

/** Every third message is long, some have a list. */
export function historyMessages(): { role: "user" | "assistant"; text: string }[] {
  return Array.from({ length: HISTORY_LENGTH }, (_, at) => {
    if (at % 2 === 0)
      return { role: "user", text: `Question ${at / 2 + 1}: does the jacket come in other colours?` };
    const sentence = "It comes in **moss**, midnight and ochre, and all three are in stock in most sizes. ";
    const list = at % 6 === 5 ? "\n- XS to XXL\n- three layers\n- 430 g in M\n" : "";
    return { role: "assistant", text: sentence.repeat((at % 3) + 1) + list };
  });
}
