import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe } from "vitest";
import { type RunningApp, startApp } from "../support/running-app";
import { ShopperClient } from "../support/shopper-client";
import type { OrderCard, Turn } from "../support/turn";
import { type ExportedOrder, groupBy, readExportedOrders } from "./exported-orders";
import { findFalseClaims } from "./false-claims";

const STORE = "../shared/data/stores/retail";
const isThere = existsSync(STORE);
const CONCURRENT_SHOPPERS = 6;

export const orders = isThere ? readExportedOrders(STORE) : [];
const timezone: string = isThere
  ? JSON.parse(readFileSync(join(STORE, "shop.json"), "utf8")).timezone
  : "UTC";
export const byCustomer = groupBy(orders, (order) => order.customerId);
export const customerIds = [...byCustomer.keys()];

type Facts = Pick<OrderCard, "state" | "placedAt" | "expectedAt" | "deliveredAt" | "parcels">;

export interface Question {
  order: ExportedOrder;
  customerId: string;
  text: string;
}

/** The store with everybody who shops there. */
export interface RetailStore {
  /** Each customer signs in once. */
  signedIn(customerId: string): Promise<ShopperClient>;
  visitor(): Promise<ShopperClient>;
  /** Everybody asks in a conversation of her own; what is wrong comes back as sentences. */
  askAll(asked: Question[], judge: (order: ExportedOrder, turn: Turn) => string[]): Promise<string[]>;
}

/** Tests over every order of a real store, each of which is asked for through the storefront. One app a file. */
export function describeRetail(what: string, define: (store: RetailStore) => void): void {
  describe.skipIf(!isThere)(`${what} (needs ${STORE})`, () => {
    let app: RunningApp;
    beforeAll(async () => {
      app = await startApp({ storeData: STORE });
    }, 240_000);
    afterAll(() => app?.stop());

    const shoppers = new Map<string, Promise<ShopperClient>>();
    function signedIn(customerId: string): Promise<ShopperClient> {
      const known =
        shoppers.get(customerId) ?? ShopperClient.open({ storefrontUrl: app.storefrontUrl, customerId });
      shoppers.set(customerId, known);
      return known;
    }

    /** The turn, or in words why there was none. */
    async function tell(customerId: string, text: string): Promise<Turn | string> {
      const shopper = await signedIn(customerId);
      return shopper.ask(text).catch((error: Error) => error.message);
    }

    define({
      signedIn,
      visitor: () => ShopperClient.open({ storefrontUrl: app.storefrontUrl }),
      async askAll(asked, judge) {
        const wrong: string[] = [];
        const queue = [...asked];
        const work = async (): Promise<void> => {
          for (let next = queue.pop(); next; next = queue.pop()) {
            const { order, customerId, text } = next;
            const told = await tell(customerId, text);
            const problems = typeof told === "string" ? [told] : judge(order, told);
            const said = typeof told === "string" ? "" : told.text;
            for (const problem of problems)
              wrong.push(`${order.name} (${order.state}) "${text}": ${problem} | ${said}`);
          }
        };
        await Promise.all(Array.from({ length: CONCURRENT_SHOPPERS }, work));
        return wrong;
      },
    });
  });
}

/** Takes one of several wordings by the order's digits, so that every run asks the same. */
export const worded = (order: ExportedOrder, ...wordings: string[]): string =>
  wordings[Number(order.name.slice(-2)) % wordings.length] ?? "";

export function judgeOne(order: ExportedOrder, turn: Turn): string[] {
  if (turn.outcome !== "answered") return [`ended as ${turn.outcome ?? turn.error?.code}`];
  const card = turn.orders[0];
  if (turn.orders.length !== 1 || card?.name !== order.name)
    return [`cards: ${turn.orders.map(({ name }) => name).join() || "none"}`];
  return [...wrongFacts(order, turn), ...findFalseClaims(turn.text, [order], timezone)];
}

/** Several orders with the item: each may be shown, or asked about, or the only one still open answered. */
export function judgeByItem(order: ExportedOrder, turn: Turn): string[] {
  const title = order.titles[0] ?? "";
  const candidates = (byCustomer.get(order.customerId) ?? []).filter((one) => one.titles.includes(title));
  if (candidates.length === 1) return judgeOne(order, turn);
  const open = candidates.filter((one) => one.state === "in_transit" || one.state === "unfulfilled");
  const shown = candidates.filter((one) => turn.orders.some((card) => card.name === one.name));
  const strangers = turn.orders.filter((card) => !candidates.some((one) => one.name === card.name));
  const isClear = shown.length > 1 || turn.text.includes("?") || (open.length === 1 && shown[0] === open[0]);
  return [
    ...strangers.map((card) => `shows ${card.name}, which has none`),
    ...(isClear ? [] : ["several orders have it, and it neither shows nor asks"]),
    ...shown.flatMap((one) => wrongFacts(one, turn)),
    ...findFalseClaims(turn.text, candidates, timezone),
  ];
}

function wrongFacts(order: ExportedOrder, turn: Turn): string[] {
  const card = turn.orders.find(({ name }) => name === order.name);
  const facts = (one: Facts): string =>
    JSON.stringify({
      state: one.state,
      dates: [one.placedAt, one.expectedAt, one.deliveredAt].map((date) => (date ? Date.parse(date) : null)),
      parcels: one.parcels.map(({ company, number, url, state }) => [company, number, url, state]),
    });
  const [expected, got] = [facts(order), card ? facts(card) : "no card"];
  return expected === got ? [] : [`expected ${expected}, got ${got}`];
}

/** Whatever only its owner may know; the number itself came from the asker. */
export function leaksOf(order: ExportedOrder, turn: Turn): string[] {
  const everything = JSON.stringify(turn.events);
  const secrets = [
    order.placedAt,
    order.expectedAt,
    order.deliveredAt,
    ...order.parcels.flatMap((parcel) => [parcel.number, parcel.url]),
  ];
  return secrets
    .filter((secret) => secret !== null && everything.includes(secret))
    .map((secret) => `${order.name} leaks ${secret}`);
}
