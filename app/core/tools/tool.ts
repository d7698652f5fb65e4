import type { z } from "zod";
import type { Shopper } from "../conversation/conversation";
import type { Card, Source } from "../conversation/turn-event";
import type { KnowledgeIndex } from "../knowledge/knowledge-index";
import type { BehaviourSettings, ToolName } from "../settings/settings";
import type { CartHint } from "../store/cart-hint";
import type { CustomerOrders } from "../store/order";
import type { ShopProfile, StorePlatform } from "../store/store-platform";

/** What a tool may lean on: verified or owned by code, but for the hint of the cart; none of it from a model. */
export interface ToolContext {
  shop: string;
  profile: ShopProfile;
  shopper: Shopper;
  conversationId: string;
  turnId: string;
  settings: BehaviourSettings;
  locale: string;
  /** What her own browser says: which variants, never what they are or cost. Null where the page said nothing. */
  cart: CartHint | null;
  /** What the shopper herself wrote in this conversation, oldest first, the newest message included. */
  shopperTexts: readonly string[];
  now: Date;
  store: StorePlatform;
  knowledge: KnowledgeIndex;
  /** The verified customer's orders, asked for before any model was; throws VendorError when the platform failed. */
  orders(): Promise<CustomerOrders>;
  /** True when another guest look-up is allowed now; counts it. */
  allowGuestLookup(orderNumber: string): Promise<boolean>;
  /** Opens (or finds the open) request for a person in this conversation. */
  requestHandoff(
    reason: string,
    details: { email?: string; note?: string },
  ): Promise<{ ticketId: string; isNew: boolean }>;
  signal: AbortSignal;
}

/** Why a call was refused, in code; the model sees the reason and can tell the shopper what to do. */
export type Authorisation =
  | { allowed: true }
  | { allowed: false; reason: "sign-in-required" | "turned-off" | "not-permitted" };

export type ToolOutcome =
  | {
      status: "ok";
      /** JSON for the model: no more than the question needs. Also the evidence that grounding checks against. */
      data: unknown;
      cards?: Card[];
      /** Numbered by the turn, not by the tool. */
      sources?: Omit<Source, "n">[];
      /** Set by hand_over. */
      ticketId?: string;
    }
  | {
      status: "refused";
      reason: "sign-in-required" | "turned-off" | "not-permitted" | "rate-limited";
      data?: unknown;
      cards?: Card[];
    }
  | { status: "not-found"; data: unknown }
  | { status: "failed"; retryable: boolean; data?: unknown };

/** One thing the assistant can do. Identity is never an argument: it stands in the context. */
export interface Tool<Input = unknown> {
  name: ToolName;
  /** For the model: what it gives and when to use it. */
  description: string;
  input: z.ZodType<Input>;
  authorise(context: Pick<ToolContext, "shopper" | "settings">): Authorisation;
  execute(input: Input, context: ToolContext): Promise<ToolOutcome>;
}
