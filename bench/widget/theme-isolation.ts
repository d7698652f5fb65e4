/**
 * Whether themes reach into the chat: `npx tsx bench/widget/theme-isolation.ts [--screenshots <folder>]`. On every kind of
 * page of public themes, on a phone and a desktop, each box of the open chat is held beside the same box in our own theme.
 */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { ensureChromium } from "../../scripts/lib/find-chromium";
import {
  type Box,
  differingBoxes,
  openThemedStore,
  PAGES,
  readChatOn,
  type ThemedStore,
  WIDTHS,
} from "../../tests/widget/theme-boxes";
import { table } from "../report";
import { findThemes, THEME_NAMES } from "./themes";
import { openWorkshop } from "./workshop";

const at = process.argv.indexOf("--screenshots");
const folder = at < 0 ? null : (process.argv[at + 1] ?? null);
if (folder) mkdirSync(folder, { recursive: true });
const workshop = openWorkshop();
const browser = await chromium.launch({
  executablePath: await ensureChromium(),
  args: ["--no-sandbox", "--disable-gpu"],
});

async function readAll(store: ThemedStore, name: string): Promise<Map<string, Box[]>> {
  const read = new Map<string, Box[]>();
  for (const [width, viewport] of Object.entries(WIDTHS)) {
    const shot = (page: string) => join(folder ?? "", `${name}-${page.replace(" ", "-")}-${width}.png`);
    const found = await readChatOn(browser, store, PAGES, viewport, folder ? shot : undefined);
    for (const [page, boxes] of found) read.set(`${page}, ${width}`, boxes);
  }
  return read;
}

async function readTheme(directory: string | null, name: string): Promise<Map<string, Box[]>> {
  const store = await openThemedStore(directory);
  try {
    return await readAll(store, name);
  } finally {
    await store.close();
  }
}

try {
  const themes = await findThemes(THEME_NAMES, workshop, (sentence) => console.log(sentence));
  const own = await readTheme(null, "own");
  const rows: (string | number)[][] = [];
  for (const { name, directory } of themes) {
    const found = await readTheme(directory, name);
    const differences = [...found].flatMap(([where, boxes]) =>
      differingBoxes(own.get(where) ?? [], boxes).map((sentence) => `${name}, ${where}: ${sentence}`),
    );
    const boxes = [...found.values()].reduce((sum, list) => sum + list.length, 0);
    rows.push([name, found.size, boxes, differences.length]);
    for (const sentence of differences.slice(0, 10)) console.log(sentence);
  }
  console.log(table(["theme", "pages at two widths", "boxes", "boxes that differ"], rows));
} finally {
  await browser.close();
  workshop.close();
}
