import { SignJWT, UnsecuredJWT } from "jose";
import { describe, expect, it } from "vitest";
import { createSiteKey, readSiteShop, verifySiteToken } from "./site-token";

const KEY = createSiteKey();
const NOW = new Date("2026-11-21T12:00:00Z");
const SECONDS = NOW.getTime() / 1000;
const CLAIMS = {
  shop: "a.myshopify.com",
  origin: "https://www.example.com",
  aud: "aisle",
  iat: SECONDS,
  exp: SECONDS + 600,
};
const sign = (changes: object = {}, key = KEY, alg = "HS256") =>
  new SignJWT({ ...CLAIMS, ...changes }).setProtectedHeader({ alg }).sign(new TextEncoder().encode(key));
const verify = (token: string) => verifySiteToken(token, KEY, NOW);

describe("a website's token is refused", () => {
  it.each([
    ["another audience", { aud: "aisle-conversation" }],
    ["no audience", { aud: undefined }],
    ["an end in the past", { iat: SECONDS - 900, exp: SECONDS - 120 }],
    ["no end", { exp: undefined }],
    ["no beginning", { iat: undefined }],
    ["more than an hour between them", { exp: SECONDS + 3601 }],
    ["a beginning that lies a day ahead", { iat: SECONDS + 86_400, exp: SECONDS + 87_000 }],
    ["a path after the origin", { origin: "https://www.example.com/" }],
    ["no origin", { origin: undefined }],
    ["the origin of a file", { origin: "null" }],
    ["a scheme that is none of the web's", { origin: "javascript:alert(1)" }],
    ["a customer who is no number", { sub: "gid://shopify/Customer/1" }],
    ["a customer as a number", { sub: 1 }],
    ["an empty customer", { sub: "" }],
    ["no shop", { shop: undefined }],
  ])("with %s", async (_what, changes) => {
    expect(await verify(await sign(changes))).toBeNull();
  });

  it("when it was signed with another key, another algorithm, or not at all", async () => {
    expect(await verify(await sign({}, createSiteKey()))).toBeNull();
    expect(await verify(await sign({}, `${KEY}${KEY}`, "HS512"))).toBeNull();
    expect(await verify(new UnsecuredJWT(CLAIMS).encode())).toBeNull();
    for (const text of ["", "x", "a.b.c", "..", "\u0000"]) {
      expect(await verify(text)).toBeNull();
      expect(readSiteShop(text)).toBeNull();
    }
  });
});

it("a website's token says for which shop, on which page and for whom it was signed", async () => {
  expect(await verify(await sign())).toEqual({
    shop: CLAIMS.shop,
    origin: CLAIMS.origin,
    customerId: null,
  });
  expect((await verify(await sign({ sub: "7100000000101" })))?.customerId).toBe("7100000000101");
  expect(readSiteShop(await sign({}, createSiteKey()))).toBe(CLAIMS.shop);
});

it("a site's clock may be wrong by a minute", async () => {
  expect(await verify(await sign({ iat: SECONDS + 50, exp: SECONDS + 600 }))).not.toBeNull();
});
