import { type Features, type LinearModel, rowsOf, scoreLabels, shareOf, softmax } from "../linear-classifier";

export interface Example<Label extends string> {
  features: Features;
  label: Label;
}

const ROUNDS = 8;
const RATE = 0.25;
/** A label that is this unlikely learns nothing from an example; most are, so most of the work falls away. */
const NEGLIGIBLE = 0.002;
/** Features that tell more than others are kept, and so many of them. */
const KEPT = 14_000;

/**
 * Multinomial logistic regression, fitted by AdaGrad over the examples in fixed orders: the same examples always give
 * the same model.
 */
export function fitModel<Label extends string>(
  examples: readonly Example<Label>[],
  labels: readonly Label[],
): LinearModel {
  const rows = indexFeatures(examples);
  const width = labels.length;
  const weights = new Float32Array(rows.size * width);
  const spent = new Float32Array(rows.size * width).fill(1e-6);
  const samples = examples.map(({ features, label }) => ({
    at: rowsOf(features, rows),
    label: labels.indexOf(label),
  }));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const { at, label } of shuffled(samples, round)) {
      const value = shareOf(at.length);
      const chances = softmax(scoreLabels(at, weights, width, 1));
      for (let one = 0; one < width; one += 1) {
        const error = (one === label ? 1 : 0) - (chances[one] ?? 0);
        if (Math.abs(error) < NEGLIGIBLE) continue;
        const gradient = error * value;
        for (const row of at) {
          const cell = row * width + one;
          spent[cell] = (spent[cell] ?? 0) + gradient * gradient;
          weights[cell] = (weights[cell] ?? 0) + (RATE * gradient) / Math.sqrt(spent[cell] ?? 1);
        }
      }
    }
  }
  return packModel([...rows.keys()], weights, width);
}

/** A feature of one example only would be learnt by heart. */
function indexFeatures(examples: readonly Example<string>[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const one of examples.flatMap(({ features }) => features)) counts.set(one, (counts.get(one) ?? 0) + 1);
  const kept = [...counts].filter(([, count]) => count > 1);
  return new Map(kept.map(([feature], index) => [feature, index]));
}

/** The features that tell most, with their weights in bytes. */
function packModel(features: readonly string[], weights: Float32Array, width: number): LinearModel {
  const ranked = features
    .map((feature, row) => ({ feature, own: weights.subarray(row * width, (row + 1) * width) }))
    .map((one) => ({ ...one, strength: Math.hypot(...one.own) }))
    .sort((a, b) => b.strength - a.strength || (a.feature < b.feature ? -1 : 1))
    .slice(0, KEPT);
  const most = ranked.reduce((top, { own }) => Math.max(top, ...own.map(Math.abs)), 0);
  const scale = most / 127;
  const bytes = Int8Array.from(
    ranked.flatMap(({ own }) => [...own].map((weight) => Math.round(weight / scale))),
  );
  return {
    features: ranked.map(({ feature }) => feature).join("\n"),
    weights: Buffer.from(bytes.buffer).toString("base64"),
    scale,
  };
}

/** Another order each round, by a generator of its own so that it never changes. */
function shuffled<T>(items: readonly T[], seed: number): T[] {
  const order = [...items];
  let state = seed + 1;
  for (let last = order.length - 1; last > 0; last -= 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const other = state % (last + 1);
    [order[last], order[other]] = [order[other] as T, order[last] as T];
  }
  return order;
}
