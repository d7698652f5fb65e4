import { z } from "zod";

const commaSeparated = z
  .string()
  .default("")
  .transform((text) =>
    text
      .split(",")
      .map((part) => part.trim())
      .filter(Boolean),
  );
const port = z.coerce.number().int().min(1).max(65_535);
const rate = z.coerce.number().int().min(1);
const origin = z.url({ protocol: /^https?$/ }).transform((text) => text.replace(/\/+$/, ""));

/** `.env.example` says what each of them means. */
const environmentSchema = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
  PORT: port.default(3000),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),

  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),

  SHOPIFY_API_KEY: z.string(),
  SHOPIFY_API_SECRET: z.string(),
  SHOPIFY_APP_URL: origin,
  /** Keys that decrypt; the first one encrypts. Each is 32 bytes of base64 or hex. */
  TOKEN_ENCRYPTION_KEY: commaSeparated
    .refine((keys) => keys.length > 0, "Missing")
    .refine(
      (keys) => keys.every(isKey),
      "Not 32 bytes of base64 or hex (`openssl rand -base64 32` makes one)",
    ),
  SCOPES: commaSeparated.transform((scopes) => (scopes.length > 0 ? scopes : undefined)),
  APP_BRIDGE_URL: origin.optional(),
  EXTRA_FRAME_ANCESTORS: commaSeparated.pipe(z.array(origin)),

  OPENAI_API_KEY: z.string().optional(),
  OPENAI_BASE_URL: origin.optional(),
  OPENAI_MODEL: z.string().default("gpt-5-mini"),
  OPENAI_EMBEDDING_MODEL: z.string().optional(),
  MODEL_FALLBACKS: commaSeparated,
  ANTHROPIC_API_KEY: z.string().optional(),
  ANTHROPIC_BASE_URL: origin.optional(),
  GEMINI_API_KEY: z.string().optional(),
  GEMINI_BASE_URL: origin.optional(),
  MISTRAL_API_KEY: z.string().optional(),
  MISTRAL_BASE_URL: origin.optional(),
  MODEL_FIRST_TOKEN_MS: z.coerce.number().int().min(500).max(120_000).default(6_000),
  MODEL_PRIVATE_ADDRESSES: z.enum(["allow", "refuse"]).optional(),
  MODEL_DEADLINE_MS: z.coerce.number().int().min(1_000).max(300_000).default(30_000),

  RATE_LIMIT_CONVERSATION: rate.default(30),
  RATE_LIMIT_CUSTOMER: rate.default(60),
  RATE_LIMIT_ADDRESS: rate.default(3_000),
  GUEST_LIMIT_CONVERSATION: rate.default(5),
  GUEST_LIMIT_ORDER: rate.default(10),
  GUEST_LIMIT_ADDRESS: rate.default(30),
  HANDOFF_LIMIT_CONVERSATION: rate.default(5),

  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  SMTP_FROM: z.string().optional(),

  METRICS_TOKEN: z.string().optional(),
});

export type Environment = z.infer<typeof environmentSchema>;

/** What is missing or wrong in the environment: one sentence a variable, and never a value, since values are secrets. */
export class EnvironmentError extends Error {
  constructor(readonly problems: string[]) {
    super(
      ["The environment is not complete (.env.example explains every variable):", ...problems].join("\n  "),
    );
    this.name = "EnvironmentError";
  }
}

/** An empty variable counts as unset. Throws one EnvironmentError that lists everything. */
export function parseEnvironment(source: Record<string, string | undefined>): Environment {
  const filled = Object.fromEntries(Object.entries(source).filter(([, value]) => value?.trim()));
  const parsed = environmentSchema.safeParse(filled);
  if (parsed.success) return parsed.data;
  throw new EnvironmentError([
    ...new Set(parsed.error.issues.map((issue) => describe(issue, String(issue.path[0]) in filled))),
  ]);
}

function describe(issue: z.core.$ZodIssue, isSet: boolean): string {
  const name = String(issue.path[0]);
  return isSet ? `${name} is not valid: ${issue.message}.` : `${name} is missing.`;
}

function isKey(text: string): boolean {
  return /^[0-9a-f]{64}$/i.test(text) || Buffer.from(text, "base64").length === 32;
}

let environment: Environment | undefined;

/** The process's environment, parsed at the first call. */
export function requireEnvironment(): Environment {
  environment ??= parseEnvironment(process.env);
  return environment;
}
