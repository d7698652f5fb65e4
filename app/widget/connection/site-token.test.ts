import { afterEach, expect, test, vi } from "vitest";
import { createSiteToken } from "./site-token";

const tokenUntil = (at: number) =>
  `x.${Buffer.from(JSON.stringify({ exp: at / 1000, shop: "ü?>" })).toString("base64url")}.y`;
const answers = (...tokens: string[]) => {
  const fetch = vi.fn(async () => new Response(` ${tokens.shift()}\n`));
  vi.stubGlobal("fetch", fetch);
  return fetch;
};
afterEach(() => vi.unstubAllGlobals());

test("a token in the tag is used as it is, good or not", async () => {
  const fetch = answers();
  expect(await createSiteToken({ token: "x" })()).toBe("x");
  expect(fetch).not.toHaveBeenCalled();
});

test("a token is asked for when it is needed, and anew only once it has nearly run out", async () => {
  const [short, long] = [tokenUntil(Date.now() + 20_000), tokenUntil(Date.now() + 600_000)];
  const fetch = answers(short, long);
  const siteToken = createSiteToken({ tokenUrl: "/aisle-token" });
  expect(fetch).not.toHaveBeenCalled();
  expect([await siteToken(), await siteToken(), await siteToken()]).toEqual([short, long, long]);
  expect(fetch).toHaveBeenCalledTimes(2);
});

test("a website that does not give one is a failed request", async () => {
  vi.stubGlobal("fetch", async () => new Response("No", { status: 500 }));
  await expect(createSiteToken({ tokenUrl: "/aisle-token" })()).rejects.toThrow("500");
});
