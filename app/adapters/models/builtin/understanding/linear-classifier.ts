/** What a text is made of, as the classifier sees it. */
export type Features = readonly string[];

export interface Guess<Label extends string> {
  label: Label;
  /** From 0 to 1; over all labels they add up to 1. */
  probability: number;
}

/** Multinomial logistic regression as it is stored: a weight for every feature and label. */
export interface LinearModel {
  /** One a line. */
  features: string;
  /** Base64 of signed bytes: for each feature in its order those of all labels. */
  weights: string;
  /** What a byte's one stands for. */
  scale: number;
}

export interface LinearClassifier<Label extends string> {
  /** All labels, likeliest first. Features that the model does not have are passed over. */
  rank(features: Features): Guess<Label>[];
}

export function createClassifier<Label extends string>(
  model: LinearModel,
  labels: readonly Label[],
): LinearClassifier<Label> {
  const rows = new Map(model.features.split("\n").map((feature, row) => [feature, row]));
  const bytes = Buffer.from(model.weights, "base64");
  const weights = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length);
  if (weights.length !== rows.size * labels.length)
    throw new Error("The weights fit other features or labels");
  return {
    rank(features) {
      const chances = softmax(scoreLabels(rowsOf(features, rows), weights, labels.length, model.scale));
      return labels
        .map((label, index) => ({ label, probability: chances[index] ?? 0 }))
        .sort((a, b) => b.probability - a.probability);
    },
  };
}

export function rowsOf(features: Features, rows: ReadonlyMap<string, number>): number[] {
  return features.flatMap((feature) => rows.get(feature) ?? []);
}

/** What each feature of a text counts: all of them together weigh the same in a short and in a long one. */
export const shareOf = (count: number): number => (count === 0 ? 0 : 3 / Math.sqrt(count));

export function scoreLabels(
  at: readonly number[],
  weights: Int8Array | Float32Array,
  width: number,
  scale: number,
): Float64Array {
  const sums = new Float64Array(width);
  const value = shareOf(at.length) * scale;
  for (const row of at) {
    const start = row * width;
    for (let one = 0; one < width; one += 1)
      sums[one] = (sums[one] ?? 0) + value * (weights[start + one] ?? 0);
  }
  return sums;
}

export function softmax(values: Float64Array): Float64Array {
  const most = Math.max(...values);
  const powers = values.map((value) => Math.exp(value - most));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}
