import type { CatalogueVocabulary } from "~/core/knowledge/knowledge-index";
import { mainLanguages } from "./shop-lock";
import type { Sql } from "./sql";

/** Of one option; free texts such as engravings would be endless. */
const MAX_VALUES = 1_000;

interface Row {
  productsRead: boolean;
  languages: Record<string, number>;
  vendors: string[] | null;
  types: string[] | null;
  options: { name: string; values: string[] }[] | null;
}

/** Null while the shop's products have not been read whole. */
export async function readVocabulary(sql: Sql, shop: string): Promise<CatalogueVocabulary | null> {
  const [row] = await sql.query<Row>(
    `WITH all_products AS (
       SELECT t."product" FROM "KnowledgeProduct" p JOIN "KnowledgeProductText" t USING ("number") WHERE p."shop" = $1
     ), chosen AS (
       SELECT "option"->>'name' AS "name", "choice" FROM all_products,
         jsonb_array_elements("product"->'options') AS o ("option"), jsonb_array_elements_text("option"->'values') AS c ("choice")
       GROUP BY 1, 2
     ), named AS (
       SELECT "name", (array_agg("choice"))[1:${MAX_VALUES}] AS "values" FROM chosen GROUP BY 1
     )
     SELECT k."productsRead", k."languages",
       (SELECT array_agg(DISTINCT "product"->>'vendor') FROM all_products) AS "vendors",
       (SELECT array_agg(DISTINCT "product"->>'productType') FROM all_products) AS "types",
       (SELECT jsonb_agg(jsonb_build_object('name', "name", 'values', "values")) FROM named) AS "options"
     FROM "KnowledgeShop" k WHERE k."shop" = $1`,
    [shop],
  );
  if (!row?.productsRead) return null;
  return {
    options: row.options ?? [],
    vendors: (row.vendors ?? []).filter(Boolean),
    productTypes: (row.types ?? []).filter(Boolean),
    languages: mainLanguages(row.languages),
  };
}
