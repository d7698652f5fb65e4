import { chooseSpelling, mayBeMisspelt } from "~/core/knowledge/spelling";
import { fold } from "~/lib/words";
import { doubleSlipKeys, slipKeys } from "./slip-keys";
import type { Sql } from "./sql";

/** In long words two slips are forgiven. */
const LENGTH_FOR_TWO = 10;

const NEAR = `SELECT "word", "count" FROM "KnowledgeWord"
  WHERE "shop" = $1 AND "slips" && $3::int[] AND "count" > 0 AND abs(length("word") - length($2)) <= $4
  ORDER BY "word" = $2 DESC, similarity("word", $2) DESC, "count" DESC LIMIT 30`;

/** At the beginning of a word: what its pages and policies say is no slip either. */
const IN_TEXTS = `SELECT 1 FROM "KnowledgeSection" WHERE "shop" = $1 AND ("heading" ~* $2 OR "text" ~* $2) LIMIT 1`;

/** What the shop writes for a misspelt word, folded; null where it has nothing like it, or says the word in its texts. */
export async function findSpelling(sql: Sql, shop: string, written: string): Promise<string | null> {
  const word = fold(written);
  if (!mayBeMisspelt(word)) return null;
  const found = await findNear(sql, shop, word);
  if (found === null || !/^[\p{L}\p{M}]+$/u.test(written)) return found;
  const said = await sql.query(IN_TEXTS, [shop, `\\m${written}`]);
  return said.length > 0 ? null : found;
}

async function findNear(sql: Sql, shop: string, word: string): Promise<string | null> {
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
