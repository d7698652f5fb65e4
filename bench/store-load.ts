/**
 * How long a big store takes to load: `npx tsx bench/store-load.ts [folder of exports]`, by default the 19,406 products
 * of ../shared/data/stores/electronics. From the command to the simulated store's first answer, and to the app's.
 */
import { startApp } from "../tests/support/running-app";
import { seconds, table } from "./report";

const storeData = process.argv[2] ?? "../shared/data/stores/electronics";
const runs = [];
for (const name of ["first (builds where needed)", "second"]) {
  const app = await startApp({ storeData });
  const { counts } = await app.control<{ counts: { products: number } }>("state");
  runs.push([name, counts.products, seconds(app.timings.store), seconds(app.timings.ready)]);
  await app.stop();
}
console.log(table(["run", "products", "store answers", "app ready"], runs));
