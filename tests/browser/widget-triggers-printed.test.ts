import { describe, expect, test } from "vitest";
import { type EmbedPage, renderEmbed } from "../widget/render-embed";

const ENTITIES: Record<string, string> = {
  "&#34;": '"',
  "&quot;": '"',
  "&#39;": "'",
  "&lt;": "<",
  "&gt;": ">",
  "&amp;": "&",
};

interface Printed {
  every: string;
  flow?: string;
  triggers: { name: string; text: string; after?: number }[];
}

async function printed(page: Partial<EmbedPage>): Promise<Printed | null> {
  const html = await renderEmbed({ locale: "en", pageType: "index", settings: {}, ...page });
  const [, attribute] = /data-triggers="([^"]*)"/.exec(html) ?? [];
  return attribute ? JSON.parse(attribute.replace(/&#?\w+;/g, (entity) => ENTITIES[entity] ?? entity)) : null;
}

const names = async (page: Partial<EmbedPage>) =>
  (await printed(page))?.triggers.map(({ name }) => name) ?? null;

describe("what the block prints of triggers", () => {
  test("is nothing unless the merchant turned one on", async () => {
    expect(await printed({})).toBeNull();
    expect(await renderEmbed({ locale: "en", pageType: "index", settings: {} })).not.toContain("trigger");
  });

  test.each<[string, Partial<EmbedPage>, Partial<EmbedPage>]>([
    ["cart", { pageType: "cart" }, { pageType: "index" }],
    ["cart", { pageType: "cart" }, { pageType: "cart", cart: "empty" }],
    [
      "empty_search",
      { pageType: "search", searchTerms: "x", resultsCount: 0 },
      { pageType: "search", searchTerms: "x" },
    ],
    ["not_found", { pageType: "404" }, { pageType: "index" }],
    ["cart_add", { pageType: "product" }, { pageType: "product", settings: { on_product: false } }],
  ])("%s is there only where it is meant", async (name, there, elsewhere) => {
    const settings = { [`trigger_${name}`]: true };
    const wanted = name.replace("_", "-");
    expect(await names({ ...there, settings })).toEqual([wanted]);
    expect(await names({ ...elsewhere, settings: { ...settings, ...elsewhere.settings } })).toBeNull();
  });

  test("a cart's value counts from the merchant's figure on", async () => {
    const settings = { trigger_cart_value: 42 };
    expect(await names({ settings })).toEqual(["cart-value"]);
    expect(await names({ settings: { trigger_cart_value: 43 } })).toBeNull();
    expect(await names({ settings, pageType: "index", cart: "empty" })).toBeNull();
  });

  test.each(["trigger_delay", "trigger_inactivity", "trigger_scroll", "trigger_exit", "trigger_returning"])(
    "%s keeps to the pages that the merchant chose",
    async (name) => {
      const settings = {
        [name]: name.match(/exit|returning/) ? true : 30,
        trigger_pages: "product,collection",
      };
      expect(await names({ pageType: "product", settings })).toHaveLength(1);
      expect(await names({ pageType: "article", settings })).toBeNull();
    },
  );

  test("is the merchant's words as they are, or words in the shopper's language", async () => {
    const own = `</template>"'&<script>`;
    const hostile = await printed({ settings: { trigger_exit: true, trigger_exit_text: own } });
    expect(hostile?.triggers[0]?.text).toBe(own);
    const german = await printed({ locale: "de", settings: { trigger_exit: true } });
    expect(german?.triggers[0]?.text).toContain("Bevor Sie gehen");
  });
});
