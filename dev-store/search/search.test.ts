import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compileSearch, keyword, type SearchSchema } from "./compile-search";
import { parseSearchQuery } from "./parse-search-query";
import { createTextIndex } from "./text-index";

const SCHEMA: SearchSchema<string> = {
  text: (term) => (record) => (record.includes(term) ? 1 : 0),
  fields: { name: keyword((record) => [record]) },
};
const find = (query: string, records: string[]) => {
  const { score } = compileSearch(query, SCHEMA);
  return records.filter((record) => score(record) > 0);
};

describe("search syntax", () => {
  test("no text of any kind makes it throw or hang", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (query) => {
        expect(() => compileSearch(query, SCHEMA).score("anything")).not.toThrow();
      }),
    );
    const syntax = fc.array(
      fc.constantFrom("(", ")", "AND", "OR", "NOT", "-", "a", "name:", '"', "'", ":", "*", "\\", "<", ">="),
    );
    fc.assert(
      fc.property(syntax, (parts) => {
        expect(() => compileSearch(parts.join(" "), SCHEMA).score("a")).not.toThrow();
      }),
    );
  });

  test("quotes cannot be left by a backslash or the other quote", () => {
    expect(parseSearchQuery(String.raw`name:"a\" OR name:b"`)).toEqual({
      kind: "field",
      name: "name",
      comparator: "=",
      value: 'a" OR name:b',
      isPhrase: true,
    });
    expect(find(`name:"a' OR name:'b"`, ["a", "b"])).toEqual([]);
  });

  test("AND binds closer than OR, NOT closest, and brackets over all", () => {
    const records = ["ab", "a", "b", "c"];
    expect(find("a b OR c", records)).toEqual(["ab", "c"]);
    expect(find("a AND NOT b", records)).toEqual(["a"]);
    expect(find("a (b OR c)", records)).toEqual(["ab"]);
    expect(find("-a -b", records)).toEqual(["c"]);
  });

  test("a field may have alternatives, a prefix, or any value", () => {
    const records = ["red", "reddish", "blue", ""];
    expect(find("name:red,blue", records)).toEqual(["red", "blue"]);
    expect(find("name:red*", records)).toEqual(["red", "reddish"]);
    expect(find("name:*", records)).toEqual(["red", "reddish", "blue"]);
  });

  test("fields that do not exist are named and change nothing", () => {
    const { score, unknownFields } = compileSearch("colour:red a", SCHEMA);
    expect(unknownFields).toEqual(["colour"]);
    expect(score("a")).toBeGreaterThan(0);
  });
});

test("a whole word counts more than its beginning, a short field more than a long one, a rare word more than a common one", () => {
  const title = (text: string) => [{ text, weight: 1, usualLength: 3 }];
  const index = createTextIndex<number>();
  index.add(0, title("lamp"));
  index.add(1, title("lampshade"));
  index.add(2, title("a very long title that mentions a lamp somewhere in it"));
  index.add(3, title("lantern"));
  const findWord = index.find;
  const scores = findWord("lamp");
  expect([...scores.keys()].sort()).toEqual([0, 1, 2]);
  expect(scores.get(0)).toBeGreaterThan(scores.get(2) ?? 0);
  expect(scores.get(0)).toBeGreaterThan(scores.get(1) ?? 0);
  expect(findWord("lantern").get(3)).toBeGreaterThan(scores.get(0) ?? 0);
});

test("a record that was removed is not found, and one that was added again is found by its new words", () => {
  const title = (text: string) => [{ text, weight: 1, usualLength: 3 }];
  const index = createTextIndex<string>();
  index.add("a", title("red lamp"));
  index.add("b", title("blue lamp"));
  index.remove("a", title("red lamp"));
  expect([...index.find("lamp").keys()]).toEqual(["b"]);
  expect(index.find("red").size).toBe(0);
  index.add("a", title("green candle"));
  expect([...index.find("candle").keys()]).toEqual(["a"]);
});
