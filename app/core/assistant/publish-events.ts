import { isClosing, type LoggedTurnEvent } from "../conversation/turn-event";
import type { TurnLog } from "../conversation/turn-log";

/**
 * Sends a turn's events to its followers as they come. The closing event is held until `finish`, so that whoever reads
 * it can rely on the turn being stored. A log that fails costs followers the live view, not the turn.
 */
export function publishEvents(
  turnLog: Pick<TurnLog, "append">,
  turnId: string,
  onProblem: (error: unknown) => void,
): { publish(event: LoggedTurnEvent): void; finish(): Promise<void> } {
  let underWay: Promise<unknown>[] = [];
  let closing: LoggedTurnEvent | undefined;
  let hasFailed = false;

  function send(event: LoggedTurnEvent): void {
    const sent = turnLog.append(turnId, event).catch((error: unknown) => {
      if (!hasFailed) onProblem(error);
      hasFailed = true;
    });
    underWay.push(sent);
  }

  return {
    publish(event) {
      if (isClosing(event)) closing = event;
      else send(event);
    },
    async finish() {
      if (closing) send(closing);
      await Promise.all(underWay);
      underWay = [];
    },
  };
}
