import type { Stall } from "./shop-front";
import type { StorefrontPage } from "./storefront-page";
import type { Prepared } from "./subject";

/** A page without a chat. */
export const NOTHING: Prepared = { body: "", launcher: [], field: [], root: [] };

/** The product page with a chat in it. */
export function stallOf(name: string, prepared: Prepared, { bare }: StorefrontPage): Stall {
  const html = bare
    .replace("</head>", () => `${prepared.head ?? ""}</head>`)
    .replace(/<\/body>(?![\s\S]*<\/body>)/i, () => `${prepared.body}</body>`);
  return { name, prepared, html, bareHtml: bare };
}

/** Each run begins with another one, so that none always comes after the same. */
export function inTurn<Each>(all: Each[], run: number): Each[] {
  const first = run % all.length;
  return [...all.slice(first), ...all.slice(0, first)];
}
