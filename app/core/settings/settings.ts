import { z } from "zod";
import { configuredFlowSchema, MAX_FLOWS } from "./flow";
import { LANGUAGES } from "./languages";

export { LANGUAGES };

export const TONES = ["friendly", "professional", "playful", "concise"] as const;
export const HANDOVER_WAYS = ["hand-over", "offer"] as const;
/** In the fixed order in which models see them. */
export const TOOL_NAMES = [
  "my_orders",
  "order_status",
  "guest_order_status",
  "search_products",
  "product_details",
  "related_products",
  "search_policies",
  "view_cart",
  "add_to_cart",
  "hand_over",
] as const;
export type ToolName = (typeof TOOL_NAMES)[number];

const topics = z.array(z.string().trim().min(1).max(80)).max(30);

/** What a merchant decides about the assistant. Every field has a default, so `{}` parses to good settings. */
export const settingsSchema = z.object({
  name: z.string().trim().min(1).max(40).default("Aisle"),
  /** Empty: a greeting in the shopper's language with the shop's name. */
  greeting: z.string().trim().max(300).default(""),
  tone: z.enum(TONES).default("friendly"),
  role: z.string().trim().max(200).default("shopping and support assistant"),
  /** Beyond the shop's products, orders and policies, which are always allowed. */
  allowedTopics: topics.default([]),
  forbiddenTopics: topics.default([]),
  instructions: z.string().trim().max(4000).default(""),
  /** The first one is spoken where the shopper's language is not among them. */
  languages: z
    .array(z.enum(LANGUAGES))
    .min(1)
    .default([...LANGUAGES]),
  tools: z
    .object(
      Object.fromEntries(TOOL_NAMES.map((name) => [name, z.boolean().default(true)])) as Record<
        ToolName,
        z.ZodDefault<z.ZodBoolean>
      >,
    )
    .prefault({}),
  /** Customer tags of which one is needed for a tool; a tool without any is for everybody. Visitors have no tags. */
  toolTags: z
    .object(
      Object.fromEntries(TOOL_NAMES.map((name) => [name, topics.default([])])) as Record<
        ToolName,
        z.ZodDefault<typeof topics>
      >,
    )
    .prefault({}),
  /** What must not be promised in the shop's name, such as "discounts" or "same-day delivery". */
  forbiddenPromises: topics.default([]),
  /** When a person is called in without being asked for. A wish for one always counts. */
  handoverRules: z
    .object({
      /** Answers in a row that did not help; 0: never. */
      failedAttempts: z.number().int().min(0).max(10).default(2),
      onLowConfidence: z.boolean().default(true),
      onAnger: z.boolean().default(true),
      /** Whether a rule calls a person in at once, or has the assistant offer it. A wish for one is always fulfilled. */
      how: z.enum(HANDOVER_WAYS).default("hand-over"),
    })
    .prefault({}),
  /** Above these the built-in model answers. Money in US cents, as providers bill; null: no ceiling. */
  ceilings: z
    .object({
      /** Tokens, in and out, of one turn. */
      turnTokens: z.number().int().min(1_000).max(1_000_000).default(60_000),
      shopperDayCents: z.number().int().min(0).nullable().default(100),
      dayCents: z.number().int().min(0).nullable().default(null),
      monthCents: z.number().int().min(0).nullable().default(null),
    })
    .prefault({}),
  /** Guided flows that shoppers are offered. */
  flows: z.array(configuredFlowSchema).max(MAX_FLOWS).default([]),
  /** Where handovers are announced; empty: the shop's contact email. */
  handoverEmail: z.union([z.literal(""), z.email()]).default(""),
});

export type BehaviourSettings = z.infer<typeof settingsSchema>;

export const DEFAULT_SETTINGS: BehaviourSettings = settingsSchema.parse({});
