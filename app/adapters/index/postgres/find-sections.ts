import { LRUCache } from "lru-cache";
import type { EmbeddingModel } from "~/core/knowledge/embedding-model";
import type { KnowledgeMatch } from "~/core/knowledge/knowledge-index";
import { createSectionRanking, type SectionRanking } from "~/core/knowledge/rank-sections";
import { createQuestionMeaning } from "./question-meaning";
import { lacksVectors, readVectors, type StoredSection, writeVectors } from "./section-vectors";
import type { Sql } from "./sql";

/** Shops whose texts are kept ready for ranking. */
const MAX_SHOPS = 200;
/** Making a shop's vectors takes minutes at most; more means that the model is lost. */
const VECTORS_DEADLINE_MS = 10 * 60_000;

/** A shop's sections made ready for ranking, as of a version of its knowledge. */
interface ShopSections {
  version: string;
  ranking: SectionRanking;
  hasVectors: boolean;
}

/** Finds the sections that answer a question, by words and, where there is a model, by meaning. */
export interface SectionFinder {
  find(shop: string, question: string, limit: number, signal: AbortSignal): Promise<KnowledgeMatch[]>;
  findNearest(shop: string, question: string, limit: number, signal: AbortSignal): Promise<KnowledgeMatch[]>;
  forget(shop: string): void;
}

type Asking = Parameters<SectionFinder["find"]>;

/**
 * A shop's texts are few, so they are kept ready in memory until their version changes. Vectors that they lack are made
 * in the background, one shop at a time, and count from the next question on.
 */
export function createSectionFinder(
  sql: Sql,
  model: EmbeddingModel | null,
  onProblem: (error: unknown) => void,
): SectionFinder {
  const shops = new LRUCache<string, ShopSections>({ max: MAX_SHOPS });
  const meaningOf = model && createQuestionMeaning(model, onProblem);
  const underWay = new Set<string>();
  let queue: Promise<void> = Promise.resolve();

  async function require(shop: string): Promise<ShopSections | null> {
    const version = await readVersion(sql, shop);
    if (version === null) return null;
    const known = shops.get(shop);
    if (known?.version === version) return known;
    const sections = await loadSections(sql, shop);
    const vectors = sections.map((section) => (model ? readVectors(section, model) : []));
    const ready = {
      version,
      ranking: createSectionRanking(sections, (index) => vectors[index] ?? []),
      hasVectors: vectors.some(({ length }) => length > 0),
    };
    shops.set(shop, ready);
    if (model) completeVectors(shop, sections, model);
    return ready;
  }

  function completeVectors(shop: string, sections: StoredSection[], encoder: EmbeddingModel): void {
    const lacking = sections.filter((section) => lacksVectors(section, encoder));
    if (lacking.length === 0 || underWay.has(shop)) return;
    underWay.add(shop);
    queue = queue.then(async () => {
      const deadline = new AbortController();
      const timer = setTimeout(
        () => deadline.abort(new Error("The vectors took too long.")),
        VECTORS_DEADLINE_MS,
      );
      timer.unref();
      try {
        await writeVectors(sql, shop, lacking, encoder, deadline.signal);
        shops.delete(shop);
      } catch (error) {
        onProblem(error);
      } finally {
        clearTimeout(timer);
        underWay.delete(shop);
      }
    });
  }

  async function rank(by: "rank" | "nearest", ...[shop, question, limit, signal]: Asking) {
    const known = await require(shop);
    if (!known) return [];
    const meaning = known.hasVectors && meaningOf ? await meaningOf(question, signal) : null;
    return known.ranking[by](question, limit, meaning);
  }

  return {
    find: (...asking) => rank("rank", ...asking),
    findNearest: (...asking) => rank("nearest", ...asking),
    forget: (shop) => void shops.delete(shop),
  };
}

/** Null for a shop of which nothing is known. */
async function readVersion(sql: Sql, shop: string): Promise<string | null> {
  const [row] = await sql.query<{ version: string }>(
    `SELECT "version" FROM "KnowledgeShop" WHERE "shop" = $1`,
    [shop],
  );
  return row?.version ?? null;
}

async function loadSections(sql: Sql, shop: string): Promise<StoredSection[]> {
  return sql.query<StoredSection>(
    `SELECT d."id" AS "documentId", d."kind", d."title" AS "documentTitle", d."url", d."language",
       s."position", s."heading", s."context", s."text", s."vector", s."vectorModel"
     FROM "KnowledgeSection" s JOIN "KnowledgeDocument" d ON d."shop" = s."shop" AND d."id" = s."document"
     WHERE s."shop" = $1 ORDER BY d."id", s."position"`,
    [shop],
  );
}
