import type { LoggedTurnEvent } from "./turn-event";

/**
 * The live side of a turn: the process that answers appends events, any number of followers read them from any point.
 * Durable copies are the repository's affair; a log keeps a turn for at least ten minutes after its last event.
 */
export interface TurnLog {
  /** Makes the turn known to followers, and drops the events of its earlier attempts. */
  open(turnId: string, attempt: number): Promise<void>;
  /** Appends the next event; ids are "<attempt>.1", "<attempt>.2" and so on. One of an attempt that a newer one replaced is dropped. */
  append(turnId: string, event: LoggedTurnEvent): Promise<void>;
  /**
   * All events after `lastEventId` (null: from the first), then live ones as they come; returns after the closing event
   * or when `signal` aborts, without throwing. An id that the log does not know gives the newest attempt from its start;
   * so does a newer attempt that opens while one follows.
   * Null when the log does not know the turn.
   */
  follow(
    turnId: string,
    lastEventId: string | null,
    signal: AbortSignal,
  ): Promise<AsyncIterable<LoggedTurnEvent> | null>;
  /** How many followers are reading the turn now, in all processes. */
  countFollowers(turnId: string): Promise<number>;
  /** Asks whichever process answers the turn to stop. */
  requestStop(turnId: string): Promise<void>;
  /** Calls `listener` once when a stop is requested; returns the way to unsubscribe. */
  onStopRequested(turnId: string, listener: () => void): () => void;
  close(): Promise<void>;
}
