import { expect, test } from "vitest";
import { includeFields } from "./include-fields";

const PAYLOAD = {
  id: 7,
  title: "Jacket",
  variants: [
    { id: 1, sku: "S" },
    { id: 2, sku: "M" },
  ],
  image: { src: "a" },
};

test.each([
  [[], PAYLOAD],
  [["id", "title"], { id: 7, title: "Jacket" }],
  [["id", "variants.id"], { id: 7, variants: [{ id: 1 }, { id: 2 }] }],
  [["variants"], { variants: PAYLOAD.variants }],
  [["image.src", "nothing"], { image: { src: "a" } }],
  [["id.deeper"], { id: 7 }],
])("of a payload %o are %o", (fields, expected) => {
  expect(includeFields(PAYLOAD, fields)).toEqual(expected);
});
