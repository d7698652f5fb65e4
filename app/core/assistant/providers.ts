/** Those whose dialect is known, and any other endpoint that speaks OpenAI's Chat Completions. */
export const PROVIDERS = ["openai", "anthropic", "gemini", "mistral", "compatible"] as const;

export type ProviderId = (typeof PROVIDERS)[number];

/** One model at one provider, as somebody configured it. */
export interface ModelConnection {
  provider: ProviderId;
  /** The provider's own name of the model. */
  model: string;
  /** Null: the provider's own address; `compatible` has none, so it names one. */
  baseUrl: string | null;
  /** Empty where an endpoint of one's own wants none. */
  apiKey: string;
}

export const isProvider = (text: string): text is ProviderId =>
  (PROVIDERS as readonly string[]).includes(text);
