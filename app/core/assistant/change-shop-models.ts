import { z } from "zod";
import { isPrivateAddress } from "~/lib/private-address";
import { PROVIDERS } from "./providers";
import type { ShopModel, ShopModelDraft } from "./shop-models";

/** More would only make shoppers wait when all of them are down. */
export const MAX_SHOP_MODELS = 5;

const position = z.number().int().min(0).max(MAX_SHOP_MODELS);

/** What a merchant typed for one model. An empty key keeps the one that is there. */
export const typedModelSchema = z.object({
  /** Null for a new one. */
  position: position.nullable(),
  provider: z.enum(PROVIDERS),
  model: z.string().trim().max(200),
  baseUrl: z.string().trim().max(500),
  apiKey: z.string().trim().max(1_000),
});

export const modelChangeSchema = z.discriminatedUnion("intent", [
  typedModelSchema.extend({ intent: z.literal("save") }),
  z.object({ intent: z.literal("remove"), position }),
  z.object({ intent: z.literal("move"), position, to: position }),
]);

export type TypedModel = z.infer<typeof typedModelSchema>;
export type ModelChange = z.infer<typeof modelChangeSchema>;
export type ModelField = "model" | "baseUrl" | "apiKey";
export type ModelProblem = "empty" | "not-an-address" | "not-https" | "private";
export type ModelProblems = Partial<Record<ModelField, ModelProblem>>;

export type PreparedChange =
  | { status: "ready"; models: ShopModelDraft[] }
  | { status: "invalid"; problems: ModelProblems }
  | { status: "too-many" }
  /** There is no such model (any more). */
  | { status: "stale" };

/** The list after a change, in which keys that stay are never opened. */
export function prepareChange(
  models: readonly ShopModel[],
  change: ModelChange,
  allowsPrivate: boolean,
): PreparedChange {
  const drafts: ShopModelDraft[] = models.map(({ apiKey: _, ...kept }) => kept);
  const known = change.position === null ? null : models[change.position];
  if (known === undefined) return { status: "stale" };
  if (change.intent === "remove") return { status: "ready", models: drafts.toSpliced(change.position, 1) };
  if (change.intent === "move") {
    const moved = drafts.splice(change.position, 1);
    return { status: "ready", models: drafts.toSpliced(change.to, 0, ...moved) };
  }
  if (known === null && models.length >= MAX_SHOP_MODELS) return { status: "too-many" };
  const checked = checkTyped(change, known, allowsPrivate);
  if (checked.status === "invalid") return checked;
  const at = change.position ?? drafts.length;
  return { status: "ready", models: drafts.toSpliced(at, known ? 1 : 0, checked.draft) };
}

/**
 * What was typed, with the key that is kept. A kept key goes only where it went before: else whoever may change an address
 * could have it sent to her own.
 */
export function checkTyped(
  typed: TypedModel,
  known: ShopModel | null,
  allowsPrivate: boolean,
): { status: "valid"; draft: ShopModelDraft } | { status: "invalid"; problems: ModelProblems } {
  const { provider, model, apiKey } = typed;
  const baseUrl = typed.baseUrl.replace(/\/+$/, "") || null;
  const isSamePlace = known !== null && known.provider === provider && known.baseUrl === baseUrl;
  const address = checkAddress(baseUrl, provider === "compatible", allowsPrivate);
  const needsKey = apiKey === "" && !isSamePlace && provider !== "compatible";
  const problems: ModelProblems = {
    ...(model === "" ? { model: "empty" } : {}),
    ...(address ? { baseUrl: address } : {}),
    ...(needsKey ? { apiKey: "empty" } : {}),
  };
  if (Object.keys(problems).length > 0) return { status: "invalid", problems };
  const key = apiKey === "" && isSamePlace ? { sealedKey: known.sealedKey } : { apiKey };
  return { status: "valid", draft: { provider, model, baseUrl, ...key } };
}

/** Where it really leads is looked at again at every call; this is what can be told at once. */
function checkAddress(
  baseUrl: string | null,
  isNeeded: boolean,
  allowsPrivate: boolean,
): ModelProblem | null {
  if (baseUrl === null) return isNeeded ? "empty" : null;
  if (!URL.canParse(baseUrl)) return "not-an-address";
  const { protocol, hostname, username, password } = new URL(baseUrl);
  if (!/^https?:$/.test(protocol) || username !== "" || password !== "") return "not-an-address";
  if (allowsPrivate) return null;
  if (protocol !== "https:") return "not-https";
  return isInternal(hostname.toLowerCase()) ? "private" : null;
}

function isInternal(hostname: string): boolean {
  const literal = hostname.replace(/^\[|\]$/g, "");
  if (/^[\d.]+$/.test(literal) || literal.includes(":")) return isPrivateAddress(literal);
  return !literal.includes(".") || /\.(local|localhost|internal|intranet|lan|home\.arpa)\.?$/.test(literal);
}
