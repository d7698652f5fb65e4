import { describe, expect, test } from "vitest";
import { compareAssets } from "./build-widget";
import { bundleWidget } from "./lib/bundle-widget";
import { findExcess } from "./lib/widget-budget";

const bytes = (text: string) => new TextEncoder().encode(text);

/** The same noise every time. */
function incompressible(length: number): Uint8Array {
  let state = 1;
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 24;
  });
}

describe("the widget's build", () => {
  test("gives the same bytes every time, and no more of them than a page may carry", async () => {
    const one = await bundleWidget();
    expect(compareAssets(one, await bundleWidget())).toEqual([]);
    expect(await findExcess(one)).toEqual([]);
  });

  test("notices assets that are missing, changed or left over", () => {
    const built = new Map([
      ["launcher.js", bytes("new")],
      ["panel.js", bytes("x")],
    ]);
    const found = new Map([
      ["launcher.js", bytes("old")],
      ["chunk.js", bytes("")],
    ]);
    expect(compareAssets(built, found)).toEqual([
      "launcher.js is not what the source gives",
      "panel.js is missing",
      "chunk.js is left over",
    ]);
  });

  test("notices what weighs too much", async () => {
    const one = await bundleWidget();
    const fat = incompressible(10_000);
    const excess = await findExcess(new Map([...one, ["launcher.js", fat]]));
    expect(excess).toContain("launcher.js has 10000 bytes, and 10000 are too many");
    expect(excess.join()).toMatch(/a closed chat \(en\) takes \d+ of \d+ bytes/);
    expect(excess.join()).toMatch(/an open chat \(en\) takes \d+ of \d+ bytes/);
  });
});
