import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import type { SessionResponse } from "~/protocol/requests";
import { createDevStore } from "../../dev-store/server";
import { buildWidget } from "../../scripts/build-widget";

/** The simulated store in one theme, with our chat on every page. */
export interface ThemedStore {
  url: string;
  close(): Promise<void>;
}

/** Every kind of page that a storefront has, as paths of the example store. */
export const PAGES: Record<string, string> = {
  home: "/",
  product: "/products/harrow-rain-jacket",
  collection: "/collections/all",
  collections: "/collections",
  cart: "/cart",
  search: "/search?q=jacket",
  page: "/pages/about",
  blog: "/blogs/news",
  article: "/blogs/news/breaking-in-leather-boots",
  "not found": "/no-such-page",
  login: "/account/login",
  policy: "/policies/refund-policy",
};

/** What a merchant sets, so that no theme's own colours show: what differs then is what a theme does unasked. */
const SETTINGS = { color: "#1f3d36", color_scheme: "light" };

/** `directory` is a theme's folder; the store's own theme without it. One at a time: the theme is chosen by environment. */
export async function openThemedStore(directory: string | null): Promise<ThemedStore> {
  if (directory) process.env.THEME_DIR = directory;
  else delete process.env.THEME_DIR;
  const dataDirectory = mkdtempSync(join(tmpdir(), "aisle-themed-"));
  const keys = { apiKey: "themes", apiSecret: "themes" };
  const store = await createDevStore({ port: 0, dataDirectory, appUrl: "http://127.0.0.1:9", ...keys });
  store.context.installation.grant();
  store.context.state.update((state) => {
    state.embed = { on: true, settings: SETTINGS };
  });
  await fetch(store.url);
  delete process.env.THEME_DIR;
  return {
    url: store.url,
    async close() {
      await store.close();
      rmSync(dataDirectory, { recursive: true, force: true });
    },
  };
}

const SESSION: Omit<SessionResponse, "streamUrl" | "storefrontUrl"> = {
  token: "token",
  expiresInSeconds: 900,
  conversationId: "conversation",
  shopper: { signedIn: false },
  name: "Marlow",
  greeting: "Hello! How can I help you today?",
  suggestions: ["Where is my order?", "What is your return policy?"],
  flows: [],
  handedOff: false,
  messages: [
    message("1", "shopper", "Is the Harrow warm enough for autumn?"),
    message(
      "2",
      "assistant",
      "It keeps **wind and rain** out:\n\n- three layers\n- a hood that turns\n\nPut a sweater below it.",
    ),
  ],
};

function message(
  id: string,
  role: "shopper" | "assistant",
  text: string,
): SessionResponse["messages"][number] {
  return { id, role, text, createdAt: "2026-11-20T12:00:00Z", turnId: null, cards: [], sources: [] };
}

let built: ReturnType<typeof buildWidget> | undefined;

/** Answers the chat's session by script, gives it the scripts that the source makes now, and keeps strangers out. */
export async function scriptChat(context: BrowserContext, storeUrl: string): Promise<void> {
  built ??= buildWidget();
  const assets = await built;
  await context.route(/.*/, (route) => {
    const url = new URL(route.request().url());
    const asset = /^\/extensions\/[\w-]+\/assets\/(.+)$/.exec(url.pathname)?.[1];
    if (url.origin !== storeUrl) return route.abort();
    if (asset) {
      const bytes = assets.get(asset);
      return route.fulfill({ contentType: "text/javascript", body: Buffer.from(bytes ?? "") });
    }
    if (url.pathname === "/apps/aisle/session")
      return route.fulfill({ json: { ...SESSION, streamUrl: `${storeUrl}/none`, storefrontUrl: storeUrl } });
    return route.continue();
  });
}

/** One element of the chat: where it is, and every property that the browser computed for it. */
export interface Box {
  path: string;
  place: string;
  style: Record<string, string>;
}

