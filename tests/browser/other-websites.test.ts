import http from "node:http";
import type { AddressInfo } from "node:net";
import { SignJWT } from "jose";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { visitAdmin } from "../support/admin-visit";
import { controlDoor } from "../support/running-app";
import { requireStack } from "../support/stack";
import { launchBrowser } from "../widget/storefront-visit";

const { storefrontUrl, appUrl } = await requireStack();
const SHOP = "aisle-dev.myshopify.com";
const CUSTOMER = "7100000000101";

let browser: Browser;
let site: http.Server;
let origin: string;
let key = "";
/** Whom the website has signed in, and how often it was asked for a token. */
let customerId: string | undefined;
let tokensGiven = 0;

const page = (attributes: string) =>
  `<!doctype html><html lang="de"><title>Elsewhere</title><h1>Elsewhere</h1>
   <script async src="${appUrl}/aisle.js" data-shop="${SHOP}" ${attributes}></script></html>`;

async function signToken(): Promise<string> {
  tokensGiven += 1;
  return new SignJWT({ shop: SHOP, origin, ...(customerId && { sub: customerId }) })
    .setProtectedHeader({ alg: "HS256" })
    .setAudience("aisle")
    .setIssuedAt()
    .setExpirationTime("15m")
    .sign(new TextEncoder().encode(key));
}

beforeAll(async () => {
  browser = await launchBrowser();
  await controlDoor(storefrontUrl)("install", {});
  site = http.createServer(async (request, response) => {
    if (request.url === "/aisle-token") return response.end(await signToken());
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.setHeader(
      "Content-Security-Policy",
      `default-src 'none'; script-src ${appUrl}; connect-src 'self' ${appUrl}; style-src 'none'; img-src *; require-trusted-types-for 'script'`,
    );
    response.end(page('data-token-url="/aisle-token" data-color="#ffe14d"'));
  });
  await new Promise<void>((resolve) => void site.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
  key = await makeKey();
});
afterAll(async () => {
  await browser?.close();
  site?.close();
});

async function makeKey(): Promise<string> {
  const merchant = await visitAdmin(browser, storefrontUrl);
  await merchant.goto("/app/websites");
  await merchant.expectAccessible();
  await merchant.app.getByRole("button", { name: /^(Make a|Replace the) key$/ }).click();
  const shown = merchant.app.getByLabel("Key for your servers");
  await shown.waitFor();
  await merchant.expectAccessible();
  const made = await shown.inputValue();
  await merchant.goto("/app/websites");
  expect(await merchant.app.getByLabel("Key for your servers").count()).toBe(0);
  expect(merchant.incidents).toEqual([]);
  await merchant.end();
  return made;
}

async function visit(): Promise<{ visitor: Page; calls: string[] }> {
  const visitor = await browser.newPage();
  const calls: string[] = [];
  visitor.on("request", (request) => calls.push(request.url()));
  await visitor.goto(origin);
  await visitor.getByRole("button", { name: "Chat öffnen" }).waitFor();
  return { visitor, calls };
}

async function ask(visitor: Page, question: string): Promise<void> {
  await visitor.getByRole("button", { name: "Chat öffnen" }).click();
  const field = visitor.getByRole("textbox");
  await field.fill(question);
  await field.press("Enter");
}

describe("a website that Shopify does not serve", () => {
  test("shows the chat by one script tag, under a strict policy, and asks nothing before it is opened", async () => {
    customerId = undefined;
    const { visitor, calls } = await visit();
    expect(calls.filter((url) => url.includes("/site/") || url.includes("/chat"))).toEqual([]);
    expect(tokensGiven).toBe(0);
    await ask(visitor, "What is your return policy?");
    await visitor
      .getByText(/30|return|Rückgabe/i)
      .nth(1)
      .waitFor();
    expect(tokensGiven).toBe(1);
    await visitor.close();
  });

  test("shows a customer whom it has signed in her own order", async () => {
    customerId = CUSTOMER;
    const { visitor } = await visit();
    await ask(visitor, "Where is my order?");
    await visitor
      .getByText(/#\d{4}/)
      .first()
      .waitFor();
    await visitor.close();
  });

  test("has a button whose sign can be read on the colour that the page chose", async () => {
    const { visitor } = await visit();
    const color = await visitor
      .getByRole("button", { name: "Chat öffnen" })
      .evaluate((button) => getComputedStyle(button).color);
    expect(color).toBe("rgb(0, 0, 0)");
    await visitor.close();
  });
});
