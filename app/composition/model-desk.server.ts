import { z } from "zod";
import {
  checkTyped,
  modelChangeSchema,
  type PreparedChange,
  prepareChange,
  typedModelSchema,
} from "~/core/assistant/change-shop-models";
import type { LanguageModel } from "~/core/assistant/language-model";
import type { ModelConnection, ProviderId } from "~/core/assistant/providers";
import type { ShopModel, ShopModelDraft } from "~/core/assistant/shop-models";
import { tryModel } from "~/core/assistant/try-model";
import { createLogger } from "~/lib/logger";
import { singleton } from "~/lib/singleton";
import { healthKeyOf, requireModels } from "./models.server";

const TRIAL_DEADLINE_MS = 15_000;
/** A shop's trials at once: each may hold a connection for the whole deadline. */
const MAX_TRIALS = 2;
const KEY_END = 4;
const log = createLogger("model-desk");

/** What each provider's models are called, for a merchant who has not looked it up. */
const SAMPLES: Record<ProviderId, string> = {
  openai: "gpt-5-mini",
  anthropic: "claude-haiku-4-5",
  gemini: "gemini-3-flash-preview",
  mistral: "mistral-small-latest",
  compatible: "qwen3:8b",
};

/** What the admin's page about models shows. Keys never leave the server but for their last characters. */
export async function loadModelsPage(shop: string) {
  const { repository, installation, allowsPrivate } = requireModels();
  const { version, models } = await repository.list(shop);
  return {
    version,
    models: models.map((model) => ({
      ...{ provider: model.provider, model: model.model, baseUrl: model.baseUrl ?? "" },
      keyEnd: keyEndOf(model.apiKey),
      condition: conditionOf(model),
    })),
    installation: installation.map((connection) => ({
      ...{ provider: connection.provider, model: connection.model },
      condition: conditionOf(connection),
    })),
    samples: SAMPLES,
    allowsPrivate,
  };
}

/** The merchant's own models that cannot answer before she does something: their keys are refused or cannot be read. */
export async function findModelTroubles(shop: string) {
  const { models } = await requireModels().repository.list(shop);
  return models.flatMap((entry) => {
    const condition = conditionOf(entry);
    const isHers = condition.status === "refused" || condition.status === "unreadable";
    return isHers ? [{ model: entry.model, condition }] : [];
  });
}

/** Short keys would be told whole. */
function keyEndOf(apiKey: string | null): string | null {
  return apiKey && apiKey.length > KEY_END * 3 ? apiKey.slice(-KEY_END) : null;
}

function conditionOf(model: ShopModel | ModelConnection) {
  const { apiKey } = model;
  if (apiKey === null) return { status: "unreadable" as const };
  const condition = requireModels().health.conditionOf(healthKeyOf({ ...model, apiKey }));
  return condition.status === "well"
    ? condition
    : { ...condition, until: new Date(condition.until).toISOString() };
}

const requestSchema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("change"), basedOn: z.string().max(100), change: modelChangeSchema }),
  z.object({ intent: z.literal("try"), typed: typedModelSchema }),
]);

/** Answers what the page asks for: another list, or a trial of what was typed. */
export async function changeModels(shop: string, body: unknown) {
  const request = requestSchema.safeParse(body);
  if (!request.success) return { status: "invalid" as const, problems: {} };
  if (request.data.intent === "try") return tryTyped(shop, request.data.typed);
  const { repository, forget, allowsPrivate } = requireModels();
  const { version, models } = await repository.list(shop);
  const { basedOn, change } = request.data;
  if (version !== basedOn) return { status: "stale" as const };
  const prepared: PreparedChange = prepareChange(models, change, allowsPrivate);
  if (prepared.status !== "ready") return prepared;
  const status = await repository.replace(shop, basedOn, prepared.models);
  forget(shop);
  return { status };
}

const trials = () => singleton("model-trials", () => new Map<string, number>());

async function tryTyped(shop: string, typed: z.infer<typeof typedModelSchema>) {
  const { repository, allowsPrivate } = requireModels();
  const { models } = await repository.list(shop);
  const known = typed.position === null ? null : (models[typed.position] ?? null);
  const checked = checkTyped(typed, known, allowsPrivate);
  if (checked.status === "invalid") return checked;
  const apiKey = "apiKey" in checked.draft ? checked.draft.apiKey : (known?.apiKey ?? null);
  if (apiKey === null) return { status: "invalid" as const, problems: { apiKey: "empty" as const } };
  const running = trials().get(shop) ?? 0;
  if (running >= MAX_TRIALS) return { status: "failed" as const, reason: "busy" as const };
  trials().set(shop, running + 1);
  try {
    return await tryConnection(shop, toConnection(checked.draft, apiKey));
  } finally {
    trials().set(shop, (trials().get(shop) ?? 1) - 1);
  }
}

function toConnection({ provider, model, baseUrl }: ShopModelDraft, apiKey: string): ModelConnection {
  return { provider, model, baseUrl, apiKey };
}

async function tryConnection(shop: string, connection: ModelConnection) {
  const { modelOf, health } = requireModels();
  const model: LanguageModel = modelOf(connection, true);
  const trial = await tryModel(model, TRIAL_DEADLINE_MS, () => new Date());
  const key = healthKeyOf(connection);
  if (trial.status === "answered") {
    health.recordSuccess(key);
    return trial;
  }
  health.recordFailure(key, trial.error);
  log.info(
    { shop, provider: connection.provider, reason: trial.reason, error: trial.error },
    "A trial of a model failed",
  );
  return { status: "failed" as const, reason: trial.reason };
}