/** Opens the chat on a page and reads all of its boxes, in one typeface, whatever the theme's is. */
export async function readOpenChat(page: Page, url: string): Promise<Box[]> {
  await page.goto(url, { waitUntil: "domcontentloaded" });
  await page.addInitScript("globalThis.__name ??= (it) => it;");
  await page.evaluate("globalThis.__name ??= (it) => it;");
  const launcher = page.locator("aisle-chat #launcher");
  await launcher.waitFor();
  await launcher.evaluate((button: HTMLElement) => button.click());
  await page.locator("aisle-chat #log").getByText("Put a sweater below it.").waitFor();
  await page.waitForFunction(hasSettled, null, { polling: 100 });
  await page.mouse.move(0, 0);
  return page.evaluate(readBoxes);
}

/** Runs in the page: whether nothing has been drawn for half a second; forms and sound come a moment after the messages. */
function hasSettled(): boolean {
  const known = window as unknown as { drawn?: { count: number; since: number } };
  const count = document.querySelector("aisle-chat")?.shadowRoot?.querySelectorAll("*").length ?? 0;
  if (known.drawn?.count !== count) known.drawn = { count, since: performance.now() };
  return performance.now() - known.drawn.since > 500;
}

/** Runs in the page. */
function readBoxes(): Box[] {
  const root = document.querySelector("aisle-chat")?.shadowRoot;
  if (!root) throw new Error("The chat has no shadow root.");
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    "*, *::placeholder { font-family: sans-serif !important; animation: none !important; transition: none !important; caret-color: transparent !important; }",
  );
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  (root.activeElement as HTMLElement | null)?.blur();
  const describe = (element: Element): string => {
    const parent = element.parentElement ? `${describe(element.parentElement)} > ` : "";
    return `${parent}${element.localName}${element.id ? `#${element.id}` : ""}`;
  };
  const boxes: Box[] = [];
  for (const element of root.querySelectorAll("*")) {
    if (element instanceof HTMLStyleElement) continue;
    const { x, y, width, height } = element.getBoundingClientRect();
    const style: Record<string, string> = {};
    const computed = getComputedStyle(element);
    // A theme's own variables reach every shadow root, and mean nothing there.
    for (const name of computed) if (!name.startsWith("--")) style[name] = computed.getPropertyValue(name);
    boxes.push({ path: describe(element), place: [x, y, width, height].map(Math.round).join(" "), style });
  }
  return boxes;
}

/** What differs between the same chat in two themes, a sentence a box; empty where a theme has no say. */
export function differingBoxes(own: Box[], foreign: Box[]): string[] {
  if (own.length !== foreign.length) return [`${foreign.length} elements instead of ${own.length}`];
  return own.flatMap((box, at) => {
    const other = foreign[at];
    if (!other || other.path !== box.path) return [`${other?.path} instead of ${box.path}`];
    const names = Object.keys(box.style).filter((name) => box.style[name] !== other.style[name]);
    const moved = box.place === other.place ? [] : [`at ${other.place} instead of ${box.place}`];
    const changed = names.map((name) => `${name} ${other.style[name]} instead of ${box.style[name]}`);
    const found = [...moved, ...changed];
    return found.length > 0 ? [`${box.path}: ${found.slice(0, 3).join(", ")}`] : [];
  });
}

export const WIDTHS = {
  phone: { width: 390, height: 844 },
  desktop: { width: 1280, height: 860 },
};

/** The chat on pages of a store at one width, a page after the other; `screenshot` names a file for each. */
export async function readChatOn(
  browser: Browser,
  store: ThemedStore,
  pages: Record<string, string>,
  viewport: { width: number; height: number },
  screenshot?: (page: string) => string,
): Promise<Map<string, Box[]>> {
  const context = await browser.newContext({ viewport, reducedMotion: "reduce" });
  const read = new Map<string, Box[]>();
  try {
    await scriptChat(context, store.url);
    for (const [name, path] of Object.entries(pages)) {
      const page = await context.newPage();
      page.setDefaultTimeout(30_000);
      read.set(name, await readOpenChat(page, store.url + path));
      if (screenshot) await page.screenshot({ path: screenshot(name) });
      await page.close();
    }
    return read;
  } finally {
    await context.close();
  }
}
