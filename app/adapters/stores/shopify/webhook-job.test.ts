import { describe, expect, it } from "vitest";
import { webhookJob } from "./webhook-job";

const shop = "a.myshopify.com";
const at = new Date("2026-11-01T10:00:00Z");

describe("webhook job", () => {
  it("asks for nothing where the payload lacks what the work needs", () => {
    for (const payload of [null, [], "x", {}, { customer: null }, { customer: { id: {} } }]) {
      expect(webhookJob("customers/redact", shop, payload, at)).toBeNull();
      expect(webhookJob("customers/data_request", shop, payload, at)).toBeNull();
      expect(webhookJob("app/scopes_update", shop, payload, at)).toBeNull();
    }
  });

  it("asks for nothing on topics that it does not know", () => {
    expect(webhookJob("orders/create", shop, {}, at)).toBeNull();
  });

  it("takes over the customer's id and email, and nothing else of the payload", () => {
    const payload = {
      shop_id: 1,
      customer: { id: 207119551, email: "a@example.com", phone: "555" },
      orders_to_redact: [1],
    };
    expect(webhookJob("customers/redact", shop, payload, at)).toEqual({
      kind: "redact-customer",
      shop,
      at: "2026-11-01T10:00:00.000Z",
      customerId: "207119551",
      email: "a@example.com",
    });
  });

  it("knows topics in the header's and in the library's form", () => {
    expect(webhookJob("app/uninstalled", shop, {}, at)?.kind).toBe("uninstalled");
    expect(webhookJob("APP_UNINSTALLED", shop, {}, at)?.kind).toBe("uninstalled");
    expect(webhookJob("shop/redact", shop, {}, at)?.kind).toBe("redact-shop");
    expect(webhookJob("products/update", shop, { id: 1 }, at)?.kind).toBe("store-changed");
    expect(webhookJob("app/scopes_update", shop, { current: ["read_orders"] }, at)).toMatchObject({
      kind: "scopes-updated",
      scopes: ["read_orders"],
    });
  });
});
