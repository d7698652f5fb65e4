/**
 * What the widget costs a shopper: `npx tsx bench/widget-bytes.ts`. First every asset on disk; then, in Chromium on the
 * running storefront, what really travels before a click, on opening, and with the first answer.
 */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { chromium, type Page } from "playwright-core";
import { type RunningApp, startApp } from "../tests/support/running-app";
import { kilobytes, table } from "./report";

const ASSETS = fileURLToPath(new URL("../extensions/chat-widget/assets/", import.meta.url));
const CHROMIUM_ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const sizesOf = (bytes: Uint8Array): [number, number, number] => [
  bytes.length,
  gzipSync(bytes).length,
  brotliCompressSync(bytes).length,
];

function printAssets(): void {
  const rows = readdirSync(ASSETS).map((name) => ({
    name,
    sizes: sizesOf(readFileSync(`${ASSETS}${name}`)),
  }));
  const total = [0, 1, 2].map((at) => rows.reduce((sum, { sizes }) => sum + (sizes[at] ?? 0), 0));
  console.log("Assets on disk (theme-check wants each under 10,000 raw bytes)");
  console.log(
    table(
      ["file", "raw", "gzip", "brotli"],
      [...rows.map(({ name, sizes }) => [name, ...sizes]), ["all", ...total]],
    ),
  );
}

/** What the app embed adds to the page's HTML. */
async function embedHtml(app: RunningApp): Promise<Uint8Array> {
  const page = async (on: boolean): Promise<string> => {
    await app.control("embed", { on });
    return (await fetch(app.storefrontUrl)).text();
  };
  const [without, having] = [await page(false), await page(true)];
  const start = [...without].findIndex((letter, at) => having[at] !== letter);
  return new TextEncoder().encode(having.slice(start, start + having.length - without.length));
}

/** Names of the requests that `act` causes for the extension or the app, until the network is quiet. */
async function requestsDuring(
  page: Page,
  act: () => Promise<unknown>,
): Promise<{ name: string; body: Buffer }[]> {
  const pending: Promise<{ name: string; body: Buffer }>[] = [];
  const listen = (response: import("playwright-core").Response): void => {
    if (!/\/extensions\/|\/apps\/|\/chat/.test(response.url())) return;
    const name = new URL(response.url()).pathname.split("/").slice(-2).join("/");
    pending.push(
      response.body().then(
        (body) => ({ name, body }),
        () => ({ name, body: Buffer.alloc(0) }),
      ),
    );
  };
  page.on("response", listen);
  await act();
  await page.waitForLoadState("networkidle");
  page.off("response", listen);
  return Promise.all(pending);
}

async function printTravels(app: RunningApp): Promise<void> {
  const html = sizesOf(await embedHtml(app));
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
    args: CHROMIUM_ARGUMENTS,
  });
  try {
    const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
    const before = await requestsDuring(page, () =>
      page.goto(app.storefrontUrl, { waitUntil: "networkidle" }),
    );
    const opening = await requestsDuring(page, () =>
      page
        .getByRole("button", { name: /chat|ask|help/i })
        .first()
        .click(),
    );
    const rows = [
      ["before", "HTML of the block", ...html] as const,
      ...phase("before", before),
      ...phase("on opening", opening),
    ];
    const total = [2, 3, 4].map((at) =>
      rows.filter(([when]) => when === "before").reduce((sum, row) => sum + Number(row[at]), 0),
    );
    console.log("\nWhat travels (bytes of content; brotli and gzip as this program compresses)");
    console.log(
      table(
        ["when", "what", "raw", "gzip", "brotli"],
        [...rows.map((row) => [...row]), ["before a click", "in all", ...total]],
      ),
    );
    console.log(`\nBefore a click: ${before.length} requests, ${kilobytes(total[2] ?? 0)} brotli`);
  } finally {
    await browser.close();
  }
}

const phase = (
  when: string,
  requests: { name: string; body: Buffer }[],
): [string, string, number, number, number][] =>
  requests.map(({ name, body }) => [when, name, ...sizesOf(body)]);

printAssets();
if (!process.argv.includes("--assets-only")) {
  const app = await startApp();
  try {
    await printTravels(app);
  } finally {
    await app.stop();
  }
}
