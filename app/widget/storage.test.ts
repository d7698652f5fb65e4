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

test("where storage is full, what is new counts, and not what stands there of old", () => {
  const full = {
    getItem: () => "old",
    setItem() {
      throw new DOMException("full", "QuotaExceededError");
    },
  } as unknown as Storage;
  const memory = createMemory(() => full, "x:");
  expect(memory.get("token")).toBe("old");
  memory.set("token", "new");
  expect(memory.get("token")).toBe("new");
});
