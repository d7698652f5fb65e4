import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type RunningApp, startApp } from "../support/running-app";
import { ShopperClient } from "../support/shopper-client";
import type { OrderCard, Turn } from "../support/turn";
import { type ExportedOrder, groupBy, readExportedOrders } from "./exported-orders";
import { findFalseClaims } from "./false-claims";

const STORE = "../shared/data/stores/retail";
const isThere = existsSync(STORE);
const CONCURRENT_SHOPPERS = 6;

const orders = isThere ? readExportedOrders(STORE) : [];
const timezone: string = isThere
  ? JSON.parse(readFileSync(join(STORE, "shop.json"), "utf8")).timezone
  : "UTC";
const byCustomer = groupBy(orders, (order) => order.customerId);
const customerIds = [...byCustomer.keys()];

type Facts = Pick<OrderCard, "state" | "placedAt" | "expectedAt" | "deliveredAt" | "parcels">;

/** Takes one of several wordings by the order's digits, so that every run asks the same. */
const worded = (order: ExportedOrder, ...wordings: string[]): string =>
  wordings[Number(order.name.slice(-2)) % wordings.length] ?? "";

describe.skipIf(!isThere)(
  "every order of a real store, asked for through the storefront (needs ../shared/data/stores/retail)",
  () => {
    let app: RunningApp;
    beforeAll(async () => {
      app = await startApp({ storeData: STORE });
    }, 240_000);
    afterAll(() => app?.stop());

    const shoppers = new Map<string, Promise<ShopperClient>>();
    /** Each customer signs in once. */
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

    /** Everybody asks in a conversation of her own; what is wrong comes back as sentences. */
    async function askAll(
      asked: { order: ExportedOrder; customerId: string; text: string }[],
      judge: (order: ExportedOrder, turn: Turn) => string[],
    ): Promise<string[]> {
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
    }

    test("its customer asks with the number and gets exactly its facts", async () => {
      const asked = orders.map((order) => {
        const bare = order.name.replace("#", "");
        const text = worded(
          order,
          `Where is my order ${order.name}?`,
          `what's the status of ${bare}`,
          `Has order ${bare} been shipped yet?`,
          `when will ${order.name} arrive`,
        );
        return { order, customerId: order.customerId, text };
      });
      expect((await askAll(asked, judgeOne)).slice(0, 20)).toEqual([]);
    }, 600_000);

    test("its customer asks by what is in it: answered where one order has it, asked back where several do", async () => {
      const asked = orders.flatMap((order) => {
        const others = (byCustomer.get(order.customerId) ?? []).filter((other) => other !== order);
        const title =
          order.titles.find((one) => others.every((other) => !other.titles.includes(one))) ??
          order.titles[0] ??
          "";
        const text = worded(
          order,
          `Where is my ${title}?`,
          `hi, any news about the ${title.toLowerCase()} I ordered?`,
          `When does my ${title} arrive?`,
        );
        return { order: { ...order, titles: [title] }, customerId: order.customerId, text };
      });
      expect((await askAll(asked, judgeByItem)).slice(0, 20)).toEqual([]);
    }, 600_000);

    test("each customer asks for the latest order and gets the newest", async () => {
      const asked = customerIds.flatMap((customerId) => {
        const newest = byCustomer
          .get(customerId)
          ?.toSorted((a, b) => b.placedAt.localeCompare(a.placedAt))[0];
        if (!newest) return [];
        return [
          {
            order: newest,
            customerId,
            text: worded(
              newest,
              "Where is my latest order?",
              "what happened to my last order",
              "Status of my most recent order please",
            ),
          },
        ];
      });
      expect((await askAll(asked, judgeOne)).slice(0, 20)).toEqual([]);
    }, 600_000);

    test("another customer learns nothing of it, not even that it exists", async () => {
      const strangers = orders.map((order, index) => {
        const customerId =
          customerIds.filter((id) => id !== order.customerId)[index % (customerIds.length - 1)] ?? "";
        return { order, customerId, text: `Where is order ${order.name}?` };
      });
      const missing = new Map<string, string>();
      const answerToMissing = async (customerId: string, order: ExportedOrder): Promise<string> => {
        const shopper = await signedIn(customerId);
        const turn = await shopper.ask("Where is order #W0000001?");
        return turn.text.replaceAll("W0000001", order.name.replace("#", ""));
      };
      for (const { order, customerId } of strangers.slice(0, 25))
        missing.set(order.name, await answerToMissing(customerId, order));
      const wrong = await askAll(strangers, (order, turn) => [
        ...turn.orders.filter((card) => card.name === order.name).map(() => "shows its card"),
        ...leaksOf(order, turn),
        ...(missing.has(order.name) && missing.get(order.name) !== turn.text
          ? [`differs from the answer to a missing order: ${missing.get(order.name)}`]
          : []),
      ]);
      expect(wrong.slice(0, 20)).toEqual([]);
    }, 600_000);

    test("nobody signed in sees any of it", async () => {
      const wrong: string[] = [];
      for (const order of orders.filter((_, index) => index % 50 === 0)) {
        const shopper = await ShopperClient.open({ storefrontUrl: app.storefrontUrl });
        const turn = await shopper.ask(`Where is my order ${order.name}?`);
        if (turn.orders.length > 0) wrong.push(`${order.name} shows a card`);
        wrong.push(...leaksOf(order, turn));
      }
      expect(wrong).toEqual([]);
    }, 60_000);

    function judgeOne(order: ExportedOrder, turn: Turn): string[] {
      if (turn.outcome !== "answered") return [`ended as ${turn.outcome ?? turn.error?.code}`];
      const card = turn.orders[0];
      if (turn.orders.length !== 1 || card?.name !== order.name)
        return [`cards: ${turn.orders.map(({ name }) => name).join() || "none"}`];
      return [...wrongFacts(order, turn), ...findFalseClaims(turn.text, [order], timezone)];
    }

    /** Several orders with the item: each may be shown, or asked about, or the only one still open answered. */
    function judgeByItem(order: ExportedOrder, turn: Turn): string[] {
      const title = order.titles[0] ?? "";
      const candidates = (byCustomer.get(order.customerId) ?? []).filter((one) => one.titles.includes(title));
      if (candidates.length === 1) return judgeOne(order, turn);
      const open = candidates.filter((one) => one.state === "in_transit" || one.state === "unfulfilled");
      const shown = candidates.filter((one) => turn.orders.some((card) => card.name === one.name));
      const strangers = turn.orders.filter((card) => !candidates.some((one) => one.name === card.name));
      const isClear =
        shown.length > 1 || turn.text.includes("?") || (open.length === 1 && shown[0] === open[0]);
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
          dates: [one.placedAt, one.expectedAt, one.deliveredAt].map((date) =>
            date ? Date.parse(date) : null,
          ),
          parcels: one.parcels.map(({ company, number, url, state }) => [company, number, url, state]),
        });
      const [expected, got] = [facts(order), card ? facts(card) : "no card"];
      return expected === got ? [] : [`expected ${expected}, got ${got}`];
    }

    /** Whatever only its owner may know; the number itself came from the asker. */
    function leaksOf(order: ExportedOrder, turn: Turn): string[] {
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
  },
);
