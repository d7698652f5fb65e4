import { chooseSpelling, mayBeMisspelt } from "~/core/knowledge/spelling";
import { doubleSlipKeys, slipKeys } from "./slip-keys";
import type { Sql } from "./sql";

/** In long words two slips are forgiven. */
const LENGTH_FOR_TWO = 10;

const NEAR = `SELECT "word", "count" FROM "KnowledgeWord"
  WHERE "shop" = $1 AND "slips" && $3::int[] AND "count" > 0 AND abs(length("word") - length($2)) <= $4 AND "word" % $2
  ORDER BY "word" = $2 DESC, similarity("word", $2) DESC, "count" DESC LIMIT 30`;

/** What the shop writes for a misspelt word, folded; null where it has nothing like it. */
export async function findSpelling(sql: Sql, shop: string, word: string): Promise<string | null> {
  if (!mayBeMisspelt(word)) return null;
  const near = async (keys: readonly number[], slips: number) =>
    keys.length > 0
      ? chooseSpelling(
          word,
          await sql.query<{ word: string; count: number }>(NEAR, [shop, word, keys, slips]),
        )
      : null;
  const single = await near(slipKeys(shop, word), 1);
  if (single !== null || word.length < LENGTH_FOR_TWO) return single;
  return near([...slipKeys(shop, word), ...doubleSlipKeys(shop, word)], 2);
}
