import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startDevStore, type TestDevStore } from "../../test-support/start-dev-store";

let store: TestDevStore;
beforeAll(async () => {
  store = await startDevStore();
});
afterAll(() => store.close());

const get = (path: string, cookie = "") =>
  fetch(store.url + path, { headers: { cookie }, redirect: "manual" });

async function signIn(body: unknown): Promise<Response> {
  return fetch(`${store.url}/account/login`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
}

async function cookieOf(customerId: string): Promise<string> {
  const response = await signIn({ customerId });
  return response.headers.get("set-cookie")?.split(";")[0] ?? "";
}

const orderId = (name: string) => store.context.data.orders.find((order) => order.name === name)?.id;

describe("who is not let in", () => {
  it("a customer does not see another customer's order", async () => {
    const cookie = await cookieOf("7002");
    expect((await get(`/account/orders/${orderId("#1001")}`, cookie)).status).toBe(404);
  });

  it("a visitor is sent to the sign-in page, and back afterwards", async () => {
    const response = await get(`/account/orders/${orderId("#1001")}`);
    expect(response.headers.get("location")).toBe(
      `/account/login?return_url=${encodeURIComponent(`/account/orders/${orderId("#1001")}`)}`,
    );
  });

  it("a session that was signed by somebody else counts for nothing", async () => {
    const [name, value = ""] = (await cookieOf("7001")).split("=");
    const [session = "", signature = ""] = value.split(".");
    const forged = `${name}=${session}.${signature.replace(/.$/, (last) => (last === "0" ? "1" : "0"))}`;
    expect((await get("/account", forged)).status).toBe(302);
    expect((await get("/account", `${name}=${session}`)).status).toBe(302);
  });

  it.each([[{}], [{ customerId: "1" }], [{ customerId: "__proto__" }], [[]]])(
    "nobody signs in with %j",
    async (body) => {
      expect((await signIn(body)).status).toBe(422);
    },
  );

  it.each(["//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)"])(
    "signing in does not lead away to %s",
    async (returnUrl) => {
      const form = new URLSearchParams({ customerId: "7001", return_url: returnUrl });
      const response = await fetch(`${store.url}/account/login`, {
        method: "POST",
        body: form,
        redirect: "manual",
      });
      expect(response.headers.get("location")).toBe("/account");
    },
  );
});

describe("a customer", () => {
  it("is found by name, email or id", async () => {
    for (const words of ["lima", "ana@", "7001"]) {
      const html = await (await get(`/account/login?q=${encodeURIComponent(words)}`)).text();
      expect(html).toContain("Ana Lima");
      expect(html).not.toContain("Ben Okoro");
    }
  });

  it("signs in with JSON and gets a cookie that scripts cannot read", async () => {
    const response = await signIn({ customerId: "7001" });
    expect(await response.json()).toEqual({ customerId: "7001", firstName: "Ana" });
    expect(response.headers.get("set-cookie")).toContain("HttpOnly");
  });

  it("sees her orders and where a parcel is", async () => {
    const cookie = await cookieOf("7001");
    const account = await (await get("/account", cookie)).text();
    expect(account).toContain("#1001");
    expect(account).not.toContain("#1003");
    const order = await (await get(`/account/orders/${orderId("#1001")}`, cookie)).text();
    expect(order).toContain("JJD01");
    expect(order).toContain("In transit");
    expect(order).toContain("November 21, 2026");
  });

  it("is signed out for good", async () => {
    const cookie = await cookieOf("7001");
    await get("/account/logout", cookie);
    expect((await get("/account", cookie)).status).toBe(302);
  });
});
