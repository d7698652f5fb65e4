import { VendorError } from "~/lib/errors";
import type { CustomerOrders } from "../store/order";
import type { StorePlatform } from "../store/store-platform";

/** As many as one request gives; older orders are found by number. */
const MAX_ORDERS = 20;
/** A slow platform is worth waiting for where nothing else answers the question. */
const DEADLINE_MS = 8_000;
/** Longer than that nobody is kept waiting for orders that she may not have asked about. */
export const ORDER_PATIENCE_MS = 2_500;
const KEEP_MS = 60_000;
const MAX_CUSTOMERS = 5_000;

/** The orders of customers who are about to ask: loaded once, in one request, and kept for a minute. */
export interface CustomerOrderCache {
  /** Rejects with VendorError when the platform fails or does not answer in time; failures are not kept. */
  load(shop: string, customerId: string): Promise<CustomerOrders>;
  forget(shop: string): void;
}

export function createCustomerOrderCache(
  store: Pick<StorePlatform, "loadCustomerOrders">,
  now: () => number = Date.now,
): CustomerOrderCache {
  const kept = new Map<string, { shop: string; orders: Promise<CustomerOrders>; until: number }>();

  function keep(key: string, shop: string, orders: Promise<CustomerOrders>): void {
    const entry = { shop, orders, until: now() + KEEP_MS };
    kept.delete(key);
    kept.set(key, entry);
    orders.catch(() => {
      if (kept.get(key) === entry) kept.delete(key);
    });
    const oldest = kept.keys().next().value;
    if (kept.size > MAX_CUSTOMERS && oldest !== undefined) kept.delete(oldest);
  }

  return {
    load(shop, customerId) {
      const key = JSON.stringify([shop, customerId]);
      const hit = kept.get(key);
      if (hit && hit.until > now()) return hit.orders;
      const orders = withDeadline((signal) => store.loadCustomerOrders(shop, customerId, MAX_ORDERS, signal));
      keep(key, shop, orders);
      return orders;
    },
    forget(shop) {
      for (const [key, entry] of kept) if (entry.shop === shop) kept.delete(key);
    },
  };
}

/** The orders if they come soon, else the other thing; they go on loading meanwhile. */
export async function soonOr(
  orders: Promise<CustomerOrders>,
  otherwise: CustomerOrders,
): Promise<CustomerOrders> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<CustomerOrders>((resolve) => {
    timer = setTimeout(() => resolve(otherwise), ORDER_PATIENCE_MS);
  });
  try {
    return await Promise.race([orders.catch(() => otherwise), late]);
  } finally {
    clearTimeout(timer);
  }
}

async function withDeadline(load: (signal: AbortSignal) => Promise<CustomerOrders>): Promise<CustomerOrders> {
  const deadline = new AbortController();
  const timer = setTimeout(
    () => deadline.abort(new VendorError("store", "The orders did not come in time.")),
    DEADLINE_MS,
  );
  try {
    return await load(deadline.signal);
  } finally {
    clearTimeout(timer);
  }
}
