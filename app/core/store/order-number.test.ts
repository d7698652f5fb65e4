import { describe, expect, it } from "vitest";
import { sampleOrder } from "./fixtures/sample-orders";
import { matchOrderNumber } from "./order-number";

const named = (...names: string[]) => names.map((name, index) => sampleOrder({ id: String(index), name }));
const found = (names: string[], given: string) => matchOrderNumber(named(...names), given)?.name ?? null;

describe("matchOrderNumber", () => {
  it.each([
    "#W2611340",
    "w2611340",
    "2611340",
    " # W2611340. ",
    "order no. 2611340",
    "W-2611340",
    "#w2611340?",
  ])("takes %j for #W2611340", (given) => {
    expect(found(["#W2611341", "#W2611340"], given)).toBe("#W2611340");
  });

  it.each([
    "W261134",
    "W26113400",
    "X2611340",
    "W2611340-2",
    "",
    "#",
    "my order",
    "W",
    "￿",
    "0".repeat(5000),
  ])("takes %j for none", (given) => {
    expect(found(["#W2611340"], given)).toBeNull();
  });

  it("prefers the exact name to one with a prefix", () => {
    expect(found(["EU1001", "#1001"], "1001")).toBe("#1001");
  });

  it("does not choose between two that fit equally", () => {
    expect(found(["EU1001", "US1001"], "1001")).toBeNull();
    expect(found(["EU1001", "US1001"], "us 1001")).toBeNull();
    expect(found(["EU1001", "US1001"], "us1001")).toBe("US1001");
  });

  it("reads full-width digits and suffixes", () => {
    expect(found(["1001-FR"], "１００１")).toBe("1001-FR");
    expect(found(["#7"], "7")).toBe("#7");
  });
});
