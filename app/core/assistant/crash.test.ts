import { describe, expect, it } from "vitest";
import { createMemoryTurnLog } from "~/adapters/streams/memory/turn-log";
import type { LoggedTurnEvent } from "../conversation/turn-event";
import type { TurnLog } from "../conversation/turn-log";
import { answerShopper } from "./answer-shopper";
import { createScriptedModel } from "./fakes/scripted-model";
import { collect, createFakeTurns, openConversation, SHOP, textOf } from "./fakes/turns";
import { followTurn } from "./follow-turn";
import type { TurnDependencies } from "./turn-dependencies";

const never = new AbortController().signal;
const visitor = { kind: "visitor" } as const;
const REPLY = ["One. ", "Two. ", "Three. ", "Four."];

/** The same ports, until `die`: after that nothing that they are asked ever happens. */
function mortal(deps: TurnDependencies): { deps: TurnDependencies; die(): void } {
  let isDead = false;
  const wrap = <Port extends object>(port: Port): Port =>
    new Proxy(port, {
      get(target, name) {
        const member = Reflect.get(target, name);
        if (typeof member !== "function") return member;
        return (...parameters: unknown[]) =>
          isDead ? new Promise(() => {}) : Reflect.apply(member, target, parameters);
      },
    });
  return {
    deps: { ...deps, conversations: wrap(deps.conversations), turnLog: wrap(deps.turnLog) },
    die: () => {
      isDead = true;
    },
  };
}

/** A process answers and dies after it published `after` events; another one is asked for the turn by the reader. */
async function dieAfter(after: number, hasSharedLog: boolean) {
  const clock = { at: new Date("2026-11-21T12:00:00Z") };
  const now = () => clock.at;
  const sharedLog = createMemoryTurnLog();
  const logOf = (): TurnLog => (hasSharedLog ? sharedLog : createMemoryTurnLog());
  const models = () => [
    createScriptedModel(
      "gpt",
      REPLY.flatMap((text) => [text, { wait: 1 }]),
    ),
  ];

  const base = createFakeTurns(models(), { now, owner: "first", turnLog: logOf() });
  const first = mortal(base);
  const second = createFakeTurns(models(), {
    ...{ now, owner: "second", turnLog: logOf(), conversations: base.conversations },
  });
  const conversation = await openConversation(base);
  const message = { conversation, shopper: visitor, messageId: "m1", text: "Count!", hint: {}, address: "" };
  const leaving = new AbortController();
  const answer = await answerShopper(first.deps, message, leaving.signal);
  if (answer.status !== "answering") throw new Error(answer.status);

  const seen: LoggedTurnEvent[] = [];
  for await (const event of answer.events) {
    seen.push(event);
    if (seen.length === after) {
      first.die();
      leaving.abort();
      break;
    }
  }
  clock.at = new Date(clock.at.getTime() + 20_000);
  const found = await base.conversations.findTurn(SHOP, answer.turnId);
  if (!found) throw new Error("lost");
  return { second, conversation, seen, turn: found.turn, message };
}

describe.each([
  ["processes that share a log", true],
  ["processes without a common log", false],
])("a process that dies amid a turn, among %s", (_, hasSharedLog) => {
  it.each([1, 2, 3, 4, 5])(
    "after %i events: the reader gets one whole reply, and one is kept",
    async (after) => {
      const { second, conversation, seen, turn } = await dieAfter(after, hasSharedLog);
      const followed = { turn, conversation, shopper: visitor, text: "Count!", hint: {}, address: "" };
      const events = followTurn(second, followed, seen.at(-1)?.id ?? null, never);
      const all = [...seen, ...(await collect(events))];
      expect(textOf(all)).toBe(REPLY.join(""));
      expect(all.at(-1)).toMatchObject({ event: "turn-end", data: { outcome: "answered" } });
      expect(all.filter((event) => event.event === "turn-end")).toHaveLength(1);
      const kept = await second.conversations.readMessages(conversation.id, 9);
      expect(kept.map((message) => message.text)).toEqual(["Count!", REPLY.join("")]);
    },
    15_000,
  );

  it("is replaced too when the shopper sends her message again", async () => {
    const { second, conversation, message } = await dieAfter(3, hasSharedLog);
    const again = await answerShopper(second, message, never);
    if (again.status !== "answering") throw new Error(again.status);
    expect(textOf(await collect(again.events))).toBe(REPLY.join(""));
    expect(await second.conversations.readMessages(conversation.id, 9)).toHaveLength(2);
  }, 15_000);

  it("is replaced by one other only, however many readers come back", async () => {
    const { second, conversation, turn } = await dieAfter(3, hasSharedLog);
    const followed = { turn, conversation, shopper: visitor, text: "Count!", hint: {}, address: "" };
    const readings = await Promise.all(
      [1, 2, 3].map(() => collect(followTurn(second, followed, null, never))),
    );
    for (const events of readings) expect(textOf(events)).toBe(REPLY.join(""));
    expect(await second.conversations.readMessages(conversation.id, 9)).toHaveLength(2);
    const [model] = await second.modelsOf("");
    expect((model as ReturnType<typeof createScriptedModel>).requests).toHaveLength(1);
  }, 15_000);
});
