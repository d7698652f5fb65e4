import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";

/** What a merchant's exports say about an order: read here from the CSV files alone, without any code of the app. */
export interface ExportedOrder {
  name: string;
  customerId: string;
  placedAt: string;
  state: "cancelled" | "unfulfilled" | "in_transit" | "delivered";
  cancelledAt: string | null;
  expectedAt: string | null;
  deliveredAt: string | null;
  parcels: { company: string | null; number: string; url: string; state: string }[];
  /** In dollars, as the file has them: "1234.50". */
  total: string;
  refunded: string;
  /** Product titles, without options. */
  titles: string[];
}

/** In the order of their first appearance. */
export function groupBy<T>(items: T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

export type Row = Record<string, string>;

/** A file of the exports, each row by its columns. */
export const readRows = (folder: string, file: string): Row[] =>
  parse(readFileSync(join(folder, file), "utf8"), { columns: true, bom: true }) as Row[];

/** "2026-11-08 14:48:00 +0000" as ISO 8601; null where the export says nothing. */
const toIso = (stamp: string | undefined): string | null => (stamp ? new Date(stamp).toISOString() : null);

/** Orders of a store whose every order has at most one parcel and a customer, as the retail exports have. */
export function readExportedOrders(folder: string): ExportedOrder[] {
  const productTitles = readRows(folder, "products_export.csv").flatMap((row) =>
    row.Title ? [row.Title] : [],
  );
  const customerIds = new Map(
    readRows(folder, "customers_export.csv").map((row) => [row.Email, row["Customer ID"]]),
  );
  const parcels = new Map(readRows(folder, "fulfillments.csv").map((row) => [row["Order Name"], row]));
  const lines = groupBy(readRows(folder, "orders_export.csv"), (row) => row.Name ?? "");
  return [...lines].map(([name, rows]) => {
    const [head] = rows;
    const customerId = customerIds.get(head?.Email ?? "");
    if (!head || !customerId) throw new Error(`${name} has no customer`);
    const titles = rows.map((row) =>
      productTitles.find((title) => (row["Lineitem name"] ?? "").startsWith(`${title} - `)),
    );
    if (titles.some((title) => title === undefined)) throw new Error(`${name} holds an unknown product`);
    return {
      name,
      customerId,
      placedAt: toIso(head["Created at"]) ?? "",
      cancelledAt: toIso(head["Cancelled at"]),
      total: head.Total ?? "",
      refunded: head["Refunded Amount"] ?? "",
      titles: [...new Set(titles as string[])],
      ...delivery(head, parcels.get(name)),
    };
  });
}

function delivery(
  order: Row,
  parcel: Row | undefined,
): Pick<ExportedOrder, "state" | "expectedAt" | "deliveredAt" | "parcels"> {
  if (!parcel) {
    const state = order["Cancelled at"] ? "cancelled" : "unfulfilled";
    return { state, expectedAt: null, deliveredAt: null, parcels: [] };
  }
  const status = parcel.Status === "delivered" ? "delivered" : "in_transit";
  return {
    state: order["Cancelled at"] ? "cancelled" : status,
    expectedAt: toIso(parcel["Estimated Delivery at"]),
    deliveredAt: toIso(parcel["Delivered at"]),
    parcels: [
      {
        company: parcel["Tracking Company"] || null,
        number: parcel["Tracking Number"] ?? "",
        url: parcel["Tracking URL"] ?? "",
        state: parcel.Status ?? "",
      },
    ],
  };
}
