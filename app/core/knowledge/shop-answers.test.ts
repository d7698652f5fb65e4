import { beforeEach, describe, expect, it } from "vitest";
import { createMemoryKnowledge, type MemoryKnowledge } from "./fakes/memory-knowledge";
import { createMemorySyncs } from "./fakes/memory-syncs";
import { createShopAnswers, MAX_ANSWERS, type ShopAnswer, type ShopAnswers } from "./shop-answers";
import { createShopSynonyms } from "./shop-synonyms";

const SHOP = "fernway.myshopify.com";
const OTHER = "other.myshopify.com";
const at = new Date("2026-11-21T12:00:00.000Z");
const signal = new AbortController().signal;

let knowledge: MemoryKnowledge;
let answers: ShopAnswers;
let stored: (ShopAnswer & { shop: string })[];

beforeEach(() => {
  knowledge = createMemoryKnowledge(SHOP, OTHER);
  stored = [];
  let ids = 0;
  answers = createShopAnswers({
    repository: {
      list: async (shop) => stored.filter((answer) => answer.shop === shop),
      async save(shop, answer, limit) {
        const others = stored.filter(({ id }) => id !== answer.id);
        if (others.filter((one) => one.shop === shop).length >= limit) return false;
        stored = [...others, { ...answer, shop }];
        return true;
      },
      async remove(shop, id) {
        const before = stored.length;
        stored = stored.filter((answer) => answer.shop !== shop || answer.id !== id);
        return stored.length < before;
      },
    },
    writer: knowledge.writer,
    syncs: createMemorySyncs(SHOP, OTHER),
    storefrontUrl: async () => "https://fernway.example",
    createId: () => `id-${++ids}`,
    now: () => at,
  });
});

const found = async (question: string, shop = SHOP) => knowledge.index.search(shop, question, 1, signal);

describe("a merchant's answer", () => {
  it.each<[string, unknown]>([
    ["no object", null],
    ["a list", []],
    ["empty words", { question: "   ", answer: "Yes" }],
    ["a question without an answer", { question: "Do you engrave?", answer: " \n " }],
    ["a question of 301 characters", { question: "x".repeat(301), answer: "Yes" }],
    ["an answer of 4,001 characters", { question: "Do you engrave?", answer: "x".repeat(4001) }],
    ["other types", { question: { $gt: "" }, answer: ["x"] }],
  ])("is not taken from %s, and nothing is written", async (_, input) => {
    expect(await answers.save(SHOP, null, input)).toMatchObject({ status: "invalid" });
    expect(stored).toEqual([]);
    expect((await knowledge.writer.counts(SHOP)).documents).toBe(0);
  });

  it("that is refused says which field and why", async () => {
    const input = { question: "", answer: "x".repeat(4001) };
    expect(await answers.save(SHOP, null, input)).toEqual({
      status: "invalid",
      problems: [
        { field: "question", problem: "missing" },
        { field: "answer", problem: "too-long" },
      ],
    });
  });

  it("is plain text: markup in it is shown, never run", async () => {
    await answers.save(SHOP, null, {
      question: "Is it <b>safe</b>?",
      answer: "Use <script>alert(1)</script> & co",
    });
    expect((await found("Is it safe?"))[0]?.text).toBe("Use <script>alert(1)</script> & co");
  });

  it("is found as soon as it is saved, changed and removed, by no other shop", async () => {
    const saved = await answers.save(SHOP, null, { question: "Do you engrave?", answer: "Yes, for free." });
    if (saved.status !== "saved") return expect.fail(saved.status);
    expect(await found("Can you engrave?")).toMatchObject([
      {
        kind: "faq",
        documentTitle: "Do you engrave?",
        text: "Yes, for free.",
        url: "https://fernway.example",
      },
    ]);
    expect(await found("Can you engrave?", OTHER)).toEqual([]);
    const { id } = saved.answer;
    await answers.save(SHOP, id, { question: "Do you engrave?", answer: "Not any more." });
    expect((await found("Can you engrave?"))[0]?.text).toBe("Not any more.");
    expect(await answers.list(SHOP)).toHaveLength(1);
    expect(await answers.remove(OTHER, id)).toBe(false);
    expect(await answers.remove(SHOP, id)).toBe(true);
    expect(await found("Can you engrave?")).toEqual([]);
  });

  it("of another shop cannot be changed", async () => {
    const saved = await answers.save(OTHER, null, { question: "Do you engrave?", answer: "Yes." });
    const id = saved.status === "saved" ? saved.answer.id : "";
    expect(await answers.save(SHOP, id, { question: "Do you engrave?", answer: "No." })).toEqual({
      status: "gone",
    });
    expect((await found("Do you engrave?", OTHER))[0]?.text).toBe("Yes.");
  });

  it("stands on a page of the shop that it names, never on a stranger's", async () => {
    const urlOf = async (answer: string) => {
      await answers.save(SHOP, null, { question: `Where is ${answer}?`, answer });
      return (await answers.documents(SHOP)).at(-1)?.url;
    };
    expect(await urlOf("See https://fernway.example/pages/rings.")).toBe(
      "https://fernway.example/pages/rings",
    );
    expect(await urlOf("See https://fernway.example.evil.test/x")).toBe("https://fernway.example");
    expect(await urlOf("See https://evil.test/?https://fernway.example/")).toBe("https://fernway.example");
  });

  it("finds no room after five hundred", async () => {
    for (let number = 0; number < MAX_ANSWERS; number += 1) {
      stored.push({ id: `old-${number}`, question: "Q?", answer: "A", updatedAt: at, shop: SHOP });
    }
    const input = { question: "One more?", answer: "No." };
    expect(await answers.save(SHOP, null, input)).toEqual({ status: "full" });
    expect(await answers.save(SHOP, "old-7", input)).toMatchObject({ status: "saved" });
  });
});

describe("synonyms", () => {
  let kept: string[][];
  const synonyms = () =>
    createShopSynonyms({
      repository: {
        load: async () => kept,
        async save(shop, groups) {
          if (shop !== SHOP) return false;
          kept = groups;
          return true;
        },
      },
      writer: knowledge.writer,
      now: () => at,
    });
  beforeEach(() => {
    kept = [];
  });

  it("are tidied, kept and searched by at once", async () => {
    const outcome = await synonyms().save(SHOP, [[" Sofa ", "couch", "", "sofa"]]);
    expect(outcome).toEqual({ status: "saved", groups: [["sofa", "couch"]] });
    expect(knowledge.synonyms(SHOP)).toEqual([["sofa", "couch"]]);
  });

  it.each<[string, unknown, number[]]>([
    ["a word alone", [["sofa", "couch"], ["lamp"]], [1]],
    ["the same word twice", [["Sofa", "sofa "]], [0]],
    ["21 words", [Array.from({ length: 21 }, (_, index) => `word ${index}`)], [0]],
    ["a word of 61 characters", [["x".repeat(61), "y"]], [0]],
    ["501 groups", Array.from({ length: 501 }, () => ["a", "b"]), []],
    ["no list", { 0: ["a", "b"] }, []],
    ["numbers", [[1, 2]], [0]],
  ])("are refused with %s, and the old ones stay", async (_, input, groups) => {
    kept = [["old", "older"]];
    expect(await synonyms().save(SHOP, input)).toEqual({ status: "invalid", groups });
    expect(kept).toEqual([["old", "older"]]);
  });

  it("of a shop that is gone are not kept", async () => {
    expect(await synonyms().save(OTHER, [["a", "b"]])).toEqual({ status: "gone" });
    expect(knowledge.synonyms(OTHER)).toEqual([]);
  });
});
