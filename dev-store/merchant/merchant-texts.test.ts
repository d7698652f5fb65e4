import { describe, expect, test } from "vitest";
import { prepareMerchantStore } from "../test-support/merchant-store";

const { app, store, mutate } = prepareMerchantStore();

describe("texts and collections", () => {
  test("pages, articles and policies change in API and storefront, and Shopify has no webhook for them", async () => {
    await store().control("documents", { kind: "page", handle: "size-guide", html: "<p>Measure twice.</p>" });
    await store().control("documents", {
      kind: "article",
      handle: "waxing",
      title: "How to wax",
      html: "<p>Warm it.</p>",
    });
    await store().control("documents", { kind: "policy", type: "refund", html: "<p>45 days.</p>" });
    await mutate(
      'mutation { pageCreate(page: {title: "Gift wrapping", body: "<p>In paper.</p>"}) { page { handle } userErrors { message } } shopPolicyUpdate(shopPolicy: {type: SHIPPING_POLICY, body: "<p>Two days.</p>"}) { shopPolicy { title } userErrors { message } } }',
    );
    const answer = await store().query(`{
      pages(first: 5, sortKey: TITLE) { nodes { handle title body } }
      articles(first: 5) { nodes { handle title body author { name } blog { handle } } }
      blogs(first: 5) { nodes { handle articles(first: 5) { nodes { handle } } } }
      shop { shopPolicies { type body } }
      pagesCount { count }
    }`);
    expect(answer.errors).toBeUndefined();
    expect(answer.data).toMatchObject({
      pages: {
        nodes: [{ handle: "gift-wrapping" }, { handle: "size-guide", body: "<p>Measure twice.</p>" }],
      },
      articles: {
        nodes: [
          {
            handle: "waxing",
            title: "How to wax",
            author: { name: "Test & Sons" },
            blog: { handle: "news" },
          },
        ],
      },
      blogs: { nodes: [{ handle: "news", articles: { nodes: [{ handle: "waxing" }] } }] },
      shop: {
        shopPolicies: [
          { type: "REFUND_POLICY", body: "<p>45 days.</p>" },
          { type: "SHIPPING_POLICY", body: "<p>Two days.</p>" },
        ],
      },
      pagesCount: { count: 2 },
    });
    for (const [path, text] of [
      ["pages/size-guide", "Measure twice."],
      ["blogs/news/waxing", "Warm it."],
      ["blogs/news", "How to wax"],
      ["policies/shipping-policy", "Two days."],
    ]) {
      expect(await (await fetch(`${store().url}/${path}`)).text()).toContain(text);
    }
    expect(app().webhooks).toEqual([]);
  });

  test("what changed since a time is found, and what was deleted is gone", async () => {
    const [newest] = [...store().context.data.pages].sort((one, other) =>
      other.updatedAt.localeCompare(one.updatedAt),
    );
    const since = (query: string) =>
      store().query(
        "query($query: String!) { pages(first: 5, query: $query, sortKey: UPDATED_AT, reverse: true) { nodes { handle } } }",
        {
          query,
        },
      );
    expect(await since(`updated_at:>'${newest?.updatedAt}'`)).toMatchObject({
      data: { pages: { nodes: [] } },
    });
    expect(await since(`updated_at:>='${newest?.updatedAt}'`)).toMatchObject({
      data: { pages: { nodes: [{ handle: newest?.handle }] } },
    });
    await store().control("documents", { kind: "page", handle: "gift-wrapping", delete: true });
    await store().control("documents", { kind: "policy", type: "SHIPPING_POLICY", delete: true });
    expect(
      await store().query("{ pages(first: 5) { nodes { handle } } shop { shopPolicies { type } } }"),
    ).toMatchObject({
      data: {
        pages: { nodes: [{ handle: "size-guide" }] },
        shop: { shopPolicies: [{ type: "REFUND_POLICY" }] },
      },
    });
  });

  test("a collection is made, filled, described and deleted, with a webhook each time", async () => {
    await store().control("documents", {
      kind: "collection",
      handle: "winter",
      title: "Winter",
      products: ["wool-socks"],
    });
    await store().control("documents", { kind: "collection", handle: "winter", html: "<p>Warm things.</p>" });
    expect(
      await store().query(
        '{ collections(first: 5, query: "title:winter") { nodes { descriptionHtml products(first: 5) { nodes { handle } } } } }',
      ),
    ).toMatchObject({
      data: {
        collections: {
          nodes: [
            { descriptionHtml: "<p>Warm things.</p>", products: { nodes: [{ handle: "wool-socks" }] } },
          ],
        },
      },
    });
    await store().control("documents", { kind: "collection", handle: "winter", delete: true });
    expect((await fetch(`${store().url}/collections/winter`)).status).toBe(404);
    expect(app().webhooks.map(({ topic }) => topic)).toEqual([
      "COLLECTIONS_CREATE",
      "COLLECTIONS_UPDATE",
      "COLLECTIONS_DELETE",
    ]);
  });
});
