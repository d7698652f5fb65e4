import type { Browser, BrowserContextOptions } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect } from "vitest";
import { launchBrowser } from "../widget/storefront-visit";
import { type AdminVisit, visitAdmin } from "./admin-visit";
import { controlDoor } from "./running-app";
import { requireStack } from "./stack";

/** The screens on which the admin is looked at. */
export const SIZES = { desktop: { width: 1280, height: 900 }, phone: { width: 390, height: 844 } };

/**
 * A merchant who comes to the admin anew for each test of a file, with the app installed; a test in whose course a script
 * failed or something stood on the console fails. Others may visit beside her, and see to their own incidents.
 */
export async function prepareMerchant() {
  const { storefrontUrl } = await requireStack();
  const control = controlDoor(storefrontUrl);
  let browser: Browser;
  let present: AdminVisit;
  const visit = (options?: BrowserContextOptions) => visitAdmin(browser, storefrontUrl, options);

  beforeAll(async () => {
    browser = await launchBrowser();
    await control("install", {});
  });
  afterAll(() => browser?.close());
  beforeEach(async () => {
    present = await visit({ viewport: SIZES.desktop });
  });
  afterEach(async () => {
    await present.end();
    expect(present.incidents).toEqual([]);
  });

  /** Always the visit of the test that is running. */
  const merchant: AdminVisit = {
    get page() {
      return present.page;
    },
    get app() {
      return present.app;
    },
    get saveBar() {
      return present.saveBar;
    },
    get incidents() {
      return present.incidents;
    },
    goto: (path) => present.goto(path),
    expectAccessible: () => present.expectAccessible(),
    overflow: () => present.overflow(),
    layoutShift: () => present.layoutShift(),
    end: () => present.end(),
  };
  return { storefrontUrl, control, merchant, visit };
}
