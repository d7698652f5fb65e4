import type { LoggedTurnEvent } from "~/protocol/events";
import type { PageContext } from "~/protocol/requests";
import type { Ending } from "./read-events";
import type { Session } from "./session";

export interface OutgoingMessage {
  messageId: string;
  text: string;
}

/** What a turn is asked by: a message that is to be answered, or a reply that is already being written. */
export type TurnRequest = { message: OutgoingMessage } | { turnId: string };

export interface TurnStreamOptions {
  session: Session;
  /** The App Proxy's path. */
  proxy: string;
  context: () => PageContext;
  /** Has the context completed, and never rejects; a turn waits for it, but not long. */
  prepare?: () => Promise<unknown>;
  /** Resolves after so many milliseconds. */
  sleep: (milliseconds: number) => Promise<void>;
}

export interface Way {
  name: "direct" | "resume" | "proxy";
  url: string;
  body: object;
}

/** How far a turn has been read. */
export interface Progress {
  turnId: string | null;
  lastId: string | null;
  /** The app no longer has it: the message is asked again, with the same id. */
  isLost?: boolean;
  /** Set where a former try has given events already: whether one of that id is new. */
  isNew?: (id: string) => boolean;
}

/** Is given each event of a turn once, in order. */
export type Take = (event: LoggedTurnEvent) => void;

/** How one try to read a turn on went: null when no way is open. Its ending tells whether another one is needed. */
export type Outcome = { way: Way; ending: Ending } | null;

/** What trying again builds on. */
export interface Tries extends TurnStreamOptions {
  attempt(): Promise<Outcome>;
  /** From here on everything goes through the proxy. */
  blockDirect(): void;
}
