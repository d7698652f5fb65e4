import type { ConversationRepository } from "../conversation/conversation-repository";
import type { LoggedTurnEvent } from "../conversation/turn-event";

/** A turn whose process died is free to be taken over after this. */
export const LEASE_MS = 15_000;
const CHECKPOINT_INTERVAL_MS = 2_000;

/** Prolongs a turn's lease with the events so far, every two seconds, until `close`; tells when the lease was lost. */
export function holdLease(options: {
  conversations: Pick<ConversationRepository, "checkpointTurn">;
  turnId: string;
  owner: string;
  events: LoggedTurnEvent[];
  now(): Date;
  onLost(): void;
  onProblem(error: unknown): void;
}): { close(): Promise<void> } {
  const { conversations, turnId, owner, events, now } = options;
  let writing: Promise<void> = Promise.resolve();

  async function checkpoint(): Promise<void> {
    const leaseUntil = new Date(now().getTime() + LEASE_MS);
    try {
      if (!(await conversations.checkpointTurn(turnId, owner, leaseUntil, [...events]))) options.onLost();
    } catch (error) {
      options.onProblem(error);
    }
  }

  const timer = setInterval(() => {
    writing = writing.then(checkpoint);
  }, CHECKPOINT_INTERVAL_MS);
  return {
    async close() {
      clearInterval(timer);
      await writing;
    },
  };
}
