/**
 * The widget beside others on one product page: `npx tsx bench/widget/run.ts [--runs 5] [--only aisle,reference]
 * [--assets-only]`. Each run visits every chat in turn, so that what else the machine does falls on all alike.
 * Interrupted (Ctrl+C), it prints the medians so far.
 */

import { buildWidget } from "../../scripts/build-widget";
import { printAssets } from "./asset-sizes";
import { measurePlainPage, PLAIN_PAGE } from "./calibrate";
import { launchForMeasuring } from "./conditions";
import { measureColdOpening, measureLoading, measureScrolling, measureVisit } from "./measure";
import { openShopFront, type Stall } from "./shop-front";
import { inTurn, NOTHING, stallOf } from "./stalls";
import { openStorefrontPage, type StorefrontPage } from "./storefront-page";
import { prepareAisle } from "./subjects/aisle";
import { PEERS } from "./subjects/peers";
import { createTally, type Tally } from "./tally";
import { findThemes } from "./themes";
import { openWorkshop, type Workshop } from "./workshop";

type Assets = Map<string, Uint8Array>;

function readOption(name: string): string | undefined {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
}

async function prepareStalls(
  page: StorefrontPage,
  assets: Assets,
  workshop: Workshop,
  tally: Tally,
): Promise<Stall[]> {
  const only = readOption("only")?.split(",");
  const stalls = [
    stallOf("nothing", NOTHING, page),
    stallOf("aisle", prepareAisle(page.embedded, assets), page),
  ];
  for (const peer of PEERS) {
    if (only && !only.includes(peer.name)) continue;
    try {
      stalls.push(stallOf(peer.name, await peer.prepare(workshop), page));
    } catch (error) {
      tally.miss(peer.name, (error as Error).message.split("\n")[0] ?? "");
    }
  }
  return stalls.filter(({ name }) => !only || only.includes(name) || name === "nothing");
}

async function run(assets: Assets, workshop: Workshop): Promise<void> {
  const runs = Number(readOption("runs") ?? 5);
  const [theme] = await findThemes(["dawn"], workshop, (sentence) => console.log(sentence));
  console.log(
    theme ? "On Dawn's product page." : "Dawn is absent: on the product page of the store's own theme.",
  );
  const tally = createTally();
  const page = await openStorefrontPage(theme?.directory ?? null);
  const front = await openShopFront(page.url);
  const { browser, name } = await launchForMeasuring();
  try {
    const stalls = await prepareStalls(page, assets, workshop, tally);
    for (const stall of stalls) front.addStall(stall);
    console.log(`${name}; ${runs} runs of ${stalls.map((stall) => stall.name).join(", ")}.`);
    process.once("SIGINT", () => {
      tally.print();
      process.exit(130);
    });
    for (let at = 1; at <= runs; at++) {
      await tally.take(PLAIN_PAGE, () => measurePlainPage(browser));
      for (const stall of inTurn(stalls, at)) {
        for (const measure of [measureLoading, measureVisit, measureColdOpening, measureScrolling]) {
          if (stall.name === "nothing" && measure !== measureLoading) continue;
          await tally.take(stall.name, () => measure(browser, front, stall));
        }
        console.log(`run ${at}, ${stall.name}: ${tally.describeLast(stall.name)}`);
      }
    }
    tally.print();
  } finally {
    await browser.close();
    await front.close();
    await page.close();
  }
}

const assets = await buildWidget();
printAssets(assets);
if (!process.argv.includes("--assets-only")) {
  const workshop = openWorkshop();
  try {
    await run(assets, workshop);
  } finally {
    workshop.close();
  }
}
