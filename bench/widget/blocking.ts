/**
 * Whether a closed chat keeps a loading page from answering: `npx tsx bench/widget/blocking.ts [--runs 15]`. The page alone
 * is visited twice a run, so that the table tells what the same page differs from itself by. Nothing watches the page but
 * the browser, everybody is a fresh visitor, and each run begins with another one.
 */

import { buildWidget } from "../../scripts/build-widget";
import { percentile, table } from "../report";
import { launchForMeasuring } from "./conditions";
import { measureLoading } from "./measure";
import { openShopFront, type Stall } from "./shop-front";
import { inTurn, NOTHING, stallOf } from "./stalls";
import { openStorefrontPage } from "./storefront-page";
import { prepareAisle } from "./subjects/aisle";
import { reference } from "./subjects/reference";
import { findThemes } from "./themes";
import { measureThread } from "./thread-time";
import { visitPage } from "./visit";
import { openWorkshop } from "./workshop";

const ALONE = "nothing";
const AGAIN = "nothing-again";

/** One visit's figures; milliseconds. */
interface Seen {
  blocking: number;
  ownBlocking: number;
  ownBusy: number;
}

const runs = Number(process.argv[process.argv.indexOf("--runs") + 1] || 15) || 15;
const workshop = openWorkshop();
const [theme] = await findThemes(["dawn"], workshop, (sentence) => console.log(sentence));
console.log(
  theme ? "On Dawn's product page." : "Dawn is absent: on the product page of the store's own theme.",
);
const page = await openStorefrontPage(theme?.directory ?? null);
const front = await openShopFront(page.url);
const { browser, name } = await launchForMeasuring();
const stalls = [
  stallOf(ALONE, NOTHING, page),
  stallOf(AGAIN, NOTHING, page),
  stallOf("reference", await reference.prepare(workshop), page),
  stallOf("aisle", prepareAisle(page.embedded, await buildWidget()), page),
];
for (const stall of stalls) front.addStall(stall);
const seen = new Map<string, Seen[]>(stalls.map((stall) => [stall.name, []]));

async function see(stall: Stall): Promise<Seen> {
  const { figures } = await measureLoading(browser, front, stall);
  const own = await measureThread(browser, async () => {
    const visit = await visitPage(browser, front, stall, {
      slowFrom: "start",
      slowProcessor: false,
      watched: false,
    });
    await visit.context.close();
  });
  return { blocking: figures.blocking ?? Number.NaN, ownBlocking: own.blocking, ownBusy: own.busy };
}

function print(): void {
  const quartiles = (values: number[]): string => {
    const [low, middle, high] = [0.25, 0.5, 0.75].map((share) => Math.round(percentile(values, share)));
    return `${middle} (${low} to ${high})`;
  };
  const rows = [...seen].map(([stall, visits]) => {
    const columns = (["blocking", "ownBlocking", "ownBusy"] as const).flatMap((figure) => {
      const added = visits.map(
        (visit, run) => visit[figure] - (seen.get(ALONE)?.[run]?.[figure] ?? Number.NaN),
      );
      return [quartiles(visits.map((visit) => visit[figure])), stall === ALONE ? "" : quartiles(added)];
    });
    return [stall, ...columns];
  });
  const headings = ["blocking, by the clock", "added", "by the thread's own", "added", "busy", "added"];
  console.log(
    `\nMedians (and quartiles) of ${seen.get("aisle")?.length} runs; milliseconds; added: in the same run.`,
  );
  console.log(table(["", ...headings], rows));
}

console.log(`${name}; ${runs} runs.`);
process.once("SIGINT", () => {
  print();
  process.exit(130);
});
for (let run = 0; run < runs; run++) {
  const figures = new Map<string, Seen>();
  for (const stall of inTurn(stalls, run)) figures.set(stall.name, await see(stall));
  // All of a run or none, so that a run's figures stand beside each other.
  for (const [stall, one] of figures) seen.get(stall)?.push(one);
  console.log(
    `run ${run + 1}: ${[...figures].map(([stall, one]) => `${stall} ${Math.round(one.blocking)}/${Math.round(one.ownBlocking)}`).join(", ")}`,
  );
}
print();
await browser.close();
await front.close();
await page.close();
workshop.close();
