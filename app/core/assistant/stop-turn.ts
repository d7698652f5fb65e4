import type { Turn } from "../conversation/conversation";
import type { TurnDependencies } from "./turn-dependencies";

/** Asks whoever answers the turn to stop. One that has ended stays as it is. */
export async function stopTurn(deps: Pick<TurnDependencies, "turnLog">, turn: Turn): Promise<void> {
  if (turn.status === "running") await deps.turnLog.requestStop(turn.id);
}
