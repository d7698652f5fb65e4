import type { Ceiling, ModelSpending } from "../../conversation/conversation";
import type { BehaviourSettings } from "../../settings/settings";
import type { ModelUsage } from "../language-model";
import { costMicros, type ModelPrice } from "../model-prices";
import type { Ledger, Payer, Spent } from "./ledger";

const MICROS_A_CENT = 10_000;

export type Ceilings = BehaviourSettings["ceilings"];

/** A model call as its books see it. Tokens. */
export interface PlannedCall {
  model: string;
  /** Null: not known, so only tokens can be held to a ceiling. */
  price: ModelPrice | null;
  inputTokens: number;
  maxOutputTokens: number;
}

/** One turn's money, from its first model call to its end. */
export interface TurnBudget {
  /**
   * Asked before each call: the ceiling that the call could pass, at its dearest, or null when it may go on. Then that
   * much is set aside until `settle`, so that turns side by side do not spend the same money.
   */
  admit(call: PlannedCall): Promise<Ceiling | null>;
  /** What the call took in the end; null when it broke off without a count, and its dearest counts. */
  settle(call: PlannedCall, usage: ModelUsage | null): void;
  /** By model, for the books. */
  readonly spending: ModelSpending[];
  /** The first ceiling that kept a model from being asked. */
  readonly ceiling: Ceiling | null;
  /** Ends the turn's reservations, once its spending stands in the ledger. */
  close(): void;
}

/** Of a turn that asks no model that costs anything. */
export const EMPTY_BUDGET: TurnBudget = {
  admit: async () => null,
  settle: () => {},
  spending: [],
  ceiling: null,
  close: () => {},
};

export interface Budgets {
  openTurn(payer: Payer, ceilings: Ceilings): TurnBudget;
}

interface OpenAccount {
  payer: Payer;
  /** Spent by this turn, and set aside for the call under way. */
  spent: number;
  reserved: number;
}

/**
 * Holds calls to the shop's ceilings: what ended turns spent comes from the ledger, what turns under way spend from this
 * process. Several processes can overshoot by the calls that each has under way, no more.
 */
export function createBudgets(ledger: Pick<Ledger, "readSpent">, now: () => Date): Budgets {
  const open = new Set<OpenAccount>();

  return {
    openTurn(payer, ceilings) {
      const account: OpenAccount = { payer, spent: 0, reserved: 0 };
      open.add(account);
      const spending = new Map<string, ModelSpending>();
      let tokens = 0;
      let ceiling: Ceiling | null = null;
      let before: Promise<Spent> | undefined;

      const entryOf = (model: string): ModelSpending => {
        const entry = spending.get(model) ?? {
          ...{ model, inputTokens: 0, cachedInputTokens: 0, outputTokens: 0, costMicros: 0, refused: false },
        };
        spending.set(model, entry);
        return entry;
      };

      /** In one go, so that no other turn comes between looking and setting aside. */
      function findCeiling(call: PlannedCall, spent: Spent | null): Ceiling | null {
        if (tokens + call.inputTokens + call.maxOutputTokens > ceilings.turnTokens) return "turn";
        if (call.price === null || spent === null) return null;
        const dearest = worstCase(call, call.price);
        const ofShop = sum(open, (other) => other.payer.shop === payer.shop);
        const ofShopper = sum(open, (other) => isSameShopper(other.payer, payer));
        if (isAbove(spent.shopperDay + ofShopper + dearest, ceilings.shopperDayCents)) return "shopper-day";
        if (isAbove(spent.day + ofShop + dearest, ceilings.dayCents)) return "day";
        return isAbove(spent.month + ofShop + dearest, ceilings.monthCents) ? "month" : null;
      }

      return {
        async admit(call) {
          if (call.price !== null && hasMoneyCeiling(ceilings)) before ??= ledger.readSpent(payer, now());
          const found = findCeiling(call, (await before) ?? null);
          if (found === null) {
            account.reserved += call.price ? worstCase(call, call.price) : 0;
          } else {
            ceiling ??= found;
            entryOf(call.model).refused = true;
          }
          return found;
        },
        settle(call, usage) {
          const dearest = call.price ? worstCase(call, call.price) : 0;
          const took = usage ?? {
            ...{ inputTokens: call.inputTokens, cachedInputTokens: 0, outputTokens: call.maxOutputTokens },
          };
          const cost = call.price ? costMicros(call.price, took) : 0;
          account.reserved = Math.max(0, account.reserved - dearest);
          account.spent += cost;
          tokens += took.inputTokens + took.outputTokens;
          const entry = entryOf(call.model);
          entry.inputTokens += took.inputTokens;
          entry.cachedInputTokens += took.cachedInputTokens;
          entry.outputTokens += took.outputTokens;
          entry.costMicros += cost;
        },
        get spending() {
          return [...spending.values()];
        },
        get ceiling() {
          return ceiling;
        },
        close: () => void open.delete(account),
      };
    },
  };
}

const hasMoneyCeiling = ({ shopperDayCents, dayCents, monthCents }: Ceilings) =>
  shopperDayCents !== null || dayCents !== null || monthCents !== null;

const isAbove = (micros: number, cents: number | null) => cents !== null && micros > cents * MICROS_A_CENT;

/** Nothing cached, and every token of the answer used. */
function worstCase({ inputTokens, maxOutputTokens }: PlannedCall, price: ModelPrice): number {
  return costMicros(price, { inputTokens, cachedInputTokens: 0, outputTokens: maxOutputTokens });
}

function sum(accounts: Iterable<OpenAccount>, counts: (account: OpenAccount) => boolean): number {
  let total = 0;
  for (const account of accounts) if (counts(account)) total += account.spent + account.reserved;
  return total;
}

function isSameShopper(a: Payer, b: Payer): boolean {
  if (a.shop !== b.shop) return false;
  return a.customerId === null ? a.conversationId === b.conversationId : a.customerId === b.customerId;
}
