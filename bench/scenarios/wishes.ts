import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";
import type { CustomerData, OrderData, StoreData } from "../../dev-store/model";

/** One thing that a customer of the scenarios wants to be done about an order of hers. */
export interface Wish {
  scenario: string;
  kind: Kind;
  customer: CustomerData;
  order: OrderData;
  /** Titles of the items that it is about; empty when it is about the whole order. */
  items: string[];
}

const KINDS = {
  cancel_pending_order: "cancel",
  modify_pending_order_items: "change items",
  modify_pending_order_address: "change address",
  return_delivered_order_items: "return",
  exchange_delivered_order_items: "exchange",
} as const;
export type Kind = (typeof KINDS)[keyof typeof KINDS];

const FILE = "../shared/data/scenarios/retail-tasks.json";
const tasksSchema = z.array(
  z.object({
    id: z.string(),
    evaluation_criteria: z.object({
      actions: z.array(
        z.object({
          name: z.string(),
          arguments: z.looseObject({
            order_id: z.string().optional(),
            item_ids: z.array(z.string()).optional(),
          }),
        }),
      ),
    }),
  }),
);

/** Every change that the right actions of the scenarios make to an order of the store; null where the data is absent. */
export function readWishes(store: StoreData): { wishes: Wish[]; scenarios: number } | null {
  if (!existsSync(FILE)) return null;
  const tasks = tasksSchema.parse(JSON.parse(readFileSync(FILE, "utf8")));
  const wishes = tasks.flatMap((task) =>
    task.evaluation_criteria.actions.flatMap(({ name, arguments: given }): Wish[] => {
      const order = store.orders.find((one) => one.name === given.order_id);
      const customer = store.customers.find((one) => one.id === order?.customerId);
      if (!(name in KINDS) || !order || !customer) return [];
      const items = order.lineItems.filter(({ sku }) => given.item_ids?.includes(sku));
      const titles = [...new Set(items.map(({ title }) => title))];
      return [{ scenario: task.id, kind: KINDS[name as keyof typeof KINDS], customer, order, items: titles }];
    }),
  );
  return { wishes, scenarios: tasks.length };
}

const list = (items: string[]) => items.join(" and the ").toLowerCase();
type Phrasing = (number: string, items: string) => string;

/** With the number, without it, and by the items alone. */
const PHRASINGS: Record<Kind, Phrasing[]> = {
  cancel: [
    (number) => `Hi, I'd like to cancel order ${number}, I don't need it any more.`,
    (number) => `can you cancel my order ${number}? ordered by mistake`,
    (_number, items) => `please cancel the ${items} i ordered`,
    (number) => `I want to call off ${number}`,
  ],
  "change items": [
    (number, items) => `In order ${number} I'd like a different version of the ${items}.`,
    (number, items) => `can I still change the ${items} in my order ${number} to another colour?`,
    (_number, items) => `I want to modify the ${items} I ordered`,
    (number, items) => `please swap the ${items} from ${number} for another option`,
  ],
  "change address": [
    (number) => `I moved. Please send order ${number} to my new address.`,
    (number) => `can you change the shipping address of ${number}`,
    (number) => `wrong address on my order ${number}!`,
    (number) => `I need to update the delivery address for order ${number} please`,
  ],
  return: [
    (number, items) => `I want to return the ${items} from order ${number}.`,
    (_number, items) => `the ${items} isn't for me, can I send it back?`,
    (_number, items) => `Hello, I'd like my money back for the ${items}`,
    (number, items) => `how do I return ${items} of ${number}`,
  ],
  exchange: [
    (number, items) => `I received order ${number} and want to exchange the ${items} for another size.`,
    (_number, items) => `could I swap my ${items} for a different one?`,
    (number, items) => `exchange ${items} please, order ${number}`,
    (_number, items) => `I'd like to exchange the ${items} I got`,
  ],
};

/** How this customer says it: another phrasing for each wish, always the same one. */
export function phrase({ kind, order, items }: Wish, index: number): string {
  const choices = PHRASINGS[kind];
  const named = items.length > 0 ? items : [...new Set(order.lineItems.map(({ title }) => title))];
  return (choices[index % choices.length] as Phrasing)(order.name, list(named));
}
