import { describe, expect, test } from "vitest";
import { compareAssets } from "./build-widget";
import { bundleWidget } from "./lib/bundle-widget";
import { findExcess } from "./lib/widget-budget";

const bytes = (text: string) => new TextEncoder().encode(text);

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
    const fat = Uint8Array.from({ length: 10_000 }, (_, index) => (index * index) % 251);
    const excess = await findExcess(new Map([...one, ["launcher.js", fat]]));
    expect(excess).toContain("launcher.js has 10000 bytes, and 10000 are too many");
    expect(excess.join()).toMatch(/a closed chat \(en\) takes \d+ of 1536 bytes/);
    expect(excess.join()).toMatch(/an open chat \(en\) takes \d+ of 13000 bytes/);
  });
});
