import { createRequire } from "node:module";
import type { Browser, BrowserContextOptions, Frame, FrameLocator, Locator, Page } from "playwright-core";
import { expect } from "vitest";

/** A full one: Shopify's library turns away what names itself HeadlessChrome. */
const USER_AGENT =
  "Mozilla/5.0 (X11; Linux x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36";
const APP_PATH = "/admin/apps/aisle-dev-key";
const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

/** A merchant in the store's admin, with the app framed in it. */
export interface AdminVisit {
  page: Page;
  /** The app's own page. */
  app: FrameLocator;
  /** The admin's bar for unsaved changes. */
  saveBar: Locator;
  /** Opens a page of the app, such as /app/settings, and waits until it can be used. */
  goto(path: string): Promise<void>;
  expectAccessible(): Promise<void>;
  /** Pixels by which something on the app's page can be scrolled sideways; a code sample may. */
  overflow(): Promise<number>;
  /** Sum of layout shifts of the app's page so far. */
  layoutShift(): Promise<number>;
  /** Errors of scripts and messages on the console, so far. */
  incidents: string[];
  end(): Promise<void>;
}

export async function visitAdmin(
  browser: Browser,
  storefrontUrl: string,
  options: BrowserContextOptions = {},
): Promise<AdminVisit> {
  const context = await browser.newContext({ userAgent: USER_AGENT, baseURL: storefrontUrl, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const incidents: string[] = [];
  page.on("pageerror", (error) => incidents.push(error.message));
  page.on("console", (message) => message.type() === "error" && incidents.push(message.text()));
  const app = page.frameLocator("iframe[name=app-iframe]");

  return {
    page,
    app,
    incidents,
    saveBar: page.getByRole("region", { name: "Unsaved changes" }),
    async goto(path) {
      await page.goto(APP_PATH + path);
      await app.getByRole("heading", { level: 1 }).waitFor();
      // React marks the elements that it has taken over.
      await appFrame(page).waitForFunction(() => {
        const heading = document.querySelector("h1");
        return heading !== null && Object.keys(heading).some((key) => key.startsWith("__reactProps"));
      });
    },
    async expectAccessible() {
      const frame = appFrame(page);
      await frame.addScriptTag({ path: AXE });
      const violations = await frame.evaluate(async () => {
        const { axe } = window as unknown as { axe: { run(): Promise<AxeResult> } };
        const result = await axe.run();
        return result.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
      });
      expect(violations).toEqual([]);
    },
    overflow: () =>
      appFrame(page).evaluate(() => {
        const scrolls = (element: Element) => /auto|scroll/.test(getComputedStyle(element).overflowX);
        const isCode = (element: Element) => element.closest("pre, textarea, input") !== null;
        const wide = [...document.querySelectorAll("body *")].filter((one) => scrolls(one) && !isCode(one));
        return Math.max(
          ...[document.documentElement, ...wide].map(
            ({ scrollWidth, clientWidth }) => scrollWidth - clientWidth,
          ),
        );
      }),
    layoutShift: () =>
      appFrame(page).evaluate(
        () =>
          new Promise<number>((resolve) => {
            let sum = 0;
            new PerformanceObserver((list) => {
              for (const entry of list.getEntries()) sum += (entry as unknown as { value: number }).value;
            }).observe({ type: "layout-shift", buffered: true });
            requestAnimationFrame(() => setTimeout(() => resolve(sum)));
          }),
      ),
    end: () => context.close(),
  };
}

interface AxeResult {
  violations: { id: string; nodes: { html: string }[] }[];
}

function appFrame(page: Page): Frame {
  const frame = page.frame({ name: "app-iframe" });
  if (!frame) throw new Error("The admin frames no app.");
  return frame;
}
