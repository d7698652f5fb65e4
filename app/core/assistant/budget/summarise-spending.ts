import type { SpendingDay } from "./ledger";

export interface ModelCosts extends Omit<SpendingDay, "day"> {
  /** It took tokens, and nobody knows what they cost. */
  isPriceUnknown: boolean;
}

export interface SpendingSummary {
  /** The dearest first. */
  models: ModelCosts[];
  /** Millionths of a US dollar. */
  costMicros: number;
  /** Turns for which a model was not asked because of a ceiling. */
  refusals: number;
}

/** The days added up by model. */
export function summariseSpending(days: readonly SpendingDay[]): SpendingSummary {
  const models = new Map<string, ModelCosts>();
  for (const { day: _, ...entry } of days) {
    const sum = models.get(entry.model);
    models.set(entry.model, {
      model: entry.model,
      turns: entry.turns + (sum?.turns ?? 0),
      inputTokens: entry.inputTokens + (sum?.inputTokens ?? 0),
      cachedInputTokens: entry.cachedInputTokens + (sum?.cachedInputTokens ?? 0),
      outputTokens: entry.outputTokens + (sum?.outputTokens ?? 0),
      costMicros: entry.costMicros + (sum?.costMicros ?? 0),
      refusals: entry.refusals + (sum?.refusals ?? 0),
      isPriceUnknown: (entry.costMicros === 0 && entry.inputTokens > 0) || (sum?.isPriceUnknown ?? false),
    });
  }
  const sorted = [...models.values()].sort((a, b) => b.costMicros - a.costMicros || b.turns - a.turns);
  return {
    models: sorted,
    costMicros: sorted.reduce((total, { costMicros }) => total + costMicros, 0),
    refusals: sorted.reduce((total, { refusals }) => total + refusals, 0),
  };
}
