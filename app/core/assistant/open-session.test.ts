import { describe, expect, it, vi } from "vitest";
import { VendorError } from "~/lib/errors";
import { DEFAULT_SETTINGS } from "../settings/settings";
import { findProfile } from "../store/find-profile";
import { createInMemoryStore, sampleProfile } from "../store/fixtures/in-memory-store";
import { createScriptedModel } from "./fakes/scripted-model";
import { ask, createFakeTurns, SHOP } from "./fakes/turns";
import { openSession, suggestFirst } from "./open-session";
import { previewAnswer } from "./preview-answer";

const arrival = { shop: SHOP, claims: null, locale: "en", fresh: false, profile: sampleProfile };
const customer = { kind: "customer", customerId: "42" } as const;

describe("a session", () => {
  it("names a reply that is still being written", async () => {
    const deps = createFakeTurns([createScriptedModel("gpt", [{ wait: 50 }, "Hm."])]);
    const { conversation, firstName } = await openSession(deps, { ...arrival, shopper: customer });
    expect(firstName).toBeNull();
    const asking = ask(deps, { conversation, shopper: customer });
    await vi.waitFor(async () => {
      const session = await openSession(deps, { ...arrival, shopper: customer });
      expect(session.runningTurnId).not.toBeNull();
    });
    await asking;
    expect((await openSession(deps, { ...arrival, shopper: customer })).runningTurnId).toBeNull();
  });

  it("opens without the first name when the platform fails or lingers", async () => {
    for (const loadCustomerOrders of [
      () => Promise.reject(new VendorError("shopify", "x")),
      () => new Promise<never>(() => {}),
    ]) {
      const deps = createFakeTurns([], { store: { ...createInMemoryStore({}), loadCustomerOrders } });
      const session = await openSession(deps, { ...arrival, shopper: customer });
      expect(session.firstName).toBeNull();
    }
  });

  it("suggests only what the merchant has turned on", () => {
    const tools = { ...DEFAULT_SETTINGS.tools, my_orders: false, order_status: false, hand_over: false };
    expect(suggestFirst({ ...DEFAULT_SETTINGS, tools }, "en")).toEqual([
      "Help me find a product",
      "How do returns work?",
    ]);
  });
});

describe("a shop's profile", () => {
  const at = new Date("2026-11-21T12:00:00Z");
  function shopWith(known: { profile: typeof sampleProfile | null; profileAt: Date | null } | null) {
    const saved: unknown[] = [];
    const problems: unknown[] = [];
    const store = createInMemoryStore({});
    const deps = {
      shops: {
        findShop: async () => known && { installedAt: at, ...known },
        saveProfile: async (...saving: unknown[]) => void saved.push(saving),
      },
      store,
      now: () => at,
      onProblem: (error: unknown) => void problems.push(error),
    };
    return { deps, saved, problems, store };
  }

  it("is nothing for a shop that is not installed", async () => {
    expect(await findProfile(shopWith(null).deps, SHOP)).toBeNull();
  });

  it("is asked for when there is none yet, and kept with the storefront's origins", async () => {
    const { deps, saved } = shopWith({ profile: null, profileAt: null });
    expect(await findProfile(deps, SHOP)).toEqual(sampleProfile);
    expect(saved).toEqual([[sampleProfile, ["https://fernway.example", `https://${SHOP}`], at]]);
  });

  it("is renewed in the background once it is an hour old, and a failure of that hurts nobody", async () => {
    const old = { profile: sampleProfile, profileAt: new Date(at.getTime() - 3601_000) };
    const { deps, saved } = shopWith(old);
    await findProfile(deps, SHOP);
    await vi.waitFor(() => expect(saved).toHaveLength(1));
    const failing = shopWith(old);
    failing.store.loadProfile = async () => Promise.reject(new VendorError("shopify", "x"));
    expect(await findProfile(failing.deps, SHOP)).toEqual(sampleProfile);
    await vi.waitFor(() => expect(failing.problems).toHaveLength(1));
    const fresh = shopWith({ profile: sampleProfile, profileAt: at });
    await findProfile(fresh.deps, SHOP);
    expect(fresh.saved).toHaveLength(0);
  });
});

describe("a preview", () => {
  it("answers under the settings that it is given, and keeps and tells nothing", async () => {
    const model = createScriptedModel("gpt", [{ call: "hand_over", arguments: { reason: "x" } }], ["Ahoy!"]);
    const deps = createFakeTurns([model]);
    const settings = { ...DEFAULT_SETTINGS, name: "Captain" };
    const never = new AbortController().signal;
    expect(await previewAnswer(deps, SHOP, settings, "Hello?", never)).toBe("Ahoy!");
    expect(model.requests[0]?.facts.behaviour.name).toBe("Captain");
    expect(deps.wishes).toEqual([]);
    expect(await deps.conversations.listConversations(SHOP, null, 9)).toEqual([]);
  });
});
