import { describe, expect, it } from "vitest";
import type { Shopper } from "../../conversation/conversation";
import { phrasesFor } from "../../settings/phrases";
import { type BehaviourSettings, DEFAULT_SETTINGS, LANGUAGES } from "../../settings/settings";
import { createScriptedModel, type ScriptedPart } from "../fakes/scripted-model";
import { ask, begin, collect, createFakeTurns, SHOP, textOf } from "../fakes/turns";

const customer: Shopper = { kind: "customer", customerId: "7" };
const rules = (changes: Partial<BehaviourSettings["handoverRules"]>) => ({
  handoverRules: { ...DEFAULT_SETTINGS.handoverRules, ...changes },
});
const says = (...texts: string[]) =>
  createScriptedModel("gpt", ...texts.map((text): ScriptedPart[] => [text]));
const PASSED_ON = phrasesFor("en", [...LANGUAGES]).handover.passedOn;
const UNCLEAR = "I'm not sure I understood that.";
const NOTHING = "I couldn't find anything about that in our policies and pages.";
const handoffs = (events: { event: string }[]) => events.filter(({ event }) => event === "handoff");

/** One conversation, message by message. */
async function converse(
  deps: ReturnType<typeof createFakeTurns>,
  texts: string[],
  shopper: Shopper = { kind: "visitor" },
) {
  const turns: Awaited<ReturnType<typeof ask>>[] = [];
  for (const [index, text] of texts.entries()) {
    const id = turns[0]?.conversation.id;
    const conversation = id ? await deps.conversations.findConversation(SHOP, id) : null;
    turns.push(
      await ask(deps, { text, shopper, messageId: `m${index}`, ...(conversation && { conversation }) }),
    );
  }
  return turns;
}

describe("two answers in a row that do not help", () => {
  it("call in a person at the second, once, with what was said so far", async () => {
    const deps = createFakeTurns([says(UNCLEAR, NOTHING, UNCLEAR, NOTHING)]);
    const turns = await converse(deps, ["blorp", "blorp?", "blorp!", "blorp."]);
    expect(turns.map(({ events }) => handoffs(events).length)).toEqual([0, 1, 0, 0]);
    expect(turns[1]?.events.at(-1)).toMatchObject({ event: "turn-end", data: { outcome: "handed-off" } });
    expect(textOf(turns[1]?.events ?? [])).toContain(`${NOTHING}\n\n${PASSED_ON}`);
    expect(turns[2]?.events.at(-1)).toMatchObject({ data: { outcome: "answered" } });
    expect(deps.wishes).toHaveLength(1);
    expect(deps.wishes[0]).toMatchObject({
      reason: "The assistant could not help several times in a row.",
      underWay: { text: NOTHING },
    });
  });

  it("are no reason where a good one came between them, or a stop", async () => {
    const deps = createFakeTurns([says(UNCLEAR, "It costs nothing.", UNCLEAR)]);
    await converse(deps, ["a", "b", "c"]);
    expect(deps.wishes).toEqual([]);
  });

  it("count tools that all come back with nothing, whatever the words", async () => {
    const looks = (number: string): ScriptedPart[] => [
      { call: "order_status", arguments: { orderNumber: number } },
    ];
    const model = createScriptedModel("gpt", looks("1"), ["Hm, nope."], looks("2"), ["Nope, nada."]);
    const deps = createFakeTurns([model]);
    await converse(deps, ["#1?", "#2?"], customer);
    expect(deps.wishes).toHaveLength(1);
  });

  it("count a thumb down as well, given after the answer", async () => {
    const deps = createFakeTurns([says("It is blue.", "It is red.", "It is green.")], {
      behaviour: rules({ failedAttempts: 2 }),
    });
    const [first] = await converse(deps, ["which colour?"]);
    if (!first) throw new Error("no turn");
    await deps.conversations.recordFeedback(first.turnId, "down", "no", new Date());
    const second = await ask(deps, { text: "really?", messageId: "n1", conversation: first.conversation });
    await deps.conversations.recordFeedback(second.turnId, "down", null, new Date());
    expect(deps.wishes).toEqual([]);
    const third = await ask(deps, { text: "which?", messageId: "n2", conversation: first.conversation });
    expect(handoffs(third.events)).toHaveLength(1);
    expect(deps.wishes).toHaveLength(1);
  });

  it("a thumb up makes good what sounded like a failure", async () => {
    const deps = createFakeTurns([says(UNCLEAR, UNCLEAR)]);
    const [first] = await converse(deps, ["a"]);
    if (!first) throw new Error("no turn");
    await deps.conversations.recordFeedback(first.turnId, "up", null, new Date());
    await ask(deps, { text: "b", messageId: "n", conversation: first.conversation });
    expect(deps.wishes).toEqual([]);
  });

  it("may be more or none, as the merchant likes", async () => {
    const never = createFakeTurns([says(...Array(4).fill(UNCLEAR))], {
      behaviour: rules({ failedAttempts: 0 }),
    });
    await converse(never, ["a", "b", "c", "d"]);
    expect(never.wishes).toEqual([]);
    const three = createFakeTurns([says(...Array(3).fill(UNCLEAR))], {
      behaviour: rules({ failedAttempts: 3 }),
    });
    const turns = await converse(three, ["a", "b", "c"]);
    expect(turns.map(({ events }) => handoffs(events).length)).toEqual([0, 0, 1]);
  });
});

