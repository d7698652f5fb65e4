import { existsSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { type Browser, chromium, type FrameLocator, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { API_KEY, startDevStore, type TestDevStore } from "../test-support/start-dev-store";

const executablePath = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";
const appPath = `/admin/apps/${API_KEY}`;

/** An app with plain pages: what the stand-in does is seen without a framework in between. */
const appPage = (bridge: string, path: string) => `<!doctype html><title>Page ${path}</title><body>
  <script src="${bridge}" data-api-key="${API_KEY}"></script>
  <ui-nav-menu><a href="/app" rel="home">Home</a><a href="/app/settings">Settings</a></ui-nav-menu>
  <ui-title-bar title="Title of ${path}"><button variant="primary" onclick="shopify.toast.show('Hello')">Greet</button></ui-title-bar>
  <ui-save-bar id="bar" discardConfirmation><button variant="primary" onclick="saved.value = who.value; shopify.saveBar.hide('bar')"></button>
    <button onclick="who.value = ''; shopify.saveBar.hide('bar')"></button></ui-save-bar>
  <h1>${path}</h1><label>Name <input id="who" oninput="shopify.saveBar.show('bar')"></label><output id="saved"></output>
  <form data-save-bar onsubmit="event.preventDefault(); saved.value = tone.value"><label>Tone <input name="tone" id="tone" value="calm"></label></form>
  <button onclick="call('extensions', shopify.app.extensions())">Extensions</button>
  <button onclick="call('request', fetch('/echo').then((response) => response.json()))">Request</button>
  <button onclick="history.pushState(null, '', '/app/deep?x=1')">Go deep</button>
  <button onclick="window.open('shopify://admin/orders', '_top')">Orders</button>
  <a href="https://aisle-dev.myshopify.com/policies/refund-policy" target="_top">Storefront</a>
  <pre id="result"></pre>
  <script>const call = async (name, promise) => { result.textContent = JSON.stringify({[name]: await promise}); }</script>`;

describe.skipIf(!existsSync(executablePath))(
  `App Bridge stand-in (needs a browser at ${executablePath})`,
  () => {
    let store: TestDevStore;
    let app: Server;
    let browser: Browser;
    let page: Page;
    let frame: FrameLocator;
    const problems: string[] = [];

    beforeAll(async () => {
      app = createServer((request, response) => {
        const { pathname } = new URL(request.url ?? "", "http://app");
        if (pathname === "/echo") {
          response.setHeader("content-type", "application/json");
          response.end(JSON.stringify({ authorization: request.headers.authorization ?? null }));
          return;
        }
        response.setHeader("content-type", "text/html");
        response.end(appPage(`${store.url}/app-bridge.js`, pathname));
      });
      await new Promise<void>((resolve) => void app.listen(0, resolve));
      store = await startDevStore({ appUrl: `http://localhost:${(app.address() as AddressInfo).port}` });
      store.time.now = new Date();
      store.context.installation.grant();
      browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
    }, 60_000);
    afterAll(async () => {
      await browser?.close();
      app.close();
      app.closeAllConnections();
      await store.close();
    });
    beforeEach(async () => {
      page = await browser.newPage();
      problems.length = 0;
      page.on("pageerror", (error) => problems.push(error.message));
      page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
      await page.goto(`${store.url}${appPath}/app`);
      frame = page.frameLocator("iframe[name=app-iframe]");
      await frame.getByRole("heading", { name: "/app" }).waitFor();
    });
    afterEach(async () => {
      await page.close();
      expect(problems).toEqual([]);
    });

    it("puts a session token on the app's own requests", async () => {
      await frame.getByRole("button", { name: "Request" }).click();
      await frame.getByText("Bearer eyJ").waitFor();
    });

    it("does not answer a page of another origin", async () => {
      const answered = await page.evaluate(async () => {
        const stranger = document.createElement("iframe");
        stranger.srcdoc = `<script>
        addEventListener("message", (event) => parent.postMessage({stranger: event.data}, "*"));
        parent.postMessage({mark: "app-bridge-stand-in", type: "request", request: 1, name: "idToken"}, "*");
      </script>`;
        stranger.setAttribute("sandbox", "allow-scripts");
        const heard = new Promise((resolve) => {
          addEventListener("message", (event) => event.data?.stranger && resolve("answered"));
          setTimeout(() => resolve("silence"), 500);
        });
        document.body.append(stranger);
        return heard;
      });
      expect(answered).toBe("silence");
    });

    it("tells whether the app's embed is on", async () => {
      await frame.getByRole("button", { name: "Extensions" }).click();
      await frame.getByText('"status":"available"').waitFor();
      store.context.state.update((state) => {
        state.embed.on = true;
      });
      await frame.getByRole("button", { name: "Extensions" }).click();
      await frame.getByText('"status":"active"').waitFor();
    });

    it("shows the app's navigation, title and toasts in the admin", async () => {
      await page.getByRole("link", { name: "Settings" }).waitFor();
      expect(await page.getByRole("link", { name: "Home", exact: true }).count()).toBe(1);
      await page.getByRole("heading", { name: "Title of /app" }).waitFor();
      await page.getByRole("button", { name: "Greet" }).click();
      await page.getByRole("status").getByText("Hello").waitFor();
    });

    it("goes to the app's pages and keeps the address in step", async () => {
      await page.getByRole("link", { name: "Settings" }).click();
      await frame.getByRole("heading", { name: "/app/settings" }).waitFor();
      await page.waitForURL(`**${appPath}/app/settings`);
      await frame.getByRole("button", { name: "Go deep" }).click();
      await page.waitForURL(`**${appPath}/app/deep?x=1`);
      await page.reload();
      await frame.getByRole("heading", { name: "/app/deep" }).waitFor();
    });

    it("saves through the admin's bar", async () => {
      await frame.getByLabel("Name").fill("Ada");
      await page.getByRole("button", { name: "Save" }).click();
      await frame.getByText("Ada").waitFor();
      await page.getByRole("region", { name: "Unsaved changes" }).waitFor({ state: "hidden" });
    });

    it("asks before it discards, and before it leaves with unsaved changes", async () => {
      await frame.getByLabel("Name").fill("Ada");
      await page.getByRole("button", { name: "Discard" }).click();
      await page.getByRole("button", { name: "Continue editing" }).click();
      await page.getByRole("link", { name: "Settings" }).click();
      await page.getByRole("button", { name: "Stay" }).click();
      expect(await frame.getByLabel("Name").inputValue()).toBe("Ada");
      await page.getByRole("button", { name: "Discard" }).click();
      await page.getByRole("button", { name: "Discard changes" }).click();
      await page.getByRole("region", { name: "Unsaved changes" }).waitFor({ state: "hidden" });
      expect(await frame.getByLabel("Name").inputValue()).toBe("");
    });

    it("watches a form that asks for the bar, until it is as it was", async () => {
      const bar = page.getByRole("region", { name: "Unsaved changes" });
      await frame.getByLabel("Tone").fill("warm");
      await bar.waitFor();
      await frame.getByLabel("Tone").fill("calm");
      await bar.waitFor({ state: "hidden" });
      await frame.getByLabel("Tone").fill("warm");
      await page.getByRole("button", { name: "Save" }).click();
      await frame.getByText("warm").waitFor();
      await bar.waitFor({ state: "hidden" });
    });

    it("leads to pages of the admin and of the shop", async () => {
      await frame.getByRole("button", { name: "Orders" }).click();
      await page.waitForURL("**/admin/orders");
      await page.goto(`${store.url}${appPath}/app`);
      await frame.getByRole("link", { name: "Storefront" }).click();
      await page.waitForURL(`${store.url}/policies/refund-policy`);
    });
  },
);
