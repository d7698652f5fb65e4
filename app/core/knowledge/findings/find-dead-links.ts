import type { StoreDocument } from "../../store/store-platform";
import { decodeEntities } from "../decode-entities";
import { readSections } from "../sections";
import type { Finding } from "./finding";
import { quoteOf } from "./read-statements";

const HREF = /\shref\s*=\s*(?:"([^"]{1,500})"|'([^']{1,500})')/gi;
/** Parts of a storefront whose members are known; others may be an app's or the theme's. */
const KNOWN_PARTS = /^\/(?:[a-z]{2}(?:-[a-z]{2})?\/)?(pages|collections|products)\/([^/?#]+)\/?$/i;
const OF_SHOPIFY = new Set(["collections/all", "collections/vendors", "collections/types"]);

export interface StorefrontLink {
  document: StoreDocument;
  /** As it stands in the text. */
  link: string;
  part: "pages" | "collections" | "products";
  handle: string;
}

/** Links of the texts to pages, collections and products of the shop's own storefront, each once a text. */
export function findStorefrontLinks(
  documents: readonly StoreDocument[],
  storefrontUrl: string,
): StorefrontLink[] {
  const origin = new URL(storefrontUrl).origin;
  return documents.flatMap((document) => {
    const links = new Map<string, StorefrontLink>();
    for (const match of document.html.matchAll(HREF)) {
      const link = decodeEntities(match[1] ?? match[2] ?? "").trim();
      const url = URL.canParse(link, document.url) ? new URL(link, document.url) : null;
      const [, part, handle] = url?.origin === origin ? (KNOWN_PARTS.exec(url.pathname) ?? []) : [];
      if (!part || !handle || OF_SHOPIFY.has(`${part}/${handle}`)) continue;
      const entry = {
        document,
        link,
        part: part.toLowerCase() as StorefrontLink["part"],
        handle: decode(handle),
      };
      links.set(`${entry.part}/${entry.handle}`, entry);
    }
    return [...links.values()];
  });
}

/** Those that lead nowhere. `exists` knows what the storefront shows. */
export function findDeadLinks(
  links: readonly StorefrontLink[],
  exists: (link: StorefrontLink) => boolean,
): Finding[] {
  return links
    .filter((link) => !exists(link))
    .flatMap(({ document, link }) => {
      const [section] = readSections(document);
      return section ? [{ kind: "dead-link" as const, link, quote: quoteOf(section, section.text) }] : [];
    });
}

function decode(handle: string): string {
  try {
    return decodeURIComponent(handle);
  } catch {
    // Not encoded after all: it is what it says.
    return handle;
  }
}
