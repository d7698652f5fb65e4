// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { createAnnouncer } from "./announcer";

test("whole sentences are said once, and never half of one", () => {
  const announcer = createAnnouncer();
  const reply = {};
  const said = () => [...announcer.element.children].map((line) => line.textContent);
  announcer.follow(reply, "Your order is on", false);
  expect(said()).toEqual([]);
  announcer.follow(reply, "Your order is on its way. It should", false);
  expect(said()).toEqual(["Your order is on its way."]);
  announcer.follow(reply, "Your order is on its way. It should **arrive** [soon](/x) [1]", true);
  expect(said()).toEqual(["Your order is on its way.", "It should arrive soon"]);
});

test("the number of a list item is no sentence", () => {
  const announcer = createAnnouncer();
  announcer.follow({}, "1. Open", false);
  expect(announcer.element.childElementCount).toBe(0);
});
