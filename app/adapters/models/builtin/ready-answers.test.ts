import { describe, expect, it } from "vitest";
import { plainKnowledge } from "~/core/knowledge/fixtures/plain-knowledge";
import { createSectionRanking } from "~/core/knowledge/rank-sections";
import { readSections } from "~/core/knowledge/sections";
import { createChat } from "./fixtures/chat";
import { teaShop } from "./fixtures/invented-stores";

const ANSWERS: [question: string, answer: string][] = [
  ["Do you engrave pocket knives?", "Yes, up to twelve letters, for $9."],
  ["Can I bring my dog into the shop?", "Dogs are welcome on a lead."],
  ["Do you hold knot-tying classes?", "Every first Saturday at ten, in the yard."],
  ["Kann man bei Ihnen Scheren schleifen lassen?", "Ja, jeden Dienstag, für 4 Euro."],
];

const ranking = createSectionRanking(
  ANSWERS.flatMap(([title, html], index) =>
    readSections({ id: `${index}`, kind: "faq", title, url: "https://fernway.example", html }),
  ),
);
const chat = () =>
  createChat({
    ...teaShop(),
    knowledge: plainKnowledge(async (_shop, question, limit) => ranking.rank(question, limit)),
  });

describe("a question that the merchant answered herself", () => {
  it.each(ANSWERS.slice(0, 3))("is answered in her words: %s", async (question, answer) => {
    expect((await chat()(question)).text).toContain(answer);
  });

  it("is found in the shopper's own words", async () => {
    expect((await chat()("are dogs welcome in the shop")).text).toContain("on a lead");
    expect((await chat()("could you engrave a knife for me?")).text).toContain("twelve letters");
  });

  it("is found in the shopper's language", async () => {
    const german = createChat({
      ...teaShop(),
      locale: "de",
      knowledge: plainKnowledge(async (_shop, question, limit) => ranking.rank(question, limit)),
    });
    expect((await german("Kann man Scheren schleifen lassen?")).text).toContain("jeden Dienstag");
  });

  it.each([
    "what is the capital of France?",
    "write me a poem about my dog",
    "do you have a copper kettle?",
    "where is my order?",
  ])("is not taken for another one: %s", async (text) => {
    expect((await chat()(text)).text).not.toMatch(/twelve letters|on a lead|first Saturday/);
  });
});
