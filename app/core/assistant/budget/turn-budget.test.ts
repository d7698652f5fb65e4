import { describe, expect, it } from "vitest";
import type { ModelPrice } from "../model-prices";
import { type Ceilings, createBudgets, type PlannedCall } from "./turn-budget";

const SHOP = "fernway.example";
const PAYER = { shop: SHOP, conversationId: "c1", customerId: "7" };
/** Two dollars a million tokens in, ten out: 1,000 in and 200 out cost 4,000 micros at most. */
const PRICE: ModelPrice = {
  inputMicrosPerToken: 2,
  cachedInputMicrosPerToken: 0.2,
  cacheWriteMicrosPerToken: 2,
  outputMicrosPerToken: 10,
};
const CALL: PlannedCall = { model: "m", price: PRICE, inputTokens: 1_000, maxOutputTokens: 200 };
const NO_CEILING: Ceilings = { turnTokens: 60_000, shopperDayCents: null, dayCents: null, monthCents: null };
const usage = { inputTokens: 1_000, cachedInputTokens: 0, outputTokens: 100 };

function books(spent = { shopperDay: 0, day: 0, month: 0 }) {
  const readings: unknown[] = [];
  const ledger = {
    readSpent: async (payer: unknown) => {
      readings.push(payer);
      return spent;
    },
  };
  return { budgets: createBudgets(ledger, () => new Date(0)), readings };
}

describe("a ceiling", () => {
  it.each([
    ["shopper-day", { shopperDay: 9_000, day: 0, month: 0 }, { shopperDayCents: 1 }],
    ["day", { shopperDay: 0, day: 9_000, month: 0 }, { dayCents: 1 }],
    ["month", { shopperDay: 0, day: 0, month: 9_000 }, { monthCents: 1 }],
  ])("of %s stops a call that could pass it, before it is made", async (name, spent, limit) => {
    const budget = books(spent).budgets.openTurn(PAYER, { ...NO_CEILING, ...limit });
    expect(await budget.admit(CALL)).toBe(name);
    expect(budget.ceiling).toBe(name);
    expect(budget.spending).toMatchObject([{ model: "m", inputTokens: 0, costMicros: 0, refused: true }]);
  });

  it("that a call just reaches lets it go on", async () => {
    const { budgets } = books({ shopperDay: 6_000, day: 0, month: 0 });
    expect(await budgets.openTurn(PAYER, { ...NO_CEILING, shopperDayCents: 1 }).admit(CALL)).toBeNull();
  });

  it("of a turn counts tokens, also where no price is known", async () => {
    const budget = books().budgets.openTurn(PAYER, { ...NO_CEILING, turnTokens: 2_000 });
    const unpriced = { ...CALL, price: null };
    expect(await budget.admit(unpriced)).toBeNull();
    budget.settle(unpriced, usage);
    expect(await budget.admit(unpriced)).toBe("turn");
  });

  it("of nothing refuses every call that costs", async () => {
    const budget = books().budgets.openTurn(PAYER, { ...NO_CEILING, dayCents: 0 });
    expect(await budget.admit(CALL)).toBe("day");
    expect(await budget.admit({ ...CALL, price: null })).toBeNull();
  });
});

describe("turns side by side", () => {
  it("do not spend the same money: what one has set aside the other cannot have", async () => {
    const { budgets } = books();
    const ceilings = { ...NO_CEILING, dayCents: 1 };
    const turns = [1, 2, 3, 4].map((index) =>
      budgets.openTurn({ ...PAYER, customerId: `${index}` }, ceilings),
    );
    const admitted = await Promise.all(turns.map((turn) => turn.admit(CALL)));
    expect(admitted).toEqual([null, null, "day", "day"]);
    expect(await turns[2]?.admit(CALL)).toBe("day");
    turns[0]?.close();
    expect(await turns[2]?.admit(CALL)).toBeNull();
  });

  it("of other shops and other shoppers do not count", async () => {
    const { budgets } = books();
    const ceilings = { ...NO_CEILING, shopperDayCents: 1 };
    for (let call = 0; call < 2; call += 1) await budgets.openTurn(PAYER, ceilings).admit(CALL);
    expect(await budgets.openTurn(PAYER, ceilings).admit(CALL)).toBe("shopper-day");
    expect(await budgets.openTurn({ ...PAYER, customerId: "8" }, ceilings).admit(CALL)).toBeNull();
    expect(await budgets.openTurn({ ...PAYER, shop: "other" }, ceilings).admit(CALL)).toBeNull();
  });

  it("of visitors count by conversation", async () => {
    const { budgets } = books();
    const ceilings = { ...NO_CEILING, shopperDayCents: 1 };
    const visitor = { ...PAYER, customerId: null };
    for (let call = 0; call < 2; call += 1) await budgets.openTurn(visitor, ceilings).admit(CALL);
    expect(await budgets.openTurn(visitor, ceilings).admit(CALL)).toBe("shopper-day");
    expect(await budgets.openTurn({ ...visitor, conversationId: "c2" }, ceilings).admit(CALL)).toBeNull();
  });
});

describe("the books of a turn", () => {
  it("hold what each model took, cached input at its price", async () => {
    const budget = books().budgets.openTurn(PAYER, NO_CEILING);
    await budget.admit(CALL);
    budget.settle(CALL, { ...usage, cachedInputTokens: 500 });
    await budget.admit({ ...CALL, model: "n" });
    budget.settle({ ...CALL, model: "n" }, usage);
    expect(budget.spending).toEqual([
      {
        ...{ model: "m", inputTokens: 1_000, cachedInputTokens: 500, outputTokens: 100 },
        ...{ costMicros: 2_100, refused: false },
      },
      {
        ...{ model: "n", inputTokens: 1_000, cachedInputTokens: 0, outputTokens: 100 },
        ...{ costMicros: 3_000, refused: false },
      },
    ]);
  });

  it("count a call that broke off without a word as its dearest", async () => {
    const budget = books().budgets.openTurn(PAYER, NO_CEILING);
    await budget.admit(CALL);
    budget.settle(CALL, null);
    expect(budget.spending).toMatchObject([{ inputTokens: 1_000, outputTokens: 200, costMicros: 4_000 }]);
  });

  it("are not opened where no ceiling of money is set", async () => {
    const { budgets, readings } = books();
    await budgets.openTurn(PAYER, NO_CEILING).admit(CALL);
    expect(readings).toEqual([]);
  });
});
