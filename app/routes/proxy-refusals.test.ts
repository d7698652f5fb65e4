import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { requireAssistant } from "~/composition/assistant.server";
import { CUSTOMER, call, openStorefront, proxied } from "~/composition/fakes/storefront";
import { VendorError } from "~/lib/errors";
import * as splat from "./proxy.$";
import * as chat from "./proxy.chat";
import * as feedback from "./proxy.feedback";
import * as handoff from "./proxy.handoff";
import * as orders from "./proxy.orders";
import * as session from "./proxy.session";

let storefront: Awaited<ReturnType<typeof openStorefront>>;
beforeAll(async () => {
  storefront = await openStorefront();
});
afterAll(() => storefront.close());

const message = (changes: object = {}) => ({ messageId: "m1", text: "Where is my order?", ...changes });
const ROUTES = [
  ["session", session.action, {}],
  ["chat", chat.action, message()],
  ["feedback", feedback.action, { turnId: crypto.randomUUID(), rating: "up" }],
  ["handoff", handoff.action, {}],
  ["orders", orders.loader, undefined],
  ["elsewhere", splat.loader, undefined],
] as const;

describe.each(ROUTES)("/proxy/%s", (path, route, body) => {
  const refused = async (request: Request, status: number, code: string) => {
    const answer = await call(route, request);
    expect(answer).toMatchObject({ status, json: { error: { code, message: expect.any(String) } } });
    expect(answer.headers.get("Cache-Control")).toBe("no-store");
  };

  it("answers 401 without Shopify's signature, or with another's", async () => {
    const unsigned = new URL(proxied(path).url);
    unsigned.searchParams.delete("signature");
    const init = body ? { method: "POST", body: JSON.stringify(body) } : {};
    await refused(new Request(unsigned, init), 401, "not-signed");
    await refused(proxied(path, body, { secret: "other" }), 401, "not-signed");
  });

  it("answers 401 to a request that was recorded", async () => {
    const timestamp = String(Math.floor(Date.now() / 1000) - 100);
    await refused(proxied(path, body, { parameters: { timestamp } }), 401, "not-signed");
  });

  it("answers 401 when the customer was put in after signing, by query or by header", async () => {
    const url = new URL(proxied(path).url);
    url.searchParams.set("logged_in_customer_id", CUSTOMER);
    await refused(
      new Request(url, body ? { method: "POST", body: JSON.stringify(body) } : {}),
      401,
      "not-signed",
    );
  });

  it("answers 403 when a page of another site has the shopper's browser ask, whoever she is", async () => {
    const headers = { "Sec-Fetch-Site": "cross-site", "Content-Type": "text/plain" };
    await refused(proxied(path, body, { customerId: CUSTOMER, headers }), 403, "not-yours");
  });

  it("answers 404 for a shop that has no Aisle", async () => {
    await refused(proxied(path, body, { shop: "stranger.myshopify.com" }), 404, "not-found");
  });

  it.each(["PUT", "DELETE", "PATCH"])("answers %s with 405 or 404, in the error's shape", async (method) => {
    const answer = await call(route, proxied(path, body ?? {}, { method }));
    expect([404, 405]).toContain(answer.status);
    expect(answer.json).toMatchObject({ error: { code: expect.any(String) } });
  });
});

const POSTS = ROUTES.filter(([, , body]) => body !== undefined);

describe.each(POSTS)("a body sent to /proxy/%s", (path, route) => {
  it.each([
    ["half of JSON", '{"messageId":'],
    ["a list", "[]"],
    ["null", "null"],
    ["a number", "1e999"],
    ["text", "hello"],
    ["not UTF-8", Uint8Array.from([0x7b, 0xff, 0xfe, 0x7d])],
    ["deep JSON", `${"[".repeat(20_000)}${"]".repeat(20_000)}`],
    ["wrong types", '{"messageId":1,"text":{},"turnId":[],"rating":0,"email":{},"conversationToken":7}'],
  ])("that is %s is answered with 400", async (_, body) => {
    const answer = await call(route, proxied(path, body));
    expect(answer.status).toBe(400);
    expect(answer.json).toMatchObject({ error: { code: "malformed" } });
  });

  it("beyond 64 KB is answered with 413, announced or not", async () => {
    const huge = JSON.stringify({ text: "x", filler: "x".repeat(70_000) });
    expect((await call(route, proxied(path, huge))).status).toBe(413);
    const headers = { "Content-Length": "99999999" };
    expect((await call(route, proxied(path, "{}", { headers }))).status).toBe(413);
  });

  it("that is random never is answered with 500", async () => {
    const shaped = fc.record(
      {
        messageId: fc.oneof(fc.string(), fc.constant("m1"), fc.anything()),
        text: fc.oneof(fc.string({ unit: "binary" }), fc.anything()),
        turnId: fc.oneof(fc.uuid(), fc.anything()),
        rating: fc.oneof(fc.constantFrom("up", "down"), fc.anything()),
        conversationToken: fc.oneof(fc.string(), fc.anything()),
        email: fc.oneof(fc.emailAddress(), fc.anything()),
        context: fc.anything(),
        fresh: fc.anything(),
      },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(fc.oneof(shaped, fc.jsonValue(), fc.string({ unit: "binary" })), async (body) => {
        const text = typeof body === "string" ? body : (JSON.stringify(body) ?? "");
        const answer = await call(route, proxied(path, text === "" ? " " : text));
        expect(answer.status).toBeLessThan(500);
      }),
      { numRuns: 200 },
    );
  }, 60_000);
});

describe("when the database is away", () => {
  it("every route answers 503 with Retry-After", async () => {
    const { turns } = requireAssistant();
    const findShop = turns.shops.findShop;
    turns.shops.findShop = async () => Promise.reject(new VendorError("postgres", "gone"));
    for (const [path, route, body] of ROUTES) {
      const answer = await call(route, proxied(path, body));
      expect(answer.status).toBe(503);
      expect(Number(answer.headers.get("Retry-After"))).toBeGreaterThan(0);
    }
    turns.shops.findShop = findShop;
  });

  it("a shop whose profile never came is asked for it, and gone when the token is", async () => {
    await storefront.shops.ensureShop("new.myshopify.com", new Date(), null);
    const load = storefront.platform.loadProfile;
    storefront.platform.loadProfile = async () =>
      Promise.reject(new VendorError("shopify", "x", { status: 401 }));
    expect((await call(session.action, proxied("session", {}, { shop: "new.myshopify.com" }))).status).toBe(
      404,
    );
    storefront.platform.loadProfile = load;
  });
});
