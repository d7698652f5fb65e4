import { describe, expect, it } from "vitest";
import type { EmbeddingModel } from "./embedding-model";

const LIMITS = { texts: 256, characters: 2_000 };

/** What every EmbeddingModel must do. `create` is called once a suite, since some take seconds to load. */
export function describeEmbeddingModel(name: string, create: () => Promise<EmbeddingModel>): void {
  describe(name, () => {
    let made: Promise<EmbeddingModel> | undefined;
    const model = () => {
      made ??= create();
      return made;
    };
    const signal = new AbortController().signal;
    const nearness = (one: Float32Array = new Float32Array(), other: Float32Array = new Float32Array()) =>
      one.reduce((sum, value, at) => sum + value * (other[at] ?? 0), 0);

    it("refuses promptly when the caller is gone already, with the caller's reason", async () => {
      const reason = new Error("gone");
      await expect((await model()).embed(["hello"], AbortSignal.abort(reason))).rejects.toBe(reason);
    });

    it("gives up promptly when the caller leaves, and serves the next one", async () => {
      const controller = new AbortController();
      const reason = new Error("left");
      const running = (await model()).embed(["some text"], controller.signal);
      controller.abort(reason);
      await expect(running).rejects.toBe(reason);
      expect(await (await model()).embed(["hello"], signal)).toHaveLength(1);
    });

    it("takes no texts, empty ones, strange ones and far too long ones", async () => {
      const texts = ["", " ", "\u0000\ud800🫖", "word ".repeat(LIMITS.characters)];
      expect(await (await model()).embed([], signal)).toEqual([]);
      const vectors = await (await model()).embed(texts, signal);
      expect(vectors).toHaveLength(texts.length);
      for (const vector of vectors) expect(vector).toHaveLength((await model()).dimensions);
    });

    it("gives vectors of length 1 in the order of the texts, the same ones every time", async () => {
      const { embed, dimensions } = await model();
      const texts = ["How do I send something back?", "Blue teapot"];
      const vectors = await embed(texts, signal);
      const [again] = await embed(["Blue teapot"], signal);
      for (const vector of vectors) {
        expect(vector).toBeInstanceOf(Float32Array);
        expect(vector).toHaveLength(dimensions);
        expect(nearness(vector, vector)).toBeCloseTo(1, 3);
      }
      expect(nearness(vectors[1], again)).toBeGreaterThan(0.999);
      expect(nearness(vectors[0], vectors[1])).toBeLessThan(0.95);
    });
  });
}
