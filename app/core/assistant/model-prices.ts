import type { ModelUsage } from "./language-model";
import list from "./model-prices.json";

/** Millionths of a US dollar a token, fractions included: what a price list calls dollars per million tokens. */
export interface ModelPrice {
  inputMicrosPerToken: number;
  /** For input that the provider had cached. */
  cachedInputMicrosPerToken: number;
  /** For input that the provider wrote into its cache. */
  cacheWriteMicrosPerToken: number;
  outputMicrosPerToken: number;
}

/** When the list was read: ISO date. Prices change; a merchant's own word should win over it. */
export const PRICES_AS_OF = list.asOf;

/** A provider's dated or numbered build costs what its model costs. */
const BUILD = /-(?:\d{4}-\d{2}-\d{2}|20\d{6}|latest|preview(?:-[\d-]+)?|00\d|\d{2}-\d{2})$/;

/** The public list price; null where it is not known, as for endpoints of one's own. */
export function priceOf(provider: string, model: string): ModelPrice | null {
  const prices = new Map(Object.entries(list.prices)).get(provider);
  if (!prices) return null;
  const known = new Map<string, number[]>(Object.entries(prices));
  const name = model.toLowerCase().replace(/^models\//, "");
  const price = known.get(name) ?? known.get(name.replace(BUILD, ""));
  if (!price) return null;
  const [input = 0, cachedInput = input, output = 0] = price;
  const writing = new Map(Object.entries(list.cacheWriteFactor)).get(provider) ?? 1;
  return {
    inputMicrosPerToken: input,
    cachedInputMicrosPerToken: cachedInput,
    cacheWriteMicrosPerToken: input * writing,
    outputMicrosPerToken: output,
  };
}

/** Whole millionths of a US dollar, rounded up: what is spent is never told smaller. */
export function costMicros(price: ModelPrice, usage: ModelUsage): number {
  const written = usage.cacheWriteTokens ?? 0;
  const fresh = Math.max(0, usage.inputTokens - usage.cachedInputTokens - written);
  return Math.ceil(
    fresh * price.inputMicrosPerToken +
      usage.cachedInputTokens * price.cachedInputMicrosPerToken +
      written * price.cacheWriteMicrosPerToken +
      usage.outputTokens * price.outputMicrosPerToken,
  );
}
