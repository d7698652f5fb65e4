import { describe, expect, it, vi } from "vitest";
import { VendorError } from "~/lib/errors";
import type { CustomerOrders } from "../store/order";
import { createCustomerOrderCache, soonOr } from "./customer-orders";

const orders: CustomerOrders = { firstName: "Ada", tags: [], orders: [] };

describe("a customer's orders", () => {
  it("are loaded once a minute, for her alone and in her shop alone", async () => {
    const clock = { at: 0 };
    const loaded: string[] = [];
    const cache = createCustomerOrderCache(
      {
        loadCustomerOrders: async (shop, customerId) => {
          loaded.push(`${shop} ${customerId}`);
          return orders;
        },
      },
      () => clock.at,
    );
    await Promise.all([
      cache.load("a", "1"),
      cache.load("a", "1"),
      cache.load("a", "2"),
      cache.load("b", "1"),
    ]);
    expect(loaded).toEqual(["a 1", "a 2", "b 1"]);
    clock.at = 59_000;
    await cache.load("a", "1");
    expect(loaded).toHaveLength(3);
    clock.at = 61_000;
    await cache.load("a", "1");
    expect(loaded).toHaveLength(4);
    cache.forget("a");
    await cache.load("a", "1");
    await cache.load("b", "1");
    expect(loaded.slice(4)).toEqual(["a 1", "b 1"]);
  });

  it("are asked for again after a failure", async () => {
    let fails = true;
    const cache = createCustomerOrderCache({
      loadCustomerOrders: async () => (fails ? Promise.reject(new VendorError("shopify", "x")) : orders),
    });
    await expect(cache.load("a", "1")).rejects.toThrow(VendorError);
    fails = false;
    expect(await cache.load("a", "1")).toEqual(orders);
  });

  it("are given up after eight seconds", async () => {
    vi.useFakeTimers();
    const cache = createCustomerOrderCache({
      loadCustomerOrders: (_shop, _customerId, _limit, signal) =>
        new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason))),
    });
    const loading = expect(cache.load("a", "1")).rejects.toThrow(VendorError);
    await vi.advanceTimersByTimeAsync(8_100);
    await loading;
    vi.useRealTimers();
  });

  it("keep a turn waiting for two and a half seconds, and its tools for as long as they take", async () => {
    vi.useFakeTimers();
    const nobodys = { firstName: null, tags: [], orders: [] };
    const loading = new Promise<CustomerOrders>((resolve) => setTimeout(() => resolve(orders), 3_000));
    const soon = soonOr(loading, nobodys);
    await vi.advanceTimersByTimeAsync(2_600);
    expect(await soon).toBe(nobodys);
    await vi.advanceTimersByTimeAsync(500);
    expect(await loading).toBe(orders);
    expect(await soonOr(Promise.reject(new VendorError("shopify", "x")), nobodys)).toBe(nobodys);
    vi.useRealTimers();
  });
});
