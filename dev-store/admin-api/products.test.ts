import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startDevStore, type TestDevStore } from "../test-support/start-dev-store";

let store: TestDevStore;
beforeAll(async () => {
  store = await startDevStore();
});
afterAll(() => store.close());

const ID = /^gid:\/\/shopify\/\w+\/\d+$/;

describe("products", () => {
  const search = async (query: string) => {
    const answer = await store.query(
      "query($query: String!) { products(first: 10, query: $query, sortKey: RELEVANCE) { nodes { handle } } }",
      { query },
    );
    return (answer.data as { products: { nodes: { handle: string }[] } }).products.nodes.map(
      ({ handle }) => handle,
    );
  };

  test.each([
    ["jacket", ["rain-jacket"]],
    ["jack", ["rain-jacket"]],
    ["RAIN  jacket", ["rain-jacket"]],
    ["outdoor", ["rain-jacket", "wool-socks"]],
    ["outdoor -rain", ["wool-socks"]],
    ["outdoor NOT (rain OR lamp)", ["wool-socks"]],
    ["jacket OR lamp", ["rain-jacket", "secret-lamp"]],
    ["(jacket OR lamp) status:active", ["rain-jacket"]],
    ["tag:wool", ["wool-socks"]],
    ["vendor:Nordhaus product_type:Socks", ["wool-socks"]],
    ["title:rain*", ["rain-jacket"]],
    ["sku:RJ-M", ["rain-jacket"]],
    ["price:<=12.50", ["wool-socks"]],
    ["variants.price:>50", ["rain-jacket"]],
    ["published_status:published", ["rain-jacket", "wool-socks"]],
    ['"winter socks"', []],
    ['"warm socks"', ["wool-socks"]],
    ["((( jacket", ["rain-jacket"]],
    ["jacket ) OR", ["rain-jacket"]],
    ["zzz", []],
  ])("found by %s", async (query, handles) => {
    expect((await search(query)).sort()).toEqual([...handles].sort());
  });

  test("have prices, stock, options and pictures, and no link while they are drafts", async () => {
    const answer = await store.query(`{
      jacket: productByIdentifier(identifier: {handle: "rain-jacket"}) {
        id title description(truncateAt: 20) descriptionHtml onlineStoreUrl totalInventory tags
        options(first: 3) { name values }
        featuredMedia { preview { image { url altText } } }
        priceRangeV2 { minVariantPrice { amount } maxVariantPrice { amount } }
        variants(first: 5) {
          nodes { title sku price compareAtPrice availableForSale inventoryQuantity inventoryPolicy inventoryItem { tracked } selectedOptions { name value } }
        }
      }
      socks: productByIdentifier(identifier: {handle: "wool-socks"}) { variants(first: 1) { nodes { availableForSale inventoryItem { tracked } } } }
      lamp: productByIdentifier(identifier: {handle: "secret-lamp"}) { onlineStoreUrl status }
      none: productByIdentifier(identifier: {handle: "no-such"}) { id }
    }`);
    expect(answer.errors).toBeUndefined();
    expect(answer.data).toMatchObject({
      jacket: {
        id: expect.stringMatching(ID),
        description: "Waterproof, light...",
        descriptionHtml: "<p>Waterproof, <b>light</b> &amp; packable.</p>",
        onlineStoreUrl: `${store.url}/products/rain-jacket`,
        totalInventory: 3,
        tags: ["outdoor", "rain"],
        options: [
          { name: "Size", values: ["S", "M"] },
          { name: "Color", values: ["Blue"] },
        ],
        featuredMedia: {
          preview: { image: { url: `${store.url}/cdn/images/jacket.svg`, altText: "A blue jacket" } },
        },
        priceRangeV2: { minVariantPrice: { amount: "89.0" }, maxVariantPrice: { amount: "89.5" } },
        variants: {
          nodes: [
            {
              title: "S / Blue",
              price: "89.00",
              compareAtPrice: "120.00",
              availableForSale: true,
              inventoryQuantity: 3,
            },
            { title: "M / Blue", price: "89.50", compareAtPrice: null, availableForSale: false },
          ],
        },
      },
      socks: { variants: { nodes: [{ availableForSale: true, inventoryItem: { tracked: false } }] } },
      lamp: { onlineStoreUrl: null, status: "DRAFT" },
      none: null,
    });
  });

  test("are paged forwards and backwards without gap or repeat", async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const answer = await store.query(
        "query($after: String) { products(first: 2, after: $after, sortKey: TITLE) { edges { cursor node { handle } } pageInfo { hasNextPage hasPreviousPage endCursor } } }",
        { after },
      );
      const { edges, pageInfo } = (
        answer.data as {
          products: {
            edges: { node: { handle: string } }[];
            pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; endCursor: string };
          };
        }
      ).products;
      expect(pageInfo.hasPreviousPage).toBe(after !== null);
      seen.push(...edges.map(({ node }) => node.handle));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after);
    expect(seen).toEqual(["rain-jacket", "secret-lamp", "wool-socks"]);
    const backwards = await store.query(
      "{ products(last: 1, sortKey: TITLE) { nodes { handle } pageInfo { hasPreviousPage } } }",
    );
    expect(backwards.data).toEqual({
      products: { nodes: [{ handle: "wool-socks" }], pageInfo: { hasPreviousPage: true } },
    });
  });
});
