import { z } from "zod";

const positionSchema = z.object({
  query: z.string().max(200),
  minPrice: z.number().int().min(0).optional(),
  maxPrice: z.number().int().min(0).optional(),
  availableOnly: z.boolean(),
  sort: z.enum(["relevance", "price-ascending", "price-descending", "newest"]),
  /** The platform's cursors of the page that is being shown: null at its first page, absent where it has no more. */
  all: z.string().nullable().optional(),
  any: z.string().nullable().optional(),
  /** How many of that page have been shown. */
  offset: z.number().int().min(0).max(1000),
  /** Over all pages. */
  totalShown: z.number().int().min(0),
  /** Scores below it are not worth showing: set by the first page. */
  floor: z.number(),
  /** Ids from former pages, which must not come twice. */
  seen: z.array(z.string().max(24)).max(60),
});

/** Where a search stands. It travels through the model as `nextCursor`, so it is read as untrusted text. */
export type SearchPosition = z.infer<typeof positionSchema>;

export function writeCursor(position: SearchPosition): string {
  const seen = position.seen.slice(-60);
  return toBase64Url(JSON.stringify({ ...position, seen }));
}

/** Null for what this app did not write. */
export function readCursor(cursor: string): SearchPosition | null {
  try {
    return positionSchema.parse(JSON.parse(fromBase64Url(cursor)));
  } catch {
    // Models mistype cursors; the search then begins anew.
    return null;
  }
}

function toBase64Url(text: string): string {
  const binary = Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join("");
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

function fromBase64Url(text: string): string {
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return new TextDecoder().decode(Uint8Array.from(binary, (character) => character.charCodeAt(0)));
}
