import { basename } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser } from "../widget/storefront-visit";
import {
  type Box,
  differingBoxes,
  openThemedStore,
  PAGES,
  readChatOn,
  type ThemedStore,
  WIDTHS,
} from "../widget/theme-boxes";

/** Folders of public themes; `bench/widget/theme-isolation.ts` fetches them itself. */
const THEMES = (process.env.AISLE_THEMES ?? "").split(":").filter(Boolean);

let browser: Browser;
let own: ThemedStore;

beforeAll(async () => {
  browser = await launchBrowser();
  own = await openThemedStore(null);
});
afterAll(async () => {
  await browser?.close();
  await own?.close();
});

it("a box that a theme moved or restyled is told apart from one that it left alone", async () => {
  const read = await readChatOn(browser, own, { cart: "/cart" }, WIDTHS.phone);
  const boxes = read.get("cart") ?? [];
  expect(boxes.length).toBeGreaterThan(20);
  expect(differingBoxes(boxes, structuredClone(boxes))).toEqual([]);
  const touched = structuredClone(boxes) as [Box, Box, ...Box[]];
  touched[0].style.color = "rgb(1, 2, 3)";
  touched[1].place = "0 0 1 1";
  expect(differingBoxes(boxes, touched)).toHaveLength(2);
}, 60_000);

describe.skipIf(THEMES.length === 0)("public themes (AISLE_THEMES names their folders)", () => {
  it.each(THEMES)(
    "%s does not reach into the chat on any page, phone or desktop",
    async (directory) => {
      const foreign = await openThemedStore(directory);
      try {
        for (const [width, viewport] of Object.entries(WIDTHS)) {
          const here = await readChatOn(browser, own, PAGES, viewport);
          const there = await readChatOn(browser, foreign, PAGES, viewport);
          for (const [page, boxes] of there) {
            const differing = differingBoxes(here.get(page) ?? [], boxes);
            expect(differing, `${basename(directory)}, ${page}, ${width}`).toEqual([]);
          }
        }
      } finally {
        await foreign.close();
      }
    },
    600_000,
  );
});
