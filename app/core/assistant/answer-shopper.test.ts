import { describe, expect, it, vi } from "vitest";
import type { Shopper } from "../conversation/conversation";
import type { LoggedTurnEvent } from "../conversation/turn-event";
import { createScriptedModel, type ScriptedPart } from "./fakes/scripted-model";
import { ask, begin, collect, createFakeTurns, openConversation, SHOP, textOf } from "./fakes/turns";
import { followTurn } from "./follow-turn";

const never = new AbortController().signal;
const visitor: Shopper = { kind: "visitor" };
const model = (...steps: ScriptedPart[][]) => createScriptedModel("gpt", ...steps);
const end = (events: LoggedTurnEvent[]) => events.at(-1);

describe("a turn", () => {
  it("stores the message, streams the reply, and stores it too", async () => {
    const deps = createFakeTurns([model(["Good ", "day."])]);
    const { events, stored, kinds, turnId } = await ask(deps);
    expect(kinds).toEqual(["turn-start", "text-delta", "text-delta", "turn-end"]);
    expect(events.map((event) => event.id)).toEqual(["1.1", "1.2", "1.3", "1.4"]);
    expect(end(events)).toMatchObject({
      data: { turnId, outcome: "answered", model: "gpt", usage: { inputTokens: 100, outputTokens: 10 } },
    });
    expect(stored.map(({ role, text }) => [role, text])).toEqual([
      ["shopper", "hello"],
      ["assistant", "Good day."],
    ]);
    expect(await deps.conversations.readEvents(turnId)).toEqual(events);
    expect(deps.problems).toEqual([]);
  });

  it("is the same turn for the same message, while it runs and afterwards", async () => {
    const scripted = model([{ wait: 20 }, "Once."]);
    const deps = createFakeTurns([scripted]);
    const first = await begin(deps);
    const again = await begin(deps, { conversation: first.conversation });
    if (first.answer.status !== "answering" || again.answer.status !== "answering") throw new Error("busy");
    const [one, two] = await Promise.all([collect(first.answer.events), collect(again.answer.events)]);
    expect(two).toEqual(one);
    const later = await ask(deps, { conversation: first.conversation });
    expect(later.events).toEqual(one);
    expect(scripted.requests).toHaveLength(1);
    expect(later.stored).toHaveLength(2);
  });

  it("refuses the same messageId with another text", async () => {
    const deps = createFakeTurns([model(["Yes."])]);
    const { conversation } = await ask(deps);
    const { answer } = await begin(deps, { conversation, text: "other" });
    expect(answer).toEqual({ status: "conflict" });
  });

  it("runs at most three at once in a conversation, even when they arrive together", async () => {
    const steps = Array.from({ length: 12 }, () => [{ wait: 30 }, "Done."]);
    const deps = createFakeTurns([model(...steps)]);
    const conversation = await openConversation(deps);
    const begun = await Promise.all(
      Array.from({ length: 10 }, (_, index) => begin(deps, { conversation, messageId: `m${index}` })),
    );
    const statuses = begun.map(({ answer }) => answer.status);
    expect(statuses.filter((status) => status === "answering")).toHaveLength(3);
    expect(statuses.filter((status) => status === "busy")).toHaveLength(7);
    for (const { answer } of begun) if (answer.status === "answering") await collect(answer.events);
    await vi.waitFor(async () =>
      expect((await begin(deps, { conversation, messageId: "later" })).answer.status).toBe("answering"),
    );
  });

  it("goes on when the reader leaves, and can be read from every point", async () => {
    const deps = createFakeTurns([model(["One. ", { wait: 20 }, "Two. ", "Three."])]);
    const leaving = new AbortController();
    const { answer, conversation } = await begin(deps, { signal: leaving.signal });
    if (answer.status !== "answering") throw new Error(answer.status);
    for await (const event of answer.events) if (event.event === "text-delta") leaving.abort();
    const found = await deps.conversations.findTurn(SHOP, answer.turnId);
    if (!found) throw new Error("lost");
    const followed = {
      turn: found.turn,
      conversation,
      shopper: visitor,
      text: "hello",
      hint: {},
      address: "",
    };
    const all = await collect(followTurn(deps, followed, null, never));
    expect(textOf(all)).toBe("One. Two. Three.");
    for (const [index, event] of all.entries()) {
      expect(await collect(followTurn(deps, followed, event.id, never))).toEqual(all.slice(index + 1));
    }
  });
});
