import { describe, expect, it } from "vitest";
import type { ConversationMemory, Message } from "../conversation/conversation";
import { openWindow } from "./context-window";
import type { ModelMessage } from "./language-model";

let clock = 0;
const message = (
  role: Message["role"],
  text: string,
  turnId: string | null = null,
  cards: Message["cards"] = [],
): Message => {
  clock += 1000;
  return { id: `${clock}`, role, text, turnId, cards, sources: [], createdAt: new Date(clock) };
};
const search = (data: unknown, step = 0, query = "lamp") => ({
  ...{ tool: "search_products", ok: true, data },
  call: { arguments: JSON.stringify({ query, maxPrice: 50 }), message: { status: "ok" }, step },
});
const read = (history: Message[], evidence: Parameters<typeof openWindow>[2] = [], text = "now") =>
  openWindow(null, history, evidence, text);

/** A turn of a shopper who says little and an assistant who says a lot. */
function longTurn(index: number): Message[] {
  const turnId = `t${index}`;
  return [
    message("shopper", `question ${index}`, turnId),
    message("assistant", `answer ${index} ${"word ".repeat(300)}`, turnId),
  ];
}

describe("what a model reads of a conversation", () => {
  it("ends with what the shopper says now", () => {
    expect(read([], [], "Hi").messages).toEqual([{ role: "shopper", text: "Hi" }]);
  });

  it("has a former turn's calls and results before the reply that rests on them, step by step", () => {
    const history = [message("shopper", "lamps?", "t1"), message("assistant", "Two.", "t1")];
    const evidence = [search({ nextCursor: "c" }, 0), search({ nextCursor: "d" }, 1, "lamps")];
    const { messages } = read(history, [{ turnId: "t1", evidence }]);
    expect(messages.map(({ role }) => role)).toEqual([
      "shopper",
      "assistant",
      "tool",
      "assistant",
      "tool",
      "assistant",
      "shopper",
    ]);
    const [, call, result] = messages;
    expect(result).toMatchObject({ callId: (call as { toolCalls: { id: string }[] }).toolCalls[0]?.id });
    expect(JSON.parse((result as { content: string }).content)).toEqual({
      status: "ok",
      data: { nextCursor: "c" },
    });
  });

  it("shortens huge messages", () => {
    const { messages } = read([message("shopper", "y".repeat(9_000))]);
    expect((messages[0] as { text: string }).text).toHaveLength(4_000);
  });

  it("says that a person of the shop spoke", () => {
    const [spoken] = read([message("person", "Ana here.")]).messages;
    expect(spoken).toMatchObject({
      role: "assistant",
      text: expect.stringMatching(/person of the shop.*Ana here/),
    });
  });
});

describe("from turn to turn", () => {
  /** Plays a conversation as the turn loop would: each turn sees the memory that the one before left. */
  function play(turns: number): {
    windows: ModelMessage[][];
    folds: number;
    memory: ConversationMemory | null;
  } {
    const history: Message[] = [];
    const windows: ModelMessage[][] = [];
    let memory: ConversationMemory | null = null;
    let folds = 0;
    for (let index = 0; index < turns; index += 1) {
      const window = openWindow(memory, history, [], `question ${index}`);
      memory = window.memory;
      if (window.hasFolded) folds += 1;
      windows.push(window.messages);
      history.push(...longTurn(index));
    }
    return { windows, folds, memory };
  }

  it("messages are only added, but for the few steps in which older ones are folded away", () => {
    const { windows, folds } = play(30);
    const broken = windows.slice(1).filter((messages, index) => {
      const before = windows[index] ?? [];
      return JSON.stringify(messages.slice(0, before.length)) !== JSON.stringify(before);
    });
    expect(broken).toHaveLength(folds);
    expect(folds).toBeGreaterThan(1);
    expect(folds).toBeLessThan(8);
  });

  it("what is sent stays small however long it goes on, and the newest exchange stays whole", () => {
    const { windows } = play(60);
    for (const messages of windows) expect(JSON.stringify(messages).length).toBeLessThan(22_000);
    expect(windows.at(-1)?.slice(-3)).toMatchObject([
      { text: "question 58" },
      { text: expect.stringMatching(/^answer 58/) },
      { text: "question 59" },
    ]);
  });

  it("folding keeps orders, searches, looked-at products and what a person promised word for word", () => {
    const order = { kind: "order" as const, name: "#1042" } as Message["cards"][number];
    const history = [
      message("shopper", "Where is my parcel?", "a"),
      message("assistant", "On its way.", "a", [order]),
      message("person", "I will refund the shipping by Friday."),
      message("shopper", "A red lamp under 50?", "b"),
      message("assistant", "Here you are.", "b"),
      ...longTurn(1),
      ...longTurn(2),
      ...Array.from({ length: 8 }, (_, index) => longTurn(index + 3)).flat(),
    ];
    const details = {
      ...{ tool: "product_details", ok: true },
      data: { product: { title: "Oslo Lamp", handle: "oslo-lamp" } },
    };
    const { memory, hasFolded } = read(history, [
      { turnId: "b", evidence: [search({}, 0, "red lamp"), details] },
    ]);
    expect(hasFolded).toBe(true);
    expect(memory).toMatchObject({
      orders: ["#1042"],
      products: ["Oslo Lamp [oslo-lamp]"],
      wishes: [expect.stringMatching(/red lamp.*50/)],
      promises: [expect.stringContaining("refund the shipping by Friday")],
    });
    expect(memory?.summary[0]).toMatch(/Where is my parcel\?.*On its way.*#1042/);
  });

  it("what is in memory is not sent again", () => {
    const history = Array.from({ length: 12 }, (_, index) => longTurn(index)).flat();
    const first = read(history);
    const again = openWindow(first.memory, [...history, ...longTurn(12)], [], "now");
    const asked = ({ messages }: typeof first) =>
      messages.flatMap((said) => (said.role === "shopper" ? [said.text] : []));
    expect(asked(first)).not.toContain("question 0");
    expect(asked(again)).toEqual([...asked(first).slice(0, -1), "question 12", "now"]);
  });
});
