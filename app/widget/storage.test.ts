import { expect, test } from "vitest";
import { createMemory } from "./storage";

test("blocked storage forgets, and nothing breaks", () => {
  const memory = createMemory(() => {
    throw new DOMException("denied", "SecurityError");
  }, "x:");
  memory.set("draft", "Hello");
  expect(memory.get("draft")).toBeNull();
});
