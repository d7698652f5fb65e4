import type { SessionResponse } from "~/protocol/requests";
import type { Attention, AttentionOptions } from "../attention/attention";
import { createReply } from "../conversation/reply";
import { el } from "./dom";
import { growWithText } from "./grow-with-text";
import { keepFocus } from "./keep-focus";
import { noteConversation } from "./other-tabs";
import { adoptRestStyle } from "./rest-style";
import { watchLength } from "./watch-length";

export interface Furnishing extends AttentionOptions {
  /** As it was shown. */
  session: SessionResponse;
}

let isFurnished = false;
let attention: Promise<Attention> | undefined;

/** What may wait until an open panel has nothing else to do. What does not arrive is asked for again with the next opening. */
export function bringTheRest({ session, ...options }: Furnishing): void {
  const { context, shell } = options;
  adoptRestStyle(shell.root);
  noteConversation(session.conversationId);
  if (!isFurnished) {
    isFurnished = true;
    const { field } = shell;
    Object.assign(field, { enterKeyHint: "send", ariaLabel: field.placeholder });
    growWithText(field);
    keepFocus(shell);
    watchLength(shell, context);
  }
  offerEmail(session, options);
  context.load().catch(() => null);
  context.connection.prepare();
  warmUp(context.connection.session.direct());
  attention ??= import("../attention/attention").then(({ createAttention }) => createAttention(options));
  attention.then(
    (it) => it.follow(session),
    () => {
      attention = undefined;
    },
  );
}

/** Persons have it, and do not know where to write to: what asked for that on the page before asks again. */
function offerEmail(
  { handedOff, shopper, conversationId }: SessionResponse,
  { context, transcript }: AttentionOptions,
): void {
  const { memory, root } = context;
  if (memory.get("conversation") !== conversationId) memory.set("mailed", null);
  memory.set("conversation", conversationId);
  if (!handedOff || shopper.signedIn || memory.get("mailed") || root.querySelector("[type=email]")) return;
  const reply = createReply({ outcome: "handed-off", ticketId: conversationId });
  transcript.add(context.form((forms) => forms.ending(reply, el("div"), false)));
}

/** Has the browser connect to the app while the shopper still reads or writes. */
function warmUp(href: string | null): void {
  if (href) document.head.append(el("link", { rel: "preconnect", href, crossOrigin: "" }));
}
