import { existsSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type RunningApp, startApp } from "../support/running-app";
import { ShopperClient } from "../support/shopper-client";

const STORE = "../shared/data/stores/electronics";

describe.skipIf(!existsSync(STORE))(
  "a store of 19,406 products (needs ../shared/data/stores/electronics)",
  () => {
    let app: RunningApp;
    beforeAll(async () => {
      app = await startApp({ storeData: STORE });
    }, 240_000);
    afterAll(() => app?.stop());

    test("is loaded whole", async () => {
      const state = await app.control<{ counts: { products: number }; problems: unknown[] }>("state");
      expect(state.counts.products).toBe(19_406);
      expect(state.problems).toEqual([]);
    });

    test("is searched in conversation: the first products shown are what was asked for", async () => {
      const shopper = await ShopperClient.open({ storefrontUrl: app.storefrontUrl });
      const turn = await shopper.ask("I'm looking for a black toner cartridge for a Xerox copier");
      expect(turn.outcome).toBe("answered");
      expect(turn.products.length).toBeGreaterThan(1);
      for (const product of turn.products.slice(0, 3))
        expect(product.title.toLowerCase()).toMatch(/xerox|toner/);
    });

    test("is found by a part number, exactly", async () => {
      const shopper = await ShopperClient.open({ storefrontUrl: app.storefrontUrl });
      const turn = await shopper.ask("Do you have the Xerox 006R90321?");
      expect(turn.products[0]?.sku).toBe("3920564");
      expect(turn.products[0]?.price).toBe("49.95");
    });

    test("shows more, and other, products when asked to go on", async () => {
      const shopper = await ShopperClient.open({ storefrontUrl: app.storefrontUrl });
      const { body } = await shopper.session();
      const first = await shopper.ask("show me notebooks", { conversationToken: body.token });
      const second = await shopper.ask("show me more", { conversationToken: body.token });
      expect(first.products.length).toBeGreaterThan(0);
      expect(second.products.length).toBeGreaterThan(0);
      const seen = new Set(first.products.map((product) => product.productId));
      expect(second.products.filter((product) => seen.has(product.productId))).toEqual([]);
    });

    test("admits that it has nothing where no product has the word, and shows no card", async () => {
      const shopper = await ShopperClient.open({ storefrontUrl: app.storefrontUrl });
      const turn = await shopper.ask("Do you sell bananas?");
      expect(turn.products).toEqual([]);
      expect(turn.text).toMatch(/(couldn't|could not|didn't|did not) find|nothing|don't (sell|have|carry)/i);
    });

    test("says that the thing itself is missing before it offers what merely shares a word with it", async () => {
      const shopper = await ShopperClient.open({ storefrontUrl: app.storefrontUrl });
      const turn = await shopper.ask("Do you sell fresh strawberries?");
      expect(turn.text).toMatch(/(nothing|no|couldn't|could not|don't)[^.]*strawberries/i);
    });
  },
);
