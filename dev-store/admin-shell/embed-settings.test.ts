import { describe, expect, it } from "vitest";
import { readSettings } from "./embed-settings";

const DEFINITIONS = [
  { type: "header", content: "Look" },
  { type: "color", id: "colour", default: "#000000" },
  { type: "checkbox", id: "wide", default: false },
  { type: "range", id: "size", min: 10, max: 20, default: 12 },
  { type: "select", id: "corner", default: "left", options: [{ value: "left", label: "Left" }] },
];

describe("settings of the theme editor's form", () => {
  it("arrive in the types that Liquid expects", () => {
    expect(
      readSettings({ colour: "#abcdef", wide: ["false", "true"], size: "15", corner: "left" }, DEFINITIONS),
    ).toEqual({
      colour: "#abcdef",
      wide: true,
      size: 15,
      corner: "left",
    });
  });

  it("are brought back to what the schema allows", () => {
    expect(readSettings({ wide: "false", size: "900", corner: "middle", unknown: "x" }, DEFINITIONS)).toEqual(
      {
        wide: false,
        size: 20,
        corner: "left",
      },
    );
    expect(readSettings({ size: "" }, DEFINITIONS)).toEqual({ size: 12 });
  });
});
