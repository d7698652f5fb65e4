import { createHash } from "node:crypto";
import { createAnthropicModel } from "~/adapters/models/anthropic/anthropic-model";
import { createBuiltinModel } from "~/adapters/models/builtin/builtin-model";
import { createOpenAiModel } from "~/adapters/models/openai/openai-model";
import { createPublicFetch } from "~/adapters/network/public-fetch";
import { createDatabase } from "~/adapters/persistence/postgres/database";
import { createShopModelRepository } from "~/adapters/persistence/postgres/model-credentials";
import { readConfiguredModels } from "~/core/assistant/configured-models";
import type { LanguageModel } from "~/core/assistant/language-model";
import { createModelHealth } from "~/core/assistant/model-health";
import type { ModelConnection } from "~/core/assistant/providers";
import type { ShopModel } from "~/core/assistant/shop-models";
import { requireSql } from "~/db.server";
import { type Environment, requireEnvironment } from "~/env.server";
import { createLogger } from "~/lib/logger";
import { singleton } from "~/lib/singleton";
import { createTokenCipher } from "~/lib/token-cipher";
import { shopCaches } from "./shop-caches.server";

/** How long another process may go on with a list that was changed meanwhile. */
const LIST_LIFETIME_MS = 60_000;
/** Models that are kept with what was learnt about their endpoints. */
const MAX_MODELS = 500;
const log = createLogger("models");

/** The models of this installation and of its shops, made once a process. */
export const requireModels = () => singleton("models", createModels);

function createModels() {
  const environment = requireEnvironment();
  const cipher = createTokenCipher(environment.TOKEN_ENCRYPTION_KEY);
  const repository = createShopModelRepository(createDatabase(requireSql()), cipher, (shop) =>
    log.warn({ shop }, "The key of a shop's model could not be decrypted"),
  );
  const health = createModelHealth();
  const builtin = createBuiltinModel();
  const installation = readInstallation(environment);
  const allowsPrivate = allowsPrivateAddresses(environment);
  const publicFetch = createPublicFetch();
  const kept = new Map<string, LanguageModel>();
  const lists = new Map<string, { models: Promise<readonly LanguageModel[]>; until: number }>();

  /** The same object for the same connection, since it remembers what its endpoint understands. */
  function modelOf(connection: ModelConnection, isMerchants: boolean): LanguageModel {
    const healthKey = healthKeyOf(connection);
    const known = kept.get(healthKey);
    if (known) return known;
    const isGuarded = isMerchants && connection.baseUrl !== null && !allowsPrivate;
    const made = { ...connect(connection, isGuarded ? publicFetch : undefined), healthKey };
    const [oldest] = kept.keys();
    if (kept.size >= MAX_MODELS && oldest) kept.delete(oldest);
    kept.set(healthKey, made);
    return made;
  }

  async function listModels(shop: string): Promise<readonly LanguageModel[]> {
    const { models } = await repository.list(shop);
    const own = models.flatMap((model) => (isUsable(model) ? [modelOf(model, true)] : []));
    return [...own, ...installation.map((connection) => modelOf(connection, false)), builtin];
  }

  /** Without the database there is no list, but the installation's models answer all the same. */
  async function listOrDefault(shop: string): Promise<readonly LanguageModel[]> {
    try {
      return await listModels(shop);
    } catch (error) {
      log.warn({ shop, error }, "A shop's models could not be read");
      lists.delete(shop);
      return [...installation.map((connection) => modelOf(connection, false)), builtin];
    }
  }

  const forget = (shop: string) => void lists.delete(shop);
  shopCaches().set("models", { forget });
  return {
    repository,
    health,
    installation,
    allowsPrivate,
    modelOf,
    forget,
    modelsOf(shop: string): Promise<readonly LanguageModel[]> {
      const known = lists.get(shop);
      if (known && known.until > Date.now()) return known.models;
      const models = listOrDefault(shop);
      lists.set(shop, { models, until: Date.now() + LIST_LIFETIME_MS });
      return models;
    },
  };
}

const isUsable = (model: ShopModel): model is ShopModel & { apiKey: string } => model.apiKey !== null;

function readInstallation(environment: Environment): ModelConnection[] {
  const { models, unusable } = readConfiguredModels({
    key: environment.OPENAI_API_KEY,
    baseUrl: environment.OPENAI_BASE_URL,
    model: environment.OPENAI_MODEL,
    fallbacks: environment.MODEL_FALLBACKS,
    providers: {
      openai: { key: environment.OPENAI_API_KEY, baseUrl: environment.OPENAI_BASE_URL },
      anthropic: { key: environment.ANTHROPIC_API_KEY, baseUrl: environment.ANTHROPIC_BASE_URL },
      gemini: { key: environment.GEMINI_API_KEY, baseUrl: environment.GEMINI_BASE_URL },
      mistral: { key: environment.MISTRAL_API_KEY, baseUrl: environment.MISTRAL_BASE_URL },
    },
  });
  if (unusable.length > 0) log.warn({ models: unusable }, "Models in MODEL_FALLBACKS that no key is set for");
  const order = models.map(({ provider, model }) => `${provider} ${model}`);
  log.info({ models: [...order, "builtin"] }, "Models in the order in which they are asked");
  return models;
}

function allowsPrivateAddresses({ MODEL_PRIVATE_ADDRESSES, NODE_ENV }: Environment): boolean {
  return MODEL_PRIVATE_ADDRESSES ? MODEL_PRIVATE_ADDRESSES === "allow" : NODE_ENV !== "production";
}

function connect(connection: ModelConnection, fetch: typeof globalThis.fetch | undefined): LanguageModel {
  const { provider, apiKey, model } = connection;
  const options = { apiKey, model, baseUrl: connection.baseUrl ?? undefined, ...(fetch ? { fetch } : {}) };
  return provider === "anthropic"
    ? createAnthropicModel(options)
    : createOpenAiModel({ ...options, provider });
}

/** Another key is another account, with other limits: its failures are its own. */
export function healthKeyOf({ provider, model, baseUrl, apiKey }: ModelConnection): string {
  return createHash("sha256")
    .update(JSON.stringify([provider, baseUrl, model, apiKey]))
    .digest("base64url");
}

/** The names of the models that answer before the built-in one; empty where it answers alone. */
export async function connectedModelNames(shop: string): Promise<string[]> {
  const models = await requireModels().modelsOf(shop);
  return models.slice(0, -1).map(({ name }) => name);
}
