import { describe, expect, it } from "vitest";
import { wroteEmail, wroteOrderNumber } from "./her-words";

describe("an order number is hers to name", () => {
  it.each([
    ["where is BW3036?", "BW3036"],
    ["where is #bw3036", "#BW3036"],
    ["order no 3036 please", "#BW3036"],
    ["EU-1042-B", "eu1042b"],
    ["it is bw 3036.", "BW3036"],
  ])("as she wrote it: %s", (text, number) => expect(wroteOrderNumber([text], number)).toBe(true));

  it.each([
    ["where is my order", "BW3036"],
    ["where is 13036?", "BW3036"],
    ["call 30 36", "BW3036"],
    ["", ""],
    ["12 34", "12"],
    ["anything", "#"],
  ])("and nobody else's: %s", (text, number) =>
    expect(wroteOrderNumber([text], number)).toBe(number === "12"),
  );
});

describe("an address is hers to give", () => {
  it("as she wrote it, whatever its case and what stands around it", () => {
    expect(wroteEmail(["it's <Ana@Example.com>."], "ana@example.com")).toBe(true);
    expect(wroteEmail(["old one", "ana@example.com!"], " ANA@example.com ")).toBe(true);
  });

  it("and no part of another one, nor one that she never wrote", () => {
    expect(wroteEmail(["joana@example.com"], "ana@example.com")).toBe(false);
    expect(wroteEmail(["ana@example.com.evil.example"], "ana@example.com")).toBe(false);
    expect(wroteEmail(["where is my order"], "priya@example.com")).toBe(false);
    expect(wroteEmail(["x"], "")).toBe(false);
  });
});
