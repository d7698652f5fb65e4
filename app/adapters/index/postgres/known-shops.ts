import { LRUCache } from "lru-cache";
import { synonymGroups } from "~/core/knowledge/general-synonyms";
import type { SynonymGroup } from "~/core/knowledge/product-ranking/asked-words";
import type { RankedCandidates } from "./ranked-candidates";
import { mainLanguages } from "./shop-lock";
import type { Sql } from "./sql";

export interface TermStatistics {
  id: number;
  term: string;
  held: number;
  things: number;
  brands: number;
}

/** What queries need of a shop besides its products, as it stood at one version. */
export interface KnownShop {
  shop: string;
  /** Another one after each change of the shop's products or synonyms. */
  version: string;
  languages: string[];
  /** How many there are. */
  products: number;
  /** Words of a product. */
  averageLength: number;
  synonyms: SynonymGroup[];
  /** What was looked up at this version; null where the shop has no such term. */
  terms: LRUCache<string, { found: TermStatistics | null }>;
  /** Terms that end in a stem: of "pupp" the "stoffpupp". */
  compounds: LRUCache<string, TermStatistics[]>;
  /** Misspelt words, with what the shop calls them; null where it has nothing like them. */
  repairs: LRUCache<string, { to: string | null }>;
  /** Whole answers: further pages and common queries are ranked once a version. */
  answers: LRUCache<string, RankedCandidates>;
}

/** Shops as they were last read. Whoever uses one asks the tables whether its version still holds. */
export interface KnownShops {
  /** Null while the shop's products have not been read whole. */
  find(sql: Sql, shop: string): Promise<KnownShop | null>;
  forget(shop: string): void;
}

/** Every write of products or synonyms writes the shop's row, and with it the number of its transaction. */
export const SHOP_VERSION = `k.xmin::text AS "version"`;

const MAX_SHOPS = 200;
const MAX_TERMS = 5_000;
/** Each holds on to some hundred products. */
const MAX_ANSWERS = 100;

export function createKnownShops(): KnownShops {
  const known = new LRUCache<string, KnownShop>({ max: MAX_SHOPS });
  return {
    async find(sql, shop) {
      const kept = known.get(shop);
      if (kept) return kept;
      const read = await readShop(sql, shop);
      if (read) known.set(shop, read);
      return read;
    },
    forget: (shop) => void known.delete(shop),
  };
}

/** Null where nothing is known of the shop. */
export async function readVersion(sql: Sql, shop: string): Promise<string | null> {
  const [row] = await sql.query<{ version: string }>(
    `SELECT ${SHOP_VERSION} FROM "KnowledgeShop" k WHERE k."shop" = $1`,
    [shop],
  );
  return row?.version ?? null;
}

interface Row {
  version: string;
  productsRead: boolean;
  languages: Record<string, number>;
  products: number;
  length: string;
  groups: string[][] | null;
}

async function readShop(sql: Sql, shop: string): Promise<KnownShop | null> {
  const [row] = await sql.query<Row>(
    `SELECT ${SHOP_VERSION}, k."productsRead", k."languages", k."products", k."length", s."groups" FROM "KnowledgeShop" k
     LEFT JOIN "ShopSynonyms" s USING ("shop") WHERE k."shop" = $1`,
    [shop],
  );
  if (!row?.productsRead) return null;
  const languages = mainLanguages(row.languages);
  return {
    shop,
    version: row.version,
    languages,
    products: row.products,
    averageLength: Math.max(1, Number(row.length) / Math.max(1, row.products)),
    synonyms: synonymGroups(row.groups ?? [], languages),
    terms: new LRUCache({ max: MAX_TERMS }),
    compounds: new LRUCache({ max: MAX_TERMS }),
    repairs: new LRUCache({ max: MAX_TERMS }),
    answers: new LRUCache({ max: MAX_ANSWERS }),
  };
}
