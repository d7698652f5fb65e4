import { z } from "zod";

const requestShape = {
  query: z.string().max(200),
  /** Minor units; what was set besides the words. */
  minPrice: z.number().int().min(0).optional(),
  maxPrice: z.number().int().min(0).optional(),
  availableOnly: z.boolean(),
  sort: z.enum(["relevance", "price-ascending", "price-descending", "newest"]),
  /** Over all pages. */
  totalShown: z.number().int().min(0),
};

const platformPositionSchema = z.object({
  ...requestShape,
  /** The platform's cursors of the page that is being shown: null at its first page, absent where it has no more. */
  all: z.string().nullable().optional(),
  any: z.string().nullable().optional(),
  /** How many of that page have been shown. */
  offset: z.number().int().min(0).max(1000),
  /** Scores below it are not worth showing: set by the first page. */
  floor: z.number(),
  /** Ids from former pages, which must not come twice. */
  seen: z.array(z.string().max(24)).max(60),
});

const indexPositionSchema = z.object({
  ...requestShape,
  index: z.object({
    /** Which of the ways to read the query found something. */
    wording: z.string().max(300),
    reading: z.enum(["exact", "shades", "plain"]),
    near: z.boolean(),
    /** How many of the index's products have been looked at. */
    offset: z.number().int().min(0).max(100_000),
  }),
});

/** A search on the platform, while the index does not know the shop. */
export type SearchPosition = z.infer<typeof platformPositionSchema>;
export type IndexPosition = z.infer<typeof indexPositionSchema>;

/** Where a search stands. It travels through the model as `nextCursor`, so it is read as untrusted text. */
const positionSchema = z.union([indexPositionSchema, platformPositionSchema]);

export function writeCursor(position: SearchPosition | IndexPosition): string {
  const bounded = "seen" in position ? { ...position, seen: position.seen.slice(-60) } : position;
  return toBase64Url(JSON.stringify(bounded));
}

/** Null for what this app did not write. */
export function readCursor(cursor: string): SearchPosition | IndexPosition | null {
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
