import { existsSync } from "node:fs";
import { type Browser, type BrowserContext, type CDPSession, chromium, type Page } from "playwright-core";
import { ensureChromium } from "../../scripts/lib/find-chromium";

/** DevTools' "Slow 4G", which Lighthouse uses for phones too: 150 ms and 1.6 Mbit/s, as the tools apply them to a request. */
export const SLOW_4G = {
  offline: false,
  /** Milliseconds before a request's answer begins: 150 × 3.75. */
  latency: 562.5,
  /** Bytes a second: nine tenths of 1.6 Mbit/s and of 750 kbit/s. */
  downloadThroughput: (1_600_000 / 8) * 0.9,
  uploadThroughput: (750_000 / 8) * 0.9,
};
export const CPU_SLOWDOWN = 4;
/** The phone that Lighthouse has in mind. */
const VIEWPORT = { width: 412, height: 823 };

/** Drops far fewer frames by itself than Debian's whole Chromium. */
const HEADLESS_SHELL = "/usr/bin/chromium-headless-shell";

export async function launchForMeasuring(): Promise<{ browser: Browser; name: string }> {
  const path =
    !process.env.CHROMIUM_PATH && existsSync(HEADLESS_SHELL) ? HEADLESS_SHELL : await ensureChromium();
  const browser = await chromium.launch({
    executablePath: path,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      // As on every phone, whose letters are not drawn in thirds of pixels: lists scroll on the compositor.
      "--disable-lcd-text",
      "--enable-prefer-compositing-to-lcd-text",
      // Nothing leaves this machine: what a widget asks of the rest of the world fails at once, and is counted.
      "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
    ],
  });
  return { browser, name: `${path.split("/").pop()} ${browser.version()}` };
}

export interface PhonePage {
  context: BrowserContext;
  page: Page;
  devtools: CDPSession;
}

/** A fresh visitor's page, with an empty cache, on a phone that is not slow yet. */
export async function openPhonePage(browser: Browser): Promise<PhonePage> {
  const context = await browser.newContext({ viewport: VIEWPORT });
  const page = await context.newPage();
  page.setDefaultTimeout(45_000);
  const devtools = await context.newCDPSession(page);
  return { context, page, devtools };
}

/** `slowProcessor` false slows the network alone. */
export async function slowDown(devtools: CDPSession, slowProcessor = true): Promise<void> {
  await devtools.send("Network.enable");
  await devtools.send("Network.emulateNetworkConditions", SLOW_4G);
  if (slowProcessor) await devtools.send("Emulation.setCPUThrottlingRate", { rate: CPU_SLOWDOWN });
}
