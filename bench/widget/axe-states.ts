/**
 * Whether everybody can use what the chat shows: `npx tsx bench/widget/axe-states.ts [--looks="320 light,1280 dark"]
 * [--screenshots <folder>]`. Every state of it is reached in Chromium, at three widths in light and dark, in Arabic and with
 * forced colours, and held against all of axe's rules.
 */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { BrowserContextOptions } from "playwright-core";
import { buildWidget } from "../../scripts/build-widget";
import { startFakeShop } from "../../tests/widget/fake-shop";
import { findViolations } from "../../tests/widget/find-violations";
import { launchBrowser, visit } from "../../tests/widget/storefront-visit";
import { table } from "../report";
import { WIDGET_STATES, type WidgetState } from "./states";

interface Look {
  name: string;
  locale?: string;
  options: BrowserContextOptions;
}

const NOT_REACHED = "not reached";
const PHONE = { isMobile: true, hasTouch: true, deviceScaleFactor: 2 };
const LOOKS: Look[] = [
  ...(["light", "dark"] as const).flatMap((colorScheme) => [
    { name: `320 ${colorScheme}`, options: { ...PHONE, viewport: { width: 320, height: 640 }, colorScheme } },
    { name: `390 ${colorScheme}`, options: { ...PHONE, viewport: { width: 390, height: 844 }, colorScheme } },
    { name: `1280 ${colorScheme}`, options: { viewport: { width: 1280, height: 860 }, colorScheme } },
  ]),
  { name: "390 Arabic", locale: "ar", options: { ...PHONE, viewport: { width: 390, height: 844 } } },
  { name: "1280 forced", options: { viewport: { width: 1280, height: 860 }, forcedColors: "active" } },
];

const at = process.argv.indexOf("--screenshots");
const folder = at < 0 ? null : (process.argv[at + 1] ?? null);
if (folder) mkdirSync(folder, { recursive: true });
/** Names of looks, with commas between; all of them without. */
const wanted =
  process.argv
    .find((argument) => argument.startsWith("--looks="))
    ?.slice(8)
    .split(",") ?? [];

const scripts = await buildWidget();
const browser = await launchBrowser();

async function tryState(state: WidgetState, look: Look): Promise<string[]> {
  const shop = await startFakeShop();
  shop.scripts = scripts;
  shop.page = { ...shop.page, locale: look.locale ?? "en" };
  state.prepare?.(shop);
  const shopper = await visit(browser, shop, look.options);
  try {
    await state.reach(shopper);
    if (folder) {
      await shopper.page.screenshot({
        path: join(folder, `${state.name}, ${look.name}.png`.replaceAll(" ", "-")),
      });
    }
    return await findViolations(shopper.page);
  } catch (error) {
    return [`${NOT_REACHED}: ${error instanceof Error ? error.message : error}`];
  } finally {
    await shopper.end();
    await shop.close();
  }
}

/** What stands in the table. */
function countViolations(found: string[]): number | string {
  return found[0]?.startsWith(NOT_REACHED) ? NOT_REACHED : found.length;
}

try {
  const looks = LOOKS.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
  const rows: (string | number)[][] = [];
  for (const state of WIDGET_STATES) {
    const found = await Promise.all(looks.map((look) => tryState(state, look)));
    for (const [index, violations] of found.entries()) {
      for (const violation of violations) console.log(`${state.name}, ${looks[index]?.name}: ${violation}`);
    }
    rows.push([state.name, ...found.map(countViolations)]);
  }
  console.log(table(["state", ...looks.map(({ name }) => name)], rows));
} finally {
  await browser.close();
}
