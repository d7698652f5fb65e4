import { afterAll, describe, expect, it } from "vitest";
import { describeEmbeddingModel } from "~/core/knowledge/embedding-model.contract";
import { createLocalEmbeddings } from "./local-embeddings";

const model = createLocalEmbeddings();
afterAll(() => model.close());

describeEmbeddingModel("the encoder that comes with npm", async () => model);

describe("createLocalEmbeddings", () => {
  it("brings texts that mean the same together though they share no word", async () => {
    const texts = ["how do i get my money back", "refunds", "opening hours"];
    const [question, refunds, hours] = await model.embed(texts, new AbortController().signal);
    const nearness = (other: Float32Array = new Float32Array()) =>
      (question ?? new Float32Array()).reduce((sum, value, at) => sum + value * (other[at] ?? 0), 0);
    expect(nearness(refunds)).toBeGreaterThan(nearness(hours));
  });

  it("fails what is under way when it is closed, and starts again when it is asked", async () => {
    const running = model.embed(["some text"], new AbortController().signal);
    const lost = expect(running).rejects.toMatchObject({ vendor: "embeddings" });
    await model.close();
    await lost;
    expect(await model.embed(["some text"], new AbortController().signal)).toHaveLength(1);
  });
});
