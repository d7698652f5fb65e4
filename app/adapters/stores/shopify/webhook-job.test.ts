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

  it.each(["products/create", "products/update", "products/delete"])(
    "takes over a product's id on %s, and believes nothing else of it",
    (topic) => {
      const payload = { id: 788032119674292900, title: "Free!", variants: [{ price: "0.00" }] };
      expect(webhookJob(topic, shop, payload, at)).toEqual({
        kind: "products-changed",
        shop,
        at: "2026-11-01T10:00:00.000Z",
        productIds: ["788032119674292900"],
      });
      for (const id of ["gid://shopify/Shop/1", "1) { x", "", -1, 1.5, null, {}]) {
        expect(webhookJob(topic, shop, { id }, at)).toBeNull();
      }
    },
  );

  it("knows topics in the header's and in the library's form", () => {
    expect(webhookJob("app/uninstalled", shop, {}, at)?.kind).toBe("uninstalled");
    expect(webhookJob("APP_UNINSTALLED", shop, {}, at)?.kind).toBe("uninstalled");
    expect(webhookJob("shop/redact", shop, {}, at)?.kind).toBe("redact-shop");
    expect(webhookJob("shop/update", shop, { id: 1 }, at)?.kind).toBe("store-changed");
    expect(webhookJob("COLLECTIONS_UPDATE", shop, { id: 1 }, at)?.kind).toBe("texts-changed");
    expect(webhookJob("bulk_operations/finish", shop, {}, at)?.kind).toBe("export-finished");
    expect(webhookJob("app/scopes_update", shop, { current: ["read_orders"] }, at)).toMatchObject({
      kind: "scopes-updated",
      scopes: ["read_orders"],
    });
  });
});
