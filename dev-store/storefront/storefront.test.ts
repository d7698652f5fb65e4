import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startDevStore, type TestDevStore } from "../test-support/start-dev-store";

let store: TestDevStore;
beforeAll(async () => {
  store = await startDevStore();
});
afterAll(() => store.close());

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(store.url + path, { headers, redirect: "manual" });
const page = async (path: string) => (await get(path)).text();

describe("what a visitor should not get", () => {
  it.each(["/products/secret-lamp", "/products/secret-lamp.js", "/collections/none", "/pages/none", "/x/y"])(
    "%s is not found",
    async (path) => {
      expect((await get(path)).status).toBe(404);
    },
  );

  it("writes what was searched for as text, never as markup", async () => {
    const html = await page(`/search?q=${encodeURIComponent('"><script>alert(1)</script>')}`);
    expect(html).not.toContain("<script>alert(1)");
  });

  it("gives out no file outside of the asset folders", async () => {
    for (const path of [
      "/cdn/shop/assets/..%2f..%2fserver.ts",
      "/extensions/..%2f..%2fapp/assets/root.tsx",
    ]) {
      expect((await get(path)).status).toBe(404);
    }
    expect((await get("/cdn/images/..%2fcustomers_export.csv")).status).toBe(404);
  });

  it.each(["AND", '"', "(", "title:", "* -", "%F0%9F%A7%A6"])("survives a search for %s", async (words) => {
    expect((await get(`/search?q=${encodeURIComponent(words)}`)).status).toBe(200);
    expect((await get(`/search/suggest.json?q=${encodeURIComponent(words)}`)).status).toBe(200);
  });
});

describe("pages", () => {
  it.each(["/", "/collections", "/collections/all", "/collections/outdoor", "/search?q=jacket", "/cart"])(
    "%s renders without a text or a value missing",
    async (path) => {
      const response = await get(path);
      expect(response.status).toBe(200);
      const html = await response.text();
      expect(html).not.toMatch(/Translation missing|\[object Object\]|undefined|NaN|Liquid error/);
    },
  );

  it("shows a product with its price, former price and choices", async () => {
    const html = await page("/products/rain-jacket");
    expect(html).toContain("€89.00");
    expect(html).toContain("€120.00");
    expect(html).toContain("Only 3 left");
    expect(html).toMatch(/<input type="radio" name="option-0" value="M"/);
  });

  it("names the variant of the address as sold out when it is", async () => {
    const product = (await (await get("/products/rain-jacket.js")).json()) as { variants: { id: number }[] };
    const html = await page(`/products/rain-jacket?variant=${product.variants[1]?.id}`);
    expect(html).toMatch(/data-add[^>]*disabled/);
  });

  it("shows policies and pages as the store wrote them", async () => {
    expect(await page("/policies/refund-policy")).toContain("<strong>30 days</strong>");
    expect(await page("/pages/size-guide")).toContain("Measure your chest.");
  });

  it("is written from right to left for a language that is", async () => {
    expect(await page("/?locale=ar")).toContain('<html lang="ar" dir="rtl">');
    expect(await page("/?locale=de")).toContain('<html lang="de" dir="ltr">');
  });

  it("narrows and sorts a collection as its address says", async () => {
    const html = await page("/collections/all?filter.p.product_type=Socks&sort_by=price-ascending");
    expect(html).toContain("Wool Socks");
    expect(html).not.toContain("/products/rain-jacket");
    const sorted = await page("/collections/all?sort_by=price-ascending");
    expect(sorted.indexOf("/products/wool-socks")).toBeLessThan(sorted.indexOf("/products/rain-jacket"));
  });

  it("renders a section alone when asked for one", async () => {
    const html = await page("/cart?section_id=cart-drawer");
    expect(html).toContain("Your cart is empty.");
    expect(html).not.toContain("<html");
  });
});

describe("JSON", () => {
  it("gives a product in Shopify's shape, in minor units", async () => {
    const product = await (await get("/products/rain-jacket.js")).json();
    expect(product).toMatchObject({
      handle: "rain-jacket",
      price: 8900,
      compare_at_price: 12000,
      available: true,
      options: [
        { name: "Size", values: ["S", "M"] },
        { name: "Color", values: ["Blue"] },
      ],
      variants: [
        { sku: "RJ-S", available: true, price: 8900, option1: "S" },
        { sku: "RJ-M", available: false, price: 8950 },
      ],
    });
  });

  it("pages through a collection's products without those that are not published", async () => {
    const read = async (query: string) => {
      const response = await get(`/collections/all/products.json?${query}`);
      return ((await response.json()) as { products: { handle: string }[] }).products.map(
        ({ handle }) => handle,
      );
    };
    expect(await read("limit=1&page=1")).toEqual(["rain-jacket"]);
    expect(await read("limit=1&page=2")).toEqual(["wool-socks"]);
    expect(await read("limit=1&page=3")).toEqual([]);
  });

  it("suggests products while one types", async () => {
    const body = await (await get("/search/suggest.json?q=sock")).json();
    expect(body).toMatchObject({
      resources: { results: { products: [{ handle: "wool-socks", price: "12.50" }] } },
    });
  });
});

describe("assets", () => {
  it("are compressed and kept for a year when their address has a version", async () => {
    const href = /\/cdn\/shop\/assets\/base\.css\?v=\w+/.exec(await page("/"))?.[0] ?? "";
    const response = await get(href, { "accept-encoding": "br" });
    expect(response.headers.get("content-encoding")).toBe("br");
    expect(response.headers.get("cache-control")).toContain("immutable");
    expect(await response.text()).toContain("font-size: 62.5%");
  });

  it("draw a placeholder that cannot carry markup", async () => {
    const svg = await (await get(`/cdn/placeholder/${encodeURIComponent("<script>x</script>")}.svg`)).text();
    expect(svg).not.toContain("<script>");
  });
});