describe("anger", () => {
  it("calls in a person after a calm answer, and the model is told not to offer one", async () => {
    const model = says("I am sorry.");
    const deps = createFakeTurns([model]);
    const [turn] = await converse(deps, ["This is unacceptable, I am furious!"]);
    expect(textOf(turn?.events ?? [])).toMatch(/^I am sorry\.\n\n.*team/);
    expect(handoffs(turn?.events ?? [])).toHaveLength(1);
    expect(model.requests[0]?.facts.handover).toBe("coming");
    expect(deps.wishes[0]).toMatchObject({ reason: "The shopper is upset." });
  });

  it("speaks the language of the anger where the shop does", async () => {
    const deps = createFakeTurns([says("Das tut mir leid.")]);
    const [turn] = await converse(deps, ["Das ist eine Frechheit, ich habe die Nase voll!"]);
    expect(textOf(turn?.events ?? [])).toContain("Gespräch");
    const english = createFakeTurns([says("I am sorry.")], { behaviour: { languages: ["en"] } });
    const [other] = await converse(english, ["Das ist eine Frechheit, ich habe die Nase voll!"]);
    expect(textOf(other?.events ?? [])).toContain(PASSED_ON);
  });

  it("asks a visitor for an address unless she wrote one, and a customer never", async () => {
    const rant = "This is ridiculous and unacceptable";
    const ask = async (text: string, shopper?: Shopper) => {
      const deps = createFakeTurns([says("Sorry.")]);
      const [turn] = await converse(deps, [text], shopper);
      return { text: textOf(turn?.events ?? []), wish: deps.wishes[0] };
    };
    expect((await ask(rant)).text).toMatch(/answer to\?$/);
    expect((await ask(rant, customer)).text).not.toMatch(/\?$/);
    const given = await ask(`${rant}! Write to ana@example.com.`);
    expect(given.text).not.toMatch(/\?$/);
    expect(given.wish?.email).toBe("ana@example.com");
  });

  it("is left to the assistant where the merchant wants it so", async () => {
    const deps = createFakeTurns([says("Sorry.")], { behaviour: rules({ onAnger: false }) });
    await converse(deps, ["This is unacceptable, I am furious!"]);
    expect(deps.wishes).toEqual([]);
  });
});

