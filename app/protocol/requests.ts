import { z } from "zod";
import type { Card, Source } from "~/core/conversation/turn-event";
import type { Flow } from "~/core/settings/flow";

export type { Flow, FlowAnswer, FlowStep } from "~/core/settings/flow";

/** Bytes of UTF-8 in a shopper's message; more is answered with 413. */
export const MAX_TEXT_BYTES = 8 * 1024;
/** Bytes of a whole request body; more is answered with 413. */
export const MAX_BODY_BYTES = 64 * 1024;
export const BODY_LIMITS = { maxBytes: MAX_BODY_BYTES, maxTextBytes: MAX_TEXT_BYTES };

const handle = z.string().max(255);

/** What the page says about itself: a hint, never an identity. Unknown keys are dropped. */
export const pageContextSchema = z.object({
  locale: z.string().max(35).optional(),
  page: z
    .object({
      type: z.string().max(40),
      url: z.string().max(2048).optional(),
      productHandle: handle.optional(),
      /** The variant that is chosen on a product page. */
      variantId: z.string().max(20).optional(),
      collectionHandle: handle.optional(),
      searchQuery: z.string().max(200).optional(),
    })
    .optional(),
  cart: z
    .object({
      itemCount: z.number().int().min(0).max(100_000),
      /** Minor units. */
      total: z.number().int().min(0).optional(),
      currency: z.string().max(3).optional(),
      /** What is in it, as far as the page knows. */
      items: z
        .array(z.object({ handle, variantId: z.string().max(20), quantity: z.number().int().min(1) }))
        .max(20)
        .optional(),
    })
    .optional(),
});
export type PageContext = z.infer<typeof pageContextSchema>;

const conversationToken = z.string().max(2048);

export const sessionRequestSchema = z.object({
  conversationToken: conversationToken.nullish(),
  /** True: begin a new conversation although an older one could go on. */
  fresh: z.boolean().optional(),
  context: pageContextSchema.optional(),
});

export const chatRequestSchema = z.object({
  messageId: z.string().regex(/^[A-Za-z0-9_.:-]{1,64}$/),
  text: z.string().refine((text) => text.trim().length > 0, "text is empty"),
  conversationToken: conversationToken.nullish(),
  context: pageContextSchema.optional(),
});
export type ChatRequest = z.infer<typeof chatRequestSchema>;

export const feedbackRequestSchema = z.object({
  turnId: z.uuid(),
  rating: z.enum(["up", "down"]),
  comment: z.string().trim().max(2000).nullish(),
  conversationToken: conversationToken.nullish(),
});

export const handoffRequestSchema = z.object({
  email: z.email().max(254).nullish(),
  note: z.string().trim().max(4000).nullish(),
  conversationToken: conversationToken.nullish(),
});

/**
 * Asked directly of the app, at `{streamUrl}/updates`, while a conversation is handed over: what was said after the message
 * that the panel shows last. Sent as plain text, so that it takes no preflight.
 */
export const updatesRequestSchema = z.object({
  conversationToken: conversationToken.nullish(),
  /** Id of the newest message that is known; null: none. */
  after: z.string().max(64).nullish(),
});

export interface UpdatesResponse {
  messages: SessionMessage[];
  handedOff: boolean;
}

/** The token in the body of a stop or of a resumption, sent as plain text to spare the preflight. */
export const turnRequestSchema = z.object({
  conversationToken: conversationToken.nullish(),
  lastEventId: z.string().max(40).nullish(),
});

export interface SessionMessage {
  id: string;
  role: "shopper" | "assistant" | "person";
  text: string;
  createdAt: string;
  turnId: string | null;
  cards: Card[];
  sources: Source[];
}

export interface SessionResponse {
  token: string;
  expiresInSeconds: number;
  /** Absolute URL of the direct stream. */
  streamUrl: string;
  conversationId: string;
  /** The shop's own storefront, such as https://example.com: its pages may be linked to from wherever the widget runs. */
  storefrontUrl: string;
  shopper: { signedIn: boolean; firstName?: string };
  messages: SessionMessage[];
  greeting: string;
  /** The assistant's name, as the merchant chose it. */
  name: string;
  suggestions: string[];
  /** Guided flows that the shop offers, in the shopper's language. */
  flows: Flow[];
  /** Whether people have taken the conversation over: their replies are then asked for, see UpdatesResponse. */
  handedOff: boolean;
  /** Set while a reply is still being written: read on at `GET {streamUrl}/{turnId}/events`. */
  runningTurnId?: string;
}
