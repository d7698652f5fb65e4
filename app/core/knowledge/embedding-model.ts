/**
 * Turns texts into vectors whose nearness is nearness in meaning. Vectors have length 1 and `dimensions` numbers; those
 * of models with other names are not comparable. Rejects with VendorError when the model fails, and promptly with the
 * signal's reason when it aborts.
 */
export interface EmbeddingModel {
  /** Names the vectors: kept beside them, and with another name they are made anew. */
  readonly name: string;
  readonly dimensions: number;
  /** ISO 639-1 codes of the languages that it understands; null: all that matter. */
  readonly languages: readonly string[] | null;
  /** Vectors in the order of the texts. At most 256 texts of 2,000 characters; longer ones are cut. */
  embed(texts: readonly string[], signal: AbortSignal): Promise<Float32Array[]>;
}
