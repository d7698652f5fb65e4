/**
 * Whether everybody can use what the chat shows: `npx tsx bench/widget/axe-states.ts [--looks="320 light,1280 dark"]
 * [--states="opened,a cart"] [--screenshots <folder>]`. Every state of it is reached in Chromium, at three widths in light
 * and dark, with forced colours, zoomed, and in other languages, and held against all of axe's rules.
 */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { BrowserContextOptions } from "playwright-core";
import { buildWidget } from "../../scripts/build-widget";
import { startFakeShop } from "../../tests/widget/fake-shop";
import { findViolations } from "../../tests/widget/find-violations";
import { launchBrowser, type Visit, visit } from "../../tests/widget/storefront-visit";
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
  // A desktop of 1280 pixels at 200 %.
  { name: "zoomed", options: { viewport: { width: 640, height: 430 }, deviceScaleFactor: 2 } },
  ...Object.entries({ Arabic: "ar", German: "de", Japanese: "ja", Polish: "pl" }).map(
    ([language, locale]) => ({
      name: `320 ${language}`,
      locale,
      options: { ...PHONE, viewport: { width: 320, height: 640 } },
    }),
  ),
];

const at = process.argv.indexOf("--screenshots");
const folder = at < 0 ? null : (process.argv[at + 1] ?? null);
if (folder) mkdirSync(folder, { recursive: true });
const looks = LOOKS.filter(isWanted("looks"));
const states = WIDGET_STATES.filter(isWanted("states"));

/** By names with commas between; all without. */
function isWanted(option: "looks" | "states"): (it: { name: string }) => boolean {
  const names = process.argv.find((argument) => argument.startsWith(`--${option}=`))?.split("=")[1];
  return ({ name }) => !names || names.split(/,(?! )/).includes(name);
}

const scripts = await buildWidget();
const browser = await launchBrowser();

async function tryState(state: WidgetState, look: Look): Promise<string[]> {
  const shop = await startFakeShop();
  shop.scripts = scripts;
  shop.page = { ...shop.page, locale: look.locale ?? "en" };
  state.prepare?.(shop);
  let shopper: Visit | undefined;
  try {
    shopper = await visit(browser, shop, look.options);
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
    await shopper?.end();
    await shop.close();
  }
}

/** What stands in the table. */
function countViolations(found: string[]): number | string {
  return found[0]?.startsWith(NOT_REACHED) ? NOT_REACHED : found.length;
}

try {
  const rows: (string | number)[][] = [];
  for (const state of states) {
    const found: string[][] = [];
    for (const look of looks) found.push(await tryState(state, look));
    for (const [index, violations] of found.entries()) {
      for (const violation of violations) console.log(`${state.name}, ${looks[index]?.name}: ${violation}`);
    }
    rows.push([state.name, ...found.map(countViolations)]);
  }
  console.log(table(["state", ...looks.map(({ name }) => name)], rows));
} finally {
  await browser.close();
}
