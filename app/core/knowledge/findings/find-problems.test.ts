import { expect, it } from "vitest";
import { createInMemoryStore } from "../../store/fixtures/in-memory-store";
import { sampleProduct } from "../../store/fixtures/sample-products";
import type { StoreDocument } from "../../store/store-platform";
import { plainKnowledge } from "../fixtures/plain-knowledge";
import { findProblems } from "./find-problems";

const SHOP = "fernway.myshopify.com";
const signal = new AbortController().signal;
const page = (handle: string, html: string): StoreDocument => ({
  id: handle,
  kind: "page",
  title: handle,
  url: `https://fernway.example/pages/${handle}`,
  html,
  updatedAt: "2026-11-01T00:00:00Z",
});

function find(documents: StoreDocument[], answers: StoreDocument[] = [], paths: string[] = []) {
  const deps = {
    source: {
      listDocuments: async () => paths.map((path) => ({ id: path, updatedAt: "", path })),
    },
    store: createInMemoryStore({ documents, products: [sampleProduct()] }),
    index: plainKnowledge(),
    answers: { documents: async () => answers },
    storefrontUrl: async () => "https://fernway.example",
    now: () => new Date("2026-11-21T00:00:00Z"),
  };
  return findProblems(SHOP, deps, signal);
}

it("holds the merchant's own answers against her texts", async () => {
  const answer = { ...page("a", "<p>Returns are accepted for 14 days.</p>"), kind: "faq" as const };
  const found = await find([page("returns", "<p>You can return items within 30 days.</p>")], [answer]);
  expect(found).toMatchObject([{ kind: "contradiction", topic: "return-window" }]);
});

it("tells links to what is not there from links to what merely has no text", async () => {
  const html = ["/pages/empty", "/pages/gone", "/products/linen-shirt", "/products/sold-out-long-ago"]
    .map((link) => `<p><a href="${link}">More</a></p>`)
    .join("");
  const found = await find([page("help", html)], [], ["pages/help", "pages/empty"]);
  expect(found.map((finding) => finding.kind === "dead-link" && finding.link)).toEqual([
    "/pages/gone",
    "/products/sold-out-long-ago",
  ]);
});

it("says nothing of links to a part of the store that the app may not read", async () => {
  const html = '<p><a href="/collections/new">New</a></p>';
  expect(await find([page("help", html)], [], ["pages/help"])).toEqual([]);
});

it("finds nothing in a tidy shop", async () => {
  expect(await find([page("returns", "<p>You can return items within 30 days.</p>")])).toEqual([]);
});
