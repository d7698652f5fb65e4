import { isProvider, type ModelConnection, type ProviderId } from "./providers";

/** What whoever runs the installation set in its environment. */
export interface ModelConfiguration {
  /** Key and address of the endpoint for entries that name no provider. */
  key: string | undefined;
  baseUrl: string | undefined;
  /** The first model of that endpoint. */
  model: string;
  /** Models in the order in which they are asked after it: "gpt-5" or "anthropic:claude-haiku-4-5". */
  fallbacks: readonly string[];
  /** Of providers with keys of their own. */
  providers: Partial<Record<ProviderId, { key: string | undefined; baseUrl: string | undefined }>>;
}

/** Hosts of providers whose dialect is known; every other endpoint is asked for what all of them understand. */
const HOSTS: Record<string, ProviderId> = {
  "api.openai.com": "openai",
  "api.anthropic.com": "anthropic",
  "generativelanguage.googleapis.com": "gemini",
  "api.mistral.ai": "mistral",
};

/**
 * The models in the order in which they are asked, each once, and the entries that no key is there for. A word before a
 * colon is a provider only if it is configured: "mistral:7b" is also a model of Ollama.
 */
export function readConfiguredModels(configuration: ModelConfiguration): {
  models: ModelConnection[];
  unusable: string[];
} {
  const { key, baseUrl, model, fallbacks } = configuration;
  const isConnected = Boolean(key ?? baseUrl);
  const endpoint = { provider: providerAt(baseUrl), baseUrl: baseUrl ?? null, apiKey: key ?? "" };
  const models: ModelConnection[] = isConnected ? [{ ...endpoint, model }] : [];
  const unusable: string[] = [];
  for (const entry of fallbacks) {
    const connection =
      readProviderEntry(entry, configuration) ?? (isConnected ? { ...endpoint, model: entry } : null);
    if (connection) models.push(connection);
    else unusable.push(entry);
  }
  return { models: models.filter(isFirst), unusable };
}

function readProviderEntry(entry: string, { providers }: ModelConfiguration): ModelConnection | null {
  const colon = entry.indexOf(":");
  const provider = entry.slice(0, Math.max(0, colon));
  const access = isProvider(provider) ? providers[provider] : undefined;
  if (!isProvider(provider) || !(access?.key ?? access?.baseUrl)) return null;
  return {
    provider,
    model: entry.slice(colon + 1).trim(),
    baseUrl: access?.baseUrl ?? null,
    apiKey: access?.key ?? "",
  };
}

function providerAt(baseUrl: string | undefined): ProviderId {
  if (!baseUrl) return "openai";
  return HOSTS[new URL(baseUrl).hostname] ?? "compatible";
}

function isFirst(connection: ModelConnection, index: number, all: readonly ModelConnection[]): boolean {
  const { provider, model, baseUrl } = connection;
  return (
    model !== "" &&
    index ===
      all.findIndex(
        (other) => other.provider === provider && other.model === model && other.baseUrl === baseUrl,
      )
  );
}
