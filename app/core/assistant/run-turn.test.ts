import { describe, expect, it, vi } from "vitest";
import type { Shopper } from "../conversation/conversation";
import type { LoggedTurnEvent } from "../conversation/turn-event";
import { createInMemoryStore } from "../store/fixtures/in-memory-store";
import { createScriptedModel, type ScriptedPart } from "./fakes/scripted-model";
import { begin, collect, createFakeTurns, openConversation, SHOP, textOf } from "./fakes/turns";
import { followTurn } from "./follow-turn";
import type { LanguageModel } from "./language-model";
import { runTurn } from "./run-turn";
import { DEFAULT_LIMITS } from "./turn-limits";

const never = new AbortController().signal;
const visitor: Shopper = { kind: "visitor" };
const model = (...steps: ScriptedPart[][]) => createScriptedModel("gpt", ...steps);
const builtin = (...steps: ScriptedPart[][]) =>
  createScriptedModel("builtin", ...(steps.length > 0 ? steps : [["From the built-in model."]]));
const end = (events: LoggedTurnEvent[]) => events.at(-1);

describe("stopping", () => {
  it("ends the model's call at once and keeps the text so far", async () => {
    const scripted = model(["Kept. ", { wait: 5_000 }, "Not said."]);
    const deps = createFakeTurns([scripted, builtin()]);
    const { answer, conversation } = await begin(deps);
    if (answer.status !== "answering") throw new Error(answer.status);
    const events: LoggedTurnEvent[] = [];
    let stoppedAt = Number.NaN;
    for await (const event of answer.events) {
      events.push(event);
      if (event.event !== "text-delta") continue;
      stoppedAt = performance.now();
      await deps.turnLog.requestStop(answer.turnId);
    }
    expect(performance.now() - stoppedAt).toBeLessThan(250);
    expect(end(events)).toMatchObject({ event: "turn-end", data: { outcome: "stopped", model: "gpt" } });
    expect((await deps.conversations.readMessages(conversation.id, 9)).at(-1)?.text).toBe("Kept. ");
    await vi.waitFor(() => expect(scripted.aborted).toBe(1));
  });

  it("ends a turn amid a tool call", async () => {
    const store = { ...createInMemoryStore({}), searchProducts: () => new Promise<never>(() => {}) };
    const deps = createFakeTurns(
      [model([{ call: "search_products", arguments: { query: "x" } }]), builtin()],
      { store },
    );
    const { answer } = await begin(deps);
    if (answer.status !== "answering") throw new Error(answer.status);
    const events: LoggedTurnEvent[] = [];
    for await (const event of answer.events) {
      events.push(event);
      if (event.event === "tool-start") await deps.turnLog.requestStop(answer.turnId);
    }
    expect(end(events)).toMatchObject({ event: "turn-end", data: { outcome: "stopped" } });
  });

  it("works on a model that does not listen to its signal", async () => {
    const deaf: LanguageModel = {
      name: "deaf",
      async *stream() {
        yield { type: "text-delta", text: "Hm. " };
        await new Promise(() => {});
      },
    };
    const deps = createFakeTurns([deaf, builtin()]);
    const { answer } = await begin(deps);
    if (answer.status !== "answering") throw new Error(answer.status);
    const events: LoggedTurnEvent[] = [];
    for await (const event of answer.events) {
      events.push(event);
      if (event.event === "text-delta") await deps.turnLog.requestStop(answer.turnId);
    }
    expect(end(events)).toMatchObject({ data: { outcome: "stopped" } });
  });
});

