import { describe, expect, it } from "vitest";
import { sampleProduct } from "../store/fixtures/sample-products";
import { productCard } from "../store/product-card";
import { createTurnRecorder } from "./turn-recorder";

function record() {
  const kinds: string[] = [];
  const recorder = createTurnRecorder(2, (event) => kinds.push(`${event.id} ${event.event}`));
  return { recorder, kinds };
}
const product = sampleProduct();
const [variant] = product.variants;
if (!variant) throw new Error("no variant");
const card = productCard(product, variant);
const sources = ["A", "B"].map((title) => ({ title, url: `https://x.example/${title}` }));

describe("what a turn has shown", () => {
  it("counts events within its attempt", () => {
    const { recorder, kinds } = record();
    recorder.showText("Hi");
    recorder.showCard(card);
    expect(kinds).toEqual(["2.1 text-delta", "2.2 card"]);
  });

  it("shows a card once, also after the text was taken back", () => {
    const { recorder } = record();
    recorder.showText("Hi");
    recorder.showCard(card);
    recorder.reset("model-failed");
    recorder.showCard({ ...card });
    expect(recorder.cards).toHaveLength(1);
    expect(recorder.events.map(({ event }) => event)).toEqual(["text-delta", "card", "reset"]);
    expect(recorder.text).toBe("");
  });

  it("takes nothing back where nothing was said", () => {
    const { recorder, kinds } = record();
    recorder.reset("model-failed");
    expect(kinds).toEqual([]);
  });

  it("begins without white space, and puts paragraphs between steps, whatever white space they end and begin with", () => {
    const { recorder } = record();
    recorder.showText(" \n");
    recorder.showText("  One.");
    recorder.beginParagraph();
    recorder.showText("\n");
    recorder.showText(" Two.");
    recorder.showText(" Three.");
    expect(recorder.text).toBe("One.\n\nTwo. Three.");
  });

  it("numbers sources once, and shows those that the text cites, also when the stream cuts the number in two", () => {
    const { recorder, kinds } = record();
    expect(recorder.numberSources(sources).map(({ n }) => n)).toEqual([1, 2]);
    expect(recorder.numberSources(sources.toReversed()).map(({ n }) => n)).toEqual([2, 1]);
    for (const part of ["As stated [", "2", "], and again [2]. Not [3], [0] or [x]."])
      recorder.showText(part);
    expect(recorder.sources).toEqual([{ n: 2, ...sources[1] }]);
    expect(kinds.filter((kind) => kind.endsWith("source"))).toEqual(["2.3 source"]);
    recorder.showUncited();
    expect(recorder.sources).toHaveLength(1);
  });

  it("shows the best source where the text cites none", () => {
    const { recorder } = record();
    recorder.numberSources(sources);
    recorder.showText("Thirty days.");
    recorder.showUncited();
    expect(recorder.sources).toEqual([{ n: 1, ...sources[0] }]);
  });
});
