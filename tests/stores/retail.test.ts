import { expect, test } from "vitest";
import type { ExportedOrder } from "./exported-orders";
import { customerIds, describeRetail, judgeOne, leaksOf, orders, worded } from "./retail-store";

describeRetail("every order of a real store, asked for by its number", ({ signedIn, visitor, askAll }) => {
  test("its customer asks with the number and gets exactly its facts", async () => {
    const asked = orders.map((order) => {
      const bare = order.name.replace("#", "");
      const text = worded(
        order,
        `Where is my order ${order.name}?`,
        `what's the status of ${bare}`,
        `Has order ${bare} been shipped yet?`,
        `when will ${order.name} arrive`,
      );
      return { order, customerId: order.customerId, text };
    });
    expect((await askAll(asked, judgeOne)).slice(0, 20)).toEqual([]);
  }, 600_000);

  test("another customer learns nothing of it, not even that it exists", async () => {
    const strangers = orders.map((order, index) => {
      const customerId =
        customerIds.filter((id) => id !== order.customerId)[index % (customerIds.length - 1)] ?? "";
      return { order, customerId, text: `Where is order ${order.name}?` };
    });
    const missing = new Map<string, string>();
    const answerToMissing = async (customerId: string, order: ExportedOrder): Promise<string> => {
      const shopper = await signedIn(customerId);
      const turn = await shopper.ask("Where is order #W0000001?");
      return turn.text.replaceAll("W0000001", order.name.replace("#", ""));
    };
    for (const { order, customerId } of strangers.slice(0, 25))
      missing.set(order.name, await answerToMissing(customerId, order));
    const wrong = await askAll(strangers, (order, turn) => [
      ...turn.orders.filter((card) => card.name === order.name).map(() => "shows its card"),
      ...leaksOf(order, turn),
      ...(missing.has(order.name) && missing.get(order.name) !== turn.text
        ? [`differs from the answer to a missing order: ${missing.get(order.name)}`]
        : []),
    ]);
    expect(wrong.slice(0, 20)).toEqual([]);
  }, 600_000);

  test("nobody signed in sees any of it", async () => {
    const wrong: string[] = [];
    for (const order of orders.filter((_, index) => index % 50 === 0)) {
      const shopper = await visitor();
      const turn = await shopper.ask(`Where is my order ${order.name}?`);
      if (turn.orders.length > 0) wrong.push(`${order.name} shows a card`);
      wrong.push(...leaksOf(order, turn));
    }
    expect(wrong).toEqual([]);
  }, 60_000);
});
