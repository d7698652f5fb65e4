import { type Browser, type BrowserContextOptions, chromium, type Locator, type Page } from "playwright-core";
import { expect } from "vitest";
import { ensureChromium } from "../../scripts/lib/find-chromium";
import type { FakeShop } from "./fake-shop";
import { findViolations } from "./find-violations";

export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: await ensureChromium(),
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
    ],
  });
}

/** A shopper in the store, by what she sees. */
export interface Visit {
  page: Page;
  launcher: Locator;
  panel: Locator;
  log: Locator;
  field: Locator;
  open(): Promise<void>;
  say(text: string): Promise<void>;
  /** Errors of scripts, refused resources and requests to strangers, so far. */
  incidents: string[];
  end(): Promise<void>;
}

const DESKTOP = { width: 1280, height: 860 };

export async function visit(
  browser: Browser,
  shop: FakeShop,
  options: BrowserContextOptions = {},
): Promise<Visit> {
  // Nothing moves, so that what is measured does not depend on when.
  const context = await browser.newContext({ viewport: DESKTOP, reducedMotion: "reduce", ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const incidents: string[] = [];
  page.on("pageerror", (error) => incidents.push(`error: ${error.message}`));
  page.on("dialog", (dialog) => {
    incidents.push(`dialog: ${dialog.message()}`);
    dialog.dismiss().catch(() => null);
  });
  page.on("request", (request) => {
    const { hostname, protocol } = new URL(request.url());
    if (protocol.startsWith("http") && hostname !== "127.0.0.1") incidents.push(`request: ${request.url()}`);
  });
  await page.goto(shop.url);
  return describeVisit(page, incidents, () => context.close());
}

function describeVisit(page: Page, incidents: string[], close: () => Promise<void>): Visit {
  const launcher = page.locator("aisle-chat #launcher");
  const panel = page.getByRole("dialog");
  const field = panel.locator("#field");
  return {
    page,
    launcher,
    panel,
    field,
    log: panel.getByRole("log"),
    incidents,
    async open() {
      await launcher.click();
      await panel.locator("#log[aria-busy]").waitFor();
    },
    async say(text) {
      await field.fill(text);
      await field.press("Enter");
    },
    end: close,
  };
}

/** The element that has the focus, inside of the widget's shadow root too. */
export function focusedId(page: Page): Promise<string> {
  return page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element?.id || element?.tagName || "";
  });
}

export async function expectAccessible(page: Page): Promise<void> {
  expect(await findViolations(page)).toEqual([]);
}
