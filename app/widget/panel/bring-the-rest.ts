import type { SessionResponse } from "~/protocol/requests";
import type { Attention, AttentionOptions } from "../attention/attention";
import { el } from "./dom";
import { growWithText } from "./grow-with-text";
import { adoptRestStyle } from "./rest-style";

export interface Furnishing extends AttentionOptions {
  /** As it was shown. */
  session: SessionResponse;
}

let attention: Promise<Attention> | undefined;

/** What may wait until an open panel has nothing else to do. What does not arrive is asked for again with the next opening. */
export function bringTheRest({ session, ...options }: Furnishing): void {
  const { context, shell } = options;
  adoptRestStyle(shell.root);
  if (!attention) growWithText(shell.field);
  context.load().catch(() => null);
  context.connection.prepare();
  warmUp(context.connection.session.direct());
  import("../connection/try-again").catch(() => null);
  attention ??= import("../attention/attention").then(({ createAttention }) => createAttention(options));
  attention.then(
    (it) => it.follow(session),
    () => {
      attention = undefined;
    },
  );
}

/** Has the browser connect to the app while the shopper still reads or writes. */
function warmUp(href: string | null): void {
  if (href) document.head.append(el("link", { rel: "preconnect", href, crossOrigin: "" }));
}
