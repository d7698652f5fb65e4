import { z } from "zod";

export const TONES = ["friendly", "professional", "playful", "concise"] as const;
export const LANGUAGES = ["en", "es", "fr", "de", "pt", "it"] as const;
/** In the fixed order in which models see them. */
export const TOOL_NAMES = [
  "my_orders",
  "order_status",
  "guest_order_status",
  "search_products",
  "product_details",
  "search_policies",
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
  /** Where handovers are announced; empty: the shop's contact email. */
  handoverEmail: z.union([z.literal(""), z.email()]).default(""),
});

export type BehaviourSettings = z.infer<typeof settingsSchema>;

export const DEFAULT_SETTINGS: BehaviourSettings = settingsSchema.parse({});
