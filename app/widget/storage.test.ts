import { expect, test } from "vitest";
import { createMemory } from "./storage";

test("where storage is blocked, the page remembers", () => {
  const memory = createMemory(() => {
    throw new DOMException("denied", "SecurityError");
  }, "x:");
  expect(memory.get("draft")).toBeNull();
  memory.set("draft", "Hello");
  expect(memory.get("draft")).toBe("Hello");
  memory.set("draft", null);
  expect(memory.get("draft")).toBeNull();
});
