import { describe, expect, it } from "vitest";
import type { Message } from "../conversation/conversation";
import { buildMessages } from "./context-window";

const message = (role: Message["role"], text: string, turnId: string | null = null): Message => ({
  ...{ id: text, role, text, turnId, cards: [], sources: [] },
  createdAt: new Date(),
});
const evidence = (data: unknown) => ({
  ...{ tool: "search_products", ok: true, data },
  call: { arguments: '{"query":"lamp"}', message: { status: "ok" } },
});

describe("what a model reads of a conversation", () => {
  it("ends with what the shopper says now", () => {
    expect(buildMessages([], [], "Hi")).toEqual([{ role: "shopper", text: "Hi" }]);
  });

  it("puts a former turn's calls and results before the reply that rests on them", () => {
    const history = [message("shopper", "lamps?", "t1"), message("assistant", "Two.", "t1")];
    const messages = buildMessages(
      history,
      [{ turnId: "t1", evidence: [evidence({ nextCursor: "c" })] }],
      "more",
    );
    expect(messages.map(({ role }) => role)).toEqual([
      "shopper",
      "assistant",
      "tool",
      "assistant",
      "shopper",
    ]);
    const [, call, result] = messages;
    expect(call).toMatchObject({
      text: "",
      toolCalls: [{ name: "search_products", arguments: '{"query":"lamp"}' }],
    });
    expect(result).toMatchObject({ callId: (call as { toolCalls: { id: string }[] }).toolCalls[0]?.id });
    expect(JSON.parse((result as { content: string }).content)).toEqual({
      status: "ok",
      data: { nextCursor: "c" },
    });
  });

  it("shortens former results, but no id, link or cursor", () => {
    const long = "x".repeat(3_000);
    const data = {
      description: long,
      cursor: long,
      productId: long,
      url: long,
      items: Array(50).fill({ text: long }),
    };
    const [, , result] = buildMessages(
      [message("shopper", "?", "t1"), message("assistant", "!", "t1")],
      [{ turnId: "t1", evidence: [evidence(data)] }],
      "more",
    );
    const read = JSON.parse((result as { content: string }).content).data;
    expect([read.description.length, read.cursor.length, read.productId.length, read.url.length]).toEqual([
      400, 3_000, 3_000, 3_000,
    ]);
    expect(read.items).toHaveLength(20);
  });

  it("keeps the newest messages where there are too many, and shortens huge ones", () => {
    const history = Array.from({ length: 40 }, (_, index) =>
      message("shopper", `${index} ${"y".repeat(5_000)}`),
    );
    const messages = buildMessages(history, [], "now");
    expect(messages.length).toBeLessThan(10);
    expect((messages.at(-2) as { text: string }).text).toMatch(/^39 /);
    expect((messages[0] as { text: string }).text).toHaveLength(4_000);
  });

  it("says that a person of the shop spoke", () => {
    const [spoken] = buildMessages([message("person", "Ana here.")], [], "Thanks");
    expect(spoken).toMatchObject({
      role: "assistant",
      text: expect.stringMatching(/person of the shop.*Ana here/),
    });
  });
});
