/** How many turns of one conversation this process answers now. Counts at once, before any database does. */
export interface TurnGate {
  /** False when as many run as may; otherwise one more does until `leave`. */
  enter(conversationId: string): boolean;
  leave(conversationId: string): void;
}

/** Turns of one conversation that may run at once: a shopper who asks again while she waits is no attack. */
export const MAX_RUNNING_TURNS = 3;

export function createTurnGate(): TurnGate {
  const running = new Map<string, number>();
  return {
    enter(conversationId) {
      const count = running.get(conversationId) ?? 0;
      if (count >= MAX_RUNNING_TURNS) return false;
      running.set(conversationId, count + 1);
      return true;
    },
    leave(conversationId) {
      const count = (running.get(conversationId) ?? 1) - 1;
      if (count > 0) running.set(conversationId, count);
      else running.delete(conversationId);
    },
  };
}