describe("time", () => {
  it("ends a turn that nobody has followed for ten seconds, and spares one whose reader came back", async () => {
    vi.useFakeTimers();
    try {
      const scripted = model(["Hm. ", { wait: 600_000 }]);
      const deps = createFakeTurns([scripted, builtin()], {
        limits: { ...DEFAULT_LIMITS, silence: 600_000, deadline: 900_000 },
      });
      const leaving = new AbortController();
      const { answer, conversation } = await begin(deps, { signal: leaving.signal });
      if (answer.status !== "answering") throw new Error(answer.status);
      const reading = collect(answer.events);
      await vi.advanceTimersByTimeAsync(30_000);
      expect((await deps.conversations.findTurn(SHOP, answer.turnId))?.turn.status).toBe("running");
      leaving.abort();
      await reading;
      await vi.advanceTimersByTimeAsync(9_000);
      expect((await deps.conversations.findTurn(SHOP, answer.turnId))?.turn.status).toBe("running");
      await vi.advanceTimersByTimeAsync(3_000);
      expect((await deps.conversations.findTurn(SHOP, answer.turnId))?.turn.status).toBe("stopped");
      expect((await deps.conversations.readMessages(conversation.id, 9)).at(-1)?.text).toBe("Hm. ");
    } finally {
      vi.useRealTimers();
    }
  });

  it("lets another process take over a turn whose process died, beginning with a reset", async () => {
    const clock = { at: new Date("2026-11-21T12:00:00Z") };
    const dead = createFakeTurns([model(["Never read"])], { now: () => clock.at });
    const conversation = await openConversation(dead);
    const begun = await dead.conversations.beginTurn({
      ...{ conversationId: conversation.id, turnId: crypto.randomUUID(), messageId: crypto.randomUUID() },
      ...{ clientId: "m1", text: "hello", at: clock.at, leaseOwner: "dead", maxRunning: 3 },
      leaseUntil: new Date(clock.at.getTime() + 15_000),
    });
    if (begun.status !== "created") throw new Error(begun.status);
    const before: LoggedTurnEvent = { id: "1.1", event: "text-delta", data: { text: "Half a" } };
    await dead.conversations.checkpointTurn(begun.turn.id, "dead", new Date(clock.at.getTime() + 15_000), [
      before,
    ]);

    const scripted = model(["Whole."]);
    const alive = createFakeTurns([scripted], {
      conversations: dead.conversations,
      owner: "alive",
      now: () => clock.at,
    });
    const followed = {
      turn: begun.turn,
      conversation,
      shopper: visitor,
      text: "hello",
      hint: {},
      address: "",
    };
    const seen: LoggedTurnEvent[] = [];
    for await (const event of followTurn(alive, followed, null, never)) {
      seen.push(event);
      clock.at = new Date("2026-11-21T12:00:30Z");
    }
    expect(seen.map((event) => event.event)).toEqual([
      "text-delta",
      "turn-start",
      "reset",
      "text-delta",
      "turn-end",
    ]);
    expect(seen.slice(1).map((event) => event.id)).toEqual(["2.1", "2.2", "2.3", "2.4"]);
    expect(textOf(seen)).toBe("Whole.");
    const stored = await alive.conversations.readMessages(conversation.id, 9);
    expect(stored.map((message) => message.text)).toEqual(["hello", "Whole."]);
  });

  it("writes nothing more once its lease is lost", async () => {
    vi.useFakeTimers();
    try {
      const scripted = model(["Old ", { wait: 60_000 }, "news."]);
      const deps = createFakeTurns([scripted], {
        limits: { ...DEFAULT_LIMITS, silence: 90_000, deadline: 90_000 },
      });
      const conversation = await openConversation(deps);
      const at = new Date();
      const begun = await deps.conversations.beginTurn({
        ...{ conversationId: conversation.id, turnId: crypto.randomUUID(), messageId: crypto.randomUUID() },
        ...{ clientId: "m1", text: "hello", at, leaseOwner: "somebody else", leaseUntil: at, maxRunning: 3 },
      });
      if (begun.status !== "created") throw new Error(begun.status);
      await deps.turnLog.open(begun.turn.id, 1);
      const task = { turnId: begun.turn.id, messageId: "m1", attempt: 1, startedAt: at };
      const running = runTurn(deps, {
        ...task,
        conversation,
        shopper: visitor,
        text: "hello",
        hint: {},
        address: "",
      });
      await vi.advanceTimersByTimeAsync(2_500);
      await running;
      expect(await deps.conversations.readMessages(conversation.id, 9)).toHaveLength(1);
      expect(deps.problems).toEqual([]);
    } finally {
      vi.useRealTimers();
    }
  });
});
