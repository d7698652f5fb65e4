import { expect, test } from "vitest";
import {
  byCustomer,
  customerIds,
  describeRetail,
  judgeByItem,
  judgeOne,
  orders,
  worded,
} from "./retail-store";

describeRetail("every order of a real store, asked for by what is in it and as the latest", ({ askAll }) => {
  test("its customer asks by what is in it: answered where one order has it, asked back where several do", async () => {
    const asked = orders.flatMap((order) => {
      const others = (byCustomer.get(order.customerId) ?? []).filter((other) => other !== order);
      const title =
        order.titles.find((one) => others.every((other) => !other.titles.includes(one))) ??
        order.titles[0] ??
        "";
      const text = worded(
        order,
        `Where is my ${title}?`,
        `hi, any news about the ${title.toLowerCase()} I ordered?`,
        `When does my ${title} arrive?`,
      );
      return { order: { ...order, titles: [title] }, customerId: order.customerId, text };
    });
    expect((await askAll(asked, judgeByItem)).slice(0, 20)).toEqual([]);
  }, 600_000);

  test("each customer asks for the latest order and gets the newest", async () => {
    const asked = customerIds.flatMap((customerId) => {
      const newest = byCustomer.get(customerId)?.toSorted((a, b) => b.placedAt.localeCompare(a.placedAt))[0];
      if (!newest) return [];
      return [
        {
          order: newest,
          customerId,
          text: worded(
            newest,
            "Where is my latest order?",
            "what happened to my last order",
            "Status of my most recent order please",
          ),
        },
      ];
    });
    expect((await askAll(asked, judgeOne)).slice(0, 20)).toEqual([]);
  }, 600_000);
});
