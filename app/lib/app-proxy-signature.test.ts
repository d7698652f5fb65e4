import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { signAppProxyUrl, verifyAppProxyRequest } from "./app-proxy-signature";

const SECRET = "hush";
const NOW = new Date("2026-11-21T12:00:00Z");
const SECONDS = NOW.getTime() / 1000;

function urlWith(parameters: [string, string][] = []): URL {
  const url = new URL("https://app.example/proxy/session");
  const base: [string, string][] = [
    ["shop", "fernway.myshopify.com"],
    ["logged_in_customer_id", "42"],
    ["path_prefix", "/apps/aisle"],
    ["timestamp", String(SECONDS)],
  ];
  const named = new Set(parameters.map(([name]) => name));
  for (const [name, value] of [...base.filter(([name]) => !named.has(name)), ...parameters])
    url.searchParams.append(name, value);
  return url;
}
const signed = (parameters: [string, string][] = []) => signAppProxyUrl(urlWith(parameters), SECRET);
const verify = (url: URL) => verifyAppProxyRequest(url, SECRET, NOW);

describe("a request through the App Proxy is refused", () => {
  it("without a signature", () => expect(verify(urlWith())).toBeNull());
  it("with another secret's signature", () => expect(verify(signAppProxyUrl(urlWith(), "other"))).toBeNull());
  it.each(["", "0", "zz".repeat(32), "ab".repeat(31), "ab".repeat(33), "é"])(
    "with the signature %j",
    (text) => {
      const url = urlWith();
      url.searchParams.append("signature", text);
      expect(verify(url)).toBeNull();
    },
  );
  it.each(["shop", "logged_in_customer_id", "path_prefix", "timestamp"])("when %s was changed", (name) => {
    const url = signed();
    url.searchParams.set(name, "1");
    expect(verify(url)).toBeNull();
  });
  it.each(["shop", "logged_in_customer_id", "timestamp", "signature"])("when %s is there twice", (name) => {
    const url = signed();
    url.searchParams.append(name, url.searchParams.get(name) ?? "");
    expect(verify(url)).toBeNull();
  });
  it.each(["shop", "logged_in_customer_id", "timestamp"])(
    "when %s is there twice and both are signed",
    (name) => {
      const both = urlWith([
        [name, "1"],
        [name, "2"],
      ]);
      expect(verify(signAppProxyUrl(both, SECRET))).toBeNull();
    },
  );
  it("when a parameter was added", () => {
    const url = signed();
    url.searchParams.append("admin", "1");
    expect(verify(url)).toBeNull();
  });
  it.each([-91, 91, -86_400, 86_400])("when it was signed %i seconds from now", (seconds) => {
    expect(verify(signed([["timestamp", String(SECONDS + seconds)]]))).toBeNull();
  });
  it.each(["", "now", "1e9", "-1", "NaN", "0x1", " 1"])("with the signed timestamp %j", (timestamp) => {
    expect(verify(signed([["timestamp", timestamp]]))).toBeNull();
  });
  it.each([
    "",
    "evil.example",
    "x.myshopify.com.evil.example",
    "a/b.myshopify.com",
    "UPPER.myshopify.com",
    "-.myshopify.com",
  ])("for the signed shop %j", (shop) => expect(verify(signed([["shop", shop]]))).toBeNull());
  it.each(["abc", "1;2", "-1", "1 OR 1=1"])("for the signed customer %j", (customer) => {
    expect(verify(signed([["logged_in_customer_id", customer]]))).toBeNull();
  });
});

describe("a request that Shopify signed", () => {
  it("names the shop and the customer", () => {
    expect(verify(signed())).toEqual({ shop: "fernway.myshopify.com", customerId: "42" });
  });
  it("names nobody where nobody is signed in", () => {
    expect(verify(signed([["logged_in_customer_id", ""]]))?.customerId).toBeNull();
  });
  it.each([-89, 89])("may be %i seconds off", (seconds) => {
    expect(verify(signed([["timestamp", String(SECONDS + seconds)]]))).not.toBeNull();
  });
  it("is valid with upper-case, repeated, empty and non-Latin parameters", () => {
    const odd: [string, string][] = [
      ["Zeta", "1"],
      ["alpha", "a b+c&d=e"],
      ["ids", "1"],
      ["ids", "2"],
      ["ä", "ö😀"],
      ["empty", ""],
    ];
    expect(verify(signed(odd))).not.toBeNull();
  });
  it("is signed as Shopify documents it: sorted pairs, repeats joined by a comma", () => {
    const url = new URL(
      "https://x.example/?extra=1&extra=2&shop=shop-name.myshopify.com&logged_in_customer_id=1",
    );
    url.searchParams.append("path_prefix", "/apps/awesome_reviews");
    url.searchParams.append("timestamp", "1317327555");
    const text =
      "extra=1,2logged_in_customer_id=1path_prefix=/apps/awesome_reviewsshop=shop-name.myshopify.comtimestamp=1317327555";
    const expected = createHmac("sha256", SECRET).update(text).digest("hex");
    expect(signAppProxyUrl(url, SECRET).searchParams.get("signature")).toBe(expected);
  });
});
