import type { Browser, BrowserContextOptions, Locator, Page } from "playwright-core";

/** A full one: Shopify's library turns away what names itself HeadlessChrome. */
const USER_AGENT =
  "Mozilla/5.0 (X11; Linux x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36";
const DESKTOP = { width: 1280, height: 860 };

/** A person at the running store, as a shopper or in its admin. */
export interface StoreVisit {
  page: Page;
  launcher: Locator;
  panel: Locator;
  log: Locator;
  field: Locator;
  /** The newest answer. */
  reply: Locator;
  goto(path: string): Promise<void>;
  open(): Promise<void>;
  /** Sends a text and waits for the whole answer; gives its element. */
  ask(text: string): Promise<Locator>;
  say(text: string): Promise<void>;
  /** Resolves when nothing is being answered. */
  settled(): Promise<void>;
  signIn(name: string): Promise<void>;
  cartCount(): Promise<number>;
  /** Errors of scripts, so far. */
  errors: string[];
  end(): Promise<void>;
}

export async function visitStore(
  browser: Browser,
  storefrontUrl: string,
  options: BrowserContextOptions = {},
): Promise<StoreVisit> {
  const context = await browser.newContext({
    viewport: DESKTOP,
    // Nothing moves, so that what is measured does not depend on when.
    reducedMotion: "reduce",
    userAgent: USER_AGENT,
    baseURL: storefrontUrl,
    ...options,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));

  const panel = page.locator("aisle-chat").getByRole("dialog");
  const log = panel.getByRole("log");
  const field = panel.locator("#field");
  const reply = log.locator(".reply").last();
  const launcher = page.locator("aisle-chat #launcher");

  async function goto(path: string): Promise<void> {
    await page.goto(path);
  }

  async function say(text: string): Promise<void> {
    await field.fill(text);
    await field.press("Enter");
  }

  async function settled(): Promise<void> {
    await panel.getByRole("button", { name: "Stop the reply" }).waitFor({ state: "hidden" });
  }

  return {
    page,
    launcher,
    panel,
    log,
    field,
    reply,
    errors,
    goto,
    say,
    settled,
    async open() {
      await launcher.click();
      await panel.locator("#log[aria-busy]").waitFor();
    },
    async ask(text) {
      // What stands below a reply while it is drawn is none of its own.
      const replies = log.locator(".transcript > .reply");
      const before = await replies.count();
      await say(text);
      const answer = replies.nth(before);
      await answer.locator(".text").filter({ hasText: /\S/ }).waitFor();
      await settled();
      return answer;
    },
    async signIn(name) {
      await goto("/account/login");
      await page.getByRole("button", { name }).click();
      await page.waitForURL((url) => !url.pathname.endsWith("/login"));
    },
    async cartCount() {
      const answer = await page.request.get("/cart.js");
      return ((await answer.json()) as { item_count: number }).item_count;
    },
    end: () => context.close(),
  };
}
