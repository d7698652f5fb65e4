import { myOrdersDataSchema, type OrderFacts } from "~/core/tools/results";
import type { Dialogue } from "../dialogue";
import { type PlannedCall, readAs, type Step, withResults } from "../step";

/** As many of one customer's orders as are looked through, without their cards. */
export const ALL_ORDERS: PlannedCall = { name: "my_orders", arguments: { limit: 20 } };

/** Goes on with the shopper's orders, newest first; with none where they cannot be had. */
export function withHerOrders(dialogue: Dialogue, goOn: (orders: OrderFacts[]) => Step): Step {
  return withResults(dialogue, [ALL_ORDERS], ([listed]) => {
    const reading = readAs(listed, myOrdersDataSchema);
    return goOn(reading.status === "ok" ? reading.data.orders : []);
  });
}
