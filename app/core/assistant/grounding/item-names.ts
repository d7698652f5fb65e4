import type { KnownItem, KnownOrder } from "./known-orders";
import { findNamed, indexNames, type NameIndex } from "./product-names";

/** What was ordered under one title, in any of the orders. */
export interface OrderedThing {
  /** Folded. */
  title: string;
  kind: string;
  optionWords: ReadonlySet<string>;
  orders: KnownOrder[];
}

export interface OrderedThings {
  all: OrderedThing[];
  names: NameIndex<OrderedThing>;
}

const NO_OPTIONS: ReadonlySet<string> = new Set();

/** The things of some orders, to be found by their names. */
export function readThings(orders: Iterable<KnownOrder>): OrderedThings {
  const byTitle = new Map<string, OrderedThing>();
  for (const order of orders) {
    for (const { title } of order.items) {
      const thing = byTitle.get(title) ?? { title, kind: "", optionWords: NO_OPTIONS, orders: [] };
      thing.orders.push(order);
      byTitle.set(title, thing);
    }
  }
  const all = [...byTitle.values()];
  return { all, names: indexNames(all) };
}

/** Titles of what was ordered that a folded text names, with where. */
export function findThings(
  folded: string,
  { all, names }: OrderedThings,
): { thing: OrderedThing; at: number }[] {
  return findNamed(folded, all, names);
}

/** The items of an order that are named in a clause, the nearest to its end last. */
export function itemsNamed(clause: string, order: KnownOrder, things: OrderedThings): KnownItem[] {
  return findThings(clause, things).flatMap(({ thing }) =>
    order.items.filter(({ title }) => title === thing.title),
  );
}
