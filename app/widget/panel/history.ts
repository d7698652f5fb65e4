import type { SessionMessage } from "~/protocol/requests";
import { createReply } from "../conversation/reply";
import { el } from "./dom";
import type { PanelContext } from "./panel-context";
import { createReplyView, shopperMessage } from "./reply-view";
import { adoptRestStyle } from "./rest-style";
import { noteShown } from "./shown-messages";
import { finishedText } from "./streamed-text";

/** A message as it was stored, drawn whole. Fetched by who comes back to a conversation, or hears from a person. */
export function drawStored(message: SessionMessage, context: PanelContext): HTMLElement {
  adoptRestStyle(context.root);
  const element = draw(message, context);
  noteShown(message, element);
  return element;
}

function draw(message: SessionMessage, context: PanelContext): HTMLElement {
  const { role, text, cards, sources, turnId } = message;
  if (role === "shopper") return shopperMessage(text, context);
  if (role === "person") return personMessage(text, context);
  const reply = createReply({ outcome: "answered", text, cards, sources, turnId });
  const view = createReplyView(reply, context, true);
  view.update();
  return view.element;
}

function personMessage(text: string, { texts, links }: PanelContext): HTMLElement {
  const who = el("p", { className: "who" }, texts.person);
  return el("div", { className: "reply person" }, who, finishedText(text, links));
}
