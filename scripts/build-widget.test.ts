import { describe, expect, test } from "vitest";
import { buildWidget, compareAssets } from "./build-widget";

const bytes = (text: string) => new TextEncoder().encode(text);

describe("the widget's build", () => {
  test("gives the same bytes every time, each file within theme-check's bound", async () => {
    const [one, other] = await Promise.all([buildWidget(), buildWidget()]);
    expect(compareAssets(one, other)).toEqual([]);
    expect(one.has("launcher.js")).toBe(true);
  });

  test("notices assets that are missing, changed, left over or too big", () => {
    const built = new Map([
      ["launcher.js", bytes("new")],
      ["panel.js", bytes("x".repeat(10_001))],
    ]);
    const found = new Map([
      ["launcher.js", bytes("old")],
      ["chunk.js", bytes("")],
    ]);
    expect(compareAssets(built, found)).toEqual([
      "launcher.js is not what the source gives",
      "panel.js has 10001 bytes, more than 10000",
      "panel.js is missing",
      "chunk.js is left over",
    ]);
  });
});
