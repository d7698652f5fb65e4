import { describe, expect, it } from "vitest";
import { createScriptedModel } from "./fakes/scripted-model";
import { ask, createFakeTurns, textOf } from "./fakes/turns";
import { createGrounding } from "./grounding/create-grounding";

describe("a reply of which grounding leaves but rags", () => {
  const liar = () =>
    createScriptedModel("gpt", [
      "Hi! The Foghorn costs $12.95. Order #1001 arrives on March 3. The Lantern is down to $4.20. See us.",
    ]);

  it("goes, and the next model answers", async () => {
    const deps = createFakeTurns([liar(), createScriptedModel("builtin", ["Hello, how can I help?"])], {
      createGrounding,
    });
    const { events } = await ask(deps, { text: "hi" });
    expect(textOf(events)).toBe("Hello, how can I help?");
    expect(events.some(({ event }) => event === "reset")).toBe(true);
  });

  it("is no reason to call in a person, whom nobody asked for", async () => {
    const deps = createFakeTurns([liar(), createScriptedModel("builtin", ["Hello, how can I help?"])], {
      createGrounding,
    });
    const { events } = await ask(deps, { text: "hi" });
    expect(deps.wishes).toEqual([]);
    expect(events.at(-1)).toMatchObject({
      event: "turn-end",
      data: { outcome: "answered", model: "builtin" },
    });
  });
});
