import { describe, expect, it } from "vitest";
import type { LoggedTurnEvent } from "../conversation/turn-event";
import { createInMemoryStore } from "../store/fixtures/in-memory-store";
import { sampleProduct } from "../store/fixtures/sample-products";
import { createScriptedModel, type ScriptedPart } from "./fakes/scripted-model";
import { ask, createFakeTurns, textOf } from "./fakes/turns";
import type { TurnDependencies } from "./turn-dependencies";

const model = (...steps: ScriptedPart[][]) => createScriptedModel("gpt", ...steps);
const builtin = () => createScriptedModel("builtin", ["From the built-in model."]);
const end = (events: LoggedTurnEvent[]) => events.at(-1);

/** Holds a sentence until it is whole, as the real one does. */
const bySentence: TurnDependencies["createGrounding"] = () => {
  let held = "";
  return {
    push(text) {
      held += text;
      const end = held.lastIndexOf(". ") + 1;
      const whole = end > 0 ? held.slice(0, end + 1) : "";
      held = held.slice(whole.length);
      return [whole];
    },
    flush: () => [held],
    corrections: [],
  };
};

describe("what a model should not write", () => {
  const store = createInMemoryStore({ products: [sampleProduct()] });

  it.each<[string, ScriptedPart[], ScriptedPart[]]>([
    ["thoughts", ["<think>She wants to know.</think>", "It is open."], []],
    ["thoughts without a beginning", ["She wants to know.", "</think>", "It is open."], []],
    [
      "a call as text",
      ['<tool_call>{"name": "search_products", "arguments": {"query": ""}}', "</tool_call>"],
      ["It is open."],
    ],
    ["a call as code after words", ["Let me see.\n", "search_products(query='')"], ["It is open."]],
    ["an answer in JSON", ['{"answer": ', '"It is open."}'], []],
  ])("is never shown: %s", async (_, first, second) => {
    const steps = second.length > 0 ? [first, second] : [first];
    const { events, stored } = await ask(createFakeTurns([model(...steps), builtin()], { store }));
    expect(stored.at(-1)?.text).toMatch(/^(Let me see\.\s+)?It is open\.$/);
    expect(textOf(events)).toBe(stored.at(-1)?.text);
    expect(end(events)).toMatchObject({ data: { model: "gpt" } });
    if (second.length > 0)
      expect(events.some((event) => event.event === "tool-end" && event.data.ok)).toBe(true);
  });

  it("thinks silently once it has thought aloud", async () => {
    const aloud = ["Secret thoughts. ", "</think>", "Yes."];
    const deps = createFakeTurns([model(aloud, aloud), builtin()]);
    await ask(deps);
    const { events } = await ask(deps);
    expect(JSON.stringify(events)).not.toContain("Secret");
  });

  it.each<[string, ScriptedPart[]]>([
    ["JSON that is no answer", ['{"intent": "greeting"}']],
    ["a call of no tool", ['<tool_call>{"name": "rm", "arguments": {}}</tool_call>']],
    ["a template", ["<|im_start|>assistant"]],
    ["nothing but thoughts", ["<think>Hm.</think>"]],
    ["half a sentence", ["It costs", { finish: "length" }]],
  ])("gives way to the next model: %s", async (_, steps) => {
    const cut = createFakeTurns([model(steps), builtin()], { createGrounding: bySentence });
    const { events } = await ask(cut);
    expect(textOf(events)).toBe("From the built-in model.");
  });

  it("ends at the last whole sentence when it was cut for length", async () => {
    const deps = createFakeTurns([model(["It is open. You find", { finish: "length" }]), builtin()], {
      createGrounding: bySentence,
    });
    expect(textOf((await ask(deps)).events)).toBe("It is open. ");
  });

  it("is mended: arguments and names of calls", async () => {
    const call = { call: "functions.search_products", arguments: "{'query': '',}" };
    const { events } = await ask(createFakeTurns([model([call], ["Here."]), builtin()], { store }));
    expect(events.some((event) => event.event === "card")).toBe(true);
    expect(textOf(events)).toBe("Here.");
  });

  it("is not run again and again: the same call is made once, and then it has to answer", async () => {
    const search = { call: "search_products", arguments: { query: "" } };
    const again = { call: "search_products", arguments: '{ "query" : "" }' };
    const looping = model([search], [again], ["Here."]);
    const { events } = await ask(createFakeTurns([looping, builtin()], { store }));
    expect(events.filter((event) => event.event === "tool-start")).toHaveLength(1);
    expect(looping.requests[2]).toMatchObject({ tools: [] });
    expect(looping.requests[2]?.formerTools?.length).toBeGreaterThan(0);
    expect(textOf(events)).toBe("Here.");
  });

  it("gives way when it goes on asking for tools that do not exist", async () => {
    const looping = model(
      ...Array.from({ length: 6 }, (_, step) => [{ call: `tool_${step}` }] as ScriptedPart[]),
    );
    const { events } = await ask(createFakeTurns([looping, builtin()]));
    expect(looping.requests).toHaveLength(3);
    expect(textOf(events)).toBe("From the built-in model.");
  });
});
