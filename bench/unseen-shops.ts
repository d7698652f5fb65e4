/**
 * What shoppers are told when they name what they want, in six languages, in three small shops that nothing else knows:
 * `npx tsx bench/unseen-shops.ts [-v]`. The search tool is asked with their words; `right` is that the first card, in the version that
 * it shows, is what was meant and is presented as such, or, where the shop has no such thing, that nothing is. The first shop
 * was tuned on; of the others only the first run counts (docs/benchmarks.md).
 */
import { createPostgresKnowledgeIndex } from "../app/adapters/index/postgres/knowledge-index";
import { createInMemoryStore, sampleProfile } from "../app/core/store/fixtures/in-memory-store";
import { toolContext } from "../app/core/tools/fixtures/tool-context";
import {
  type SearchProductsData,
  searchProductsDataSchema,
  searchProductsInputSchema,
} from "../app/core/tools/results";
import { searchProducts } from "../app/core/tools/search-products";
import { table } from "./report";
import { openBenchDatabase } from "./search/bench-database";
import { indexShop } from "./search/index-shop";
import { HARDWARE } from "./unseen-shops/hardware";
import { MUSIC } from "./unseen-shops/music";
import { NURSERY } from "./unseen-shops/nursery";
import type { UnseenShop } from "./unseen-shops/shop";

const isVerbose = process.argv.includes("-v");
const { pool, close } = await openBenchDatabase();
try {
  const rows = [];
  for (const shop of [MUSIC, NURSERY, HARDWARE]) rows.push(...(await judge(shop)));
  console.log(
    table(["shop", "asked in", "wishes", "right", "found but said to be near", "wrong or missed"], rows),
  );
} finally {
  await close();
}

type Verdict = "right" | "near" | "wrong";

async function judge({
  name,
  language,
  currency,
  products,
  wishes,
}: UnseenShop): Promise<(string | number)[][]> {
  const domain = `${name.split(",")[0]}.example`;
  await indexShop(pool, domain, products);
  const profile = { ...sampleProfile, domain, currency };
  const store = createInMemoryStore({ profile, products });
  const knowledge = createPostgresKnowledgeIndex({ pool });
  const verdicts: { isOwn: boolean; verdict: Verdict }[] = [];
  for (const { locale, words, wanted } of wishes) {
    const context = toolContext({ store, knowledge, shop: domain, profile, locale });
    const result = await searchProducts.execute(searchProductsInputSchema.parse({ query: words }), context);
    const data = searchProductsDataSchema.parse(result.data);
    const verdict = verdictOn(data, wanted);
    if (isVerbose && verdict !== "right") console.log(`${verdict}: ${locale}: ${words}\n   ${told(data)}`);
    verdicts.push({ isOwn: locale === language, verdict });
  }
  const row = (label: string, of: typeof verdicts) => [
    name,
    label,
    of.length,
    ...(["right", "near", "wrong"] as const).map(
      (verdict) => of.filter((one) => one.verdict === verdict).length,
    ),
  ];
  return [
    row(
      "its own language",
      verdicts.filter(({ isOwn }) => isOwn),
    ),
    row(
      "others",
      verdicts.filter(({ isOwn }) => !isOwn),
    ),
  ];
}

function verdictOn({ products, unmet }: SearchProductsData, wanted: RegExp | null): Verdict {
  const [first] = products;
  const isPresented = first !== undefined && unmet.length === 0;
  if (wanted === null) return isPresented ? "wrong" : "right";
  const isMeant = first !== undefined && wanted.test(`${first.title} / ${first.variant.title}`);
  if (!isMeant) return "wrong";
  return isPresented ? "right" : "near";
}

function told({ products, unmet, unmatched, repaired }: SearchProductsData): string {
  const titles = products.map(({ title, variant }) => `${title} / ${variant.title}`).join("; ");
  return JSON.stringify({
    titles,
    unmet,
    unmatched,
    repaired: repaired.map(({ from, to }) => `${from}>${to}`),
  });
}
