import type { SessionMessage } from "~/protocol/requests";

type Said = Pick<SessionMessage, "id" | "role" | "turnId">;

/** By what a message is known: the server's id, or its part in a turn, which this tab may have spoken itself. */
const elements = new Map<string, Element>();

/** A message stands on the screen, as long as its element does. */
export function noteShown(message: Said, element: Element): void {
  elements.set(keyOf(message), element);
}

/** A reply that is written on this screen, and with it its question. */
export function noteReply(turnId: string, element: HTMLElement): void {
  noteShown({ id: "", role: "assistant", turnId }, element);
  noteShown({ id: "", role: "shopper", turnId }, document.documentElement);
}

export function isShown(message: Said): boolean {
  return elements.get(keyOf(message))?.isConnected === true;
}

const keyOf = ({ id, role, turnId }: Said) => (turnId ? `${role} ${turnId}` : id);
