import { describe, expect, it } from "vitest";
import type { StoreDocument } from "../../store/store-platform";
import { findDeadLinks, findStorefrontLinks } from "./find-dead-links";
import { findOldPolicies, findPastDates, pastDateIn } from "./find-stale";

const now = new Date("2026-11-21T00:00:00Z");
const document = (changes: Partial<StoreDocument>): StoreDocument => ({
  id: "d1",
  kind: "page",
  title: "News",
  url: "https://s.example/pages/news",
  html: "",
  updatedAt: null,
  ...changes,
});

describe("a past date", () => {
  it.each([
    ["Order by 18 December 2024 for delivery before Christmas.", "18 december 2024"],
    ["Our summer sale 2025 is on!", "2025"],
    ["This offer is valid until 2025-03-01.", "2025-03-01"],
    ["Our shop is closed until March 2026.", "march 2026"],
    ["Angebot gültig bis 31.12.2024", "31.12.2024"],
    ["Rebajas de verano 2023", "2023"],
    ["Soldes jusqu'au 3 février 2025", "3 fevrier 2025"],
  ])("is found in %j", (text, said) => {
    expect(pastDateIn(text, now)).toBe(said);
  });

  it.each([
    "Making boots since 1998, with a new collection every season.",
    "Founded in 2012, open until late.",
    "© 2024 Fernway. All offers end at midnight.",
    "The offer ends on 24 December 2026.",
    "Our summer sale 2026 was on from June to August 2026, and winter 2027 follows.",
    "Valid under Regulation (EU) 2016/679 until further notice.",
    "The sale starts soon.",
    "We sold 2000 pairs, and 2019 more are in the summer collection of next year 2027.",
    "Winner of the 2021 design award, new in our collection.",
    "Order by 1 November 2026.",
  ])("is not seen in %j", (text) => {
    expect(pastDateIn(text, now)).toBeNull();
  });

  it("is quoted once a text, and not looked for in policies and articles", () => {
    const html = "<p>Summer sale 2024.</p><p>Winter sale 2024.</p>";
    expect(findPastDates([document({ html })], now)).toMatchObject([
      { kind: "past-date", said: "2024", quote: { documentId: "d1", text: "Summer sale 2024." } },
    ]);
    expect(
      findPastDates([document({ html, kind: "policy" }), document({ html, kind: "article" })], now),
    ).toEqual([]);
  });
});

describe("an old policy", () => {
  it("is one that nobody has touched for more than two years", () => {
    const policy = (updatedAt: string | null) => document({ kind: "policy", html: "Text", updatedAt });
    const found = findOldPolicies(
      [policy("2024-11-01T00:00:00Z"), policy("2025-01-01T00:00:00Z"), policy(null), policy("nonsense")],
      now,
    );
    expect(found).toMatchObject([{ kind: "old-policy", updatedAt: "2024-11-01T00:00:00Z" }]);
    expect(findOldPolicies([document({ html: "x", updatedAt: "2001-01-01T00:00:00Z" })], now)).toEqual([]);
  });
});

describe("a dead link", () => {
  const links = (html: string) =>
    findStorefrontLinks([document({ html })], "https://s.example").map(
      ({ part, handle }) => `${part}/${handle}`,
    );

  it("is looked for among links to the shop's own pages, collections and products", () => {
    const html = `text <a href="/pages/sizes">a</a><a href='https://s.example/products/blue-%C3%BCber?variant=1'>b</a>
      <a class="x" href="/fr/collections/new/">c</a><a href="/pages/sizes#shoes">d</a>`;
    expect(links(html)).toEqual(["pages/sizes", "products/blue-über", "collections/new"]);
  });

  it.each([
    '<a href="https://other.example/pages/sizes">x</a>',
    '<a href="javascript:alert(1)">x</a>',
    '<a href="//evil.example/pages/x">x</a>',
    '<a href="mailto:a@s.example">x</a>',
    '<a href="/collections/all">x</a>',
    '<a href="/apps/tracker/pages">x</a>',
    '<a href="/">x</a>',
    '<a href="http://[">x</a>',
  ])("is not taken for one where nothing can be known: %s", (html) => {
    expect(links(html)).toEqual([]);
  });

  it("is told with its text", () => {
    const all = findStorefrontLinks(
      [document({ html: '<p>See <a href="/pages/gone">this</a> and <a href="/pages/here">that</a>.</p>' })],
      "https://s.example",
    );
    expect(findDeadLinks(all, ({ handle }) => handle === "here")).toMatchObject([
      { kind: "dead-link", link: "/pages/gone", quote: { text: "See this and that." } },
    ]);
  });
});