describe("a wish for a person", () => {
  it("is fulfilled by code when the model does not", async () => {
    const deps = createFakeTurns([says("I am sure I can help you better.")], {
      behaviour: rules({ failedAttempts: 0, onAnger: false, onLowConfidence: false, how: "offer" }),
    });
    const [turn] = await converse(deps, ["Let me talk to a human"]);
    expect(handoffs(turn?.events ?? [])).toHaveLength(1);
    expect(deps.wishes[0]).toMatchObject({ reason: "The shopper asked for a person." });
  });

  it("is fulfilled once when the model asks for it again and again", async () => {
    const calls = Array.from(
      { length: 4 },
      (): ScriptedPart => ({ call: "hand_over", arguments: { reason: "x" } }),
    );
    const deps = createFakeTurns([createScriptedModel("gpt", calls, calls, ["Done."])]);
    const [turn] = await converse(deps, ["Let me talk to a human"]);
    expect(handoffs(turn?.events ?? [])).toHaveLength(1);
    expect(textOf(turn?.events ?? [])).toBe("Done.");
  });

  it("stays one when two messages ask for it at once", async () => {
    let open = 0;
    const deps = createFakeTurns([says("Of course.", "Of course.")], {
      requestHandoff: async () => {
        open += 1;
        return { ticketId: "ticket-1", isNew: open === 1 };
      },
    });
    const one = await begin(deps, { text: "a human please" });
    const two = await begin(deps, {
      text: "a human please!",
      messageId: "m2",
      conversation: one.conversation,
    });
    if (one.answer.status !== "answering" || two.answer.status !== "answering") throw new Error("busy");
    const all = await Promise.all([collect(one.answer.events), collect(two.answer.events)]);
    expect(all.filter((events) => textOf(events).includes(PASSED_ON))).toHaveLength(1);
    expect(
      new Set(
        all.flatMap(handoffs).map((event) => JSON.stringify((event as unknown as { data: object }).data)),
      ).size,
    ).toBe(1);
  });

  it("is not fulfilled where the merchant turned handing over off or keeps it for others", async () => {
    const tools = { ...DEFAULT_SETTINGS.tools, hand_over: false };
    const toolTags = { ...DEFAULT_SETTINGS.toolTags, hand_over: ["VIP"] };
    for (const behaviour of [{ tools }, { toolTags }]) {
      const deps = createFakeTurns([says("No.")], { behaviour });
      const [turn] = await converse(deps, ["Let me talk to a human"], customer);
      expect(turn?.events.at(-1)).toMatchObject({ data: { outcome: "answered" } });
      expect(turn?.kinds).not.toContain("tool-start");
      expect(deps.wishes).toEqual([]);
    }
  });
});

describe("a doubtful answer", () => {
  it.each(["I'm not certain, but it should fit.", phrasesFor("en", [...LANGUAGES]).nothingCertain])(
    "(%s) calls in a person",
    async (text) => {
      const deps = createFakeTurns([says(text)]);
      await converse(deps, ["does it fit?"]);
      expect(deps.wishes).toMatchObject([{ reason: "The assistant was not sure of its answer." }]);
    },
  );

  it("of which grounding left less than it took out calls in a person, one with a mended figure does not", async () => {
    const grounded = (removed: number) => ({
      createGrounding: () => ({
        push: () => [],
        flush: () => ["It is a mug."],
        corrections: Array.from({ length: removed }, () => ({ kind: "price", said: "$1", became: "" })),
      }),
    });
    const bad = createFakeTurns([says("x")], grounded(3));
    await converse(bad, ["how much?"]);
    expect(bad.wishes).toHaveLength(1);
    const fair = createFakeTurns([says("x")], grounded(1));
    await converse(fair, ["how much?"]);
    expect(fair.wishes).toEqual([]);
  });

  it("is offered to a person only, where the merchant prefers that, and not twice in one reply", async () => {
    const behaviour = rules({ how: "offer" });
    const deps = createFakeTurns([says("I'm not certain.", "I'm not certain. Shall I ask our team?")], {
      behaviour,
    });
    const [first, second] = await converse(deps, ["a", "b"]);
    expect(textOf(first?.events ?? [])).toMatch(/^I'm not certain\.\n\n.*team.*\?$/);
    expect(textOf(second?.events ?? [])).toBe("I'm not certain. Shall I ask our team?");
    expect(deps.wishes).toEqual([]);
  });
});

it("opens nothing for an answer that did not come about", async () => {
  const deps = createFakeTurns([createScriptedModel("gpt")]);
  const [turn] = await converse(deps, ["I am furious, this is unacceptable!"]);
  expect(turn?.events.at(-1)?.event).toBe("error");
  expect(deps.wishes).toEqual([]);
});

it("a request that is open is told to the model, and never doubled", async () => {
  const model = says("Here.", "There.");
  const deps = createFakeTurns([model]);
  const [first] = await converse(deps, ["hello"]);
  if (!first) throw new Error("no turn");
  await deps.conversations.setStatus(SHOP, first.conversation.id, "handed-off");
  const conversation = await deps.conversations.findConversation(SHOP, first.conversation.id);
  const angry = {
    text: "This is unacceptable, a human please!",
    messageId: "n",
    conversation: conversation ?? first.conversation,
  };
  await ask(deps, angry);
  expect(model.requests[1]?.facts.handover).toBe("open");
  expect(deps.wishes).toEqual([]);
});

describe("the shop's own phrases", () => {
  it.each(LANGUAGES)("in %s that admit to know nothing are read as such", async (language) => {
    const { nothingCertain } = phrasesFor(language, [...LANGUAGES]);
    const deps = createFakeTurns([says(nothingCertain)]);
    await converse(deps, ["?"]);
    expect(deps.wishes).toHaveLength(1);
  });
});
