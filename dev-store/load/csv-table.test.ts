import { describe, expect, test } from "vitest";
import { parseCsvTable } from "./csv-table";

const read = (text: string) => {
  const { rows, problems } = parseCsvTable(text, "file.csv");
  return { cells: rows.map((row) => [row.line, row.get("a"), row.get("b")]), problems };
};

describe("a malformed CSV file", () => {
  test("a quote that is never closed costs its own row only", () => {
    const { cells, problems } = read('a,b\n1,2\n"x,3\n4,5\n6,7\n');
    expect(cells).toEqual([
      [2, "1", "2"],
      [4, "4", "5"],
      [5, "6", "7"],
    ]);
    expect(problems).toEqual([{ file: "file.csv", line: 3, reason: "A quote is not closed." }]);
  });

  test("an open quote that a later row closes does not swallow the rows between", () => {
    const { cells, problems } = read('a,b\n"x,3\n4,5\n6,"7"\n8,9\n');
    expect(cells).toEqual([
      [3, "4", "5"],
      [4, "6", "7"],
      [5, "8", "9"],
    ]);
    expect(problems).toMatchObject([{ line: 2 }]);
  });

  test("empty lines above a faulty row do not move the line that is named", () => {
    const { cells, problems } = read('a,b\n1,2\n\n\n"x"y,3\n\n4,5\n');
    expect(cells).toEqual([
      [2, "1", "2"],
      [7, "4", "5"],
    ]);
    expect(problems).toMatchObject([{ line: 5 }]);
  });

  test("text after a closing quote costs its own row only", () => {
    const { cells, problems } = read('a,b\n"x"y,3\n4,5\n');
    expect(cells).toEqual([[3, "4", "5"]]);
    expect(problems).toMatchObject([{ line: 2 }]);
  });

  test("rows with too many or too few cells are named with both counts", () => {
    const { cells, problems } = read("a,b\n1,2,3\n4\n5,6\n");
    expect(cells).toEqual([[4, "5", "6"]]);
    expect(problems.map(({ line, reason }) => [line, reason])).toEqual([
      [2, "The row has 3 cells where the header has 2."],
      [3, "The row has 1 cells where the header has 2."],
    ]);
  });
});

test("cells may hold line breaks, commas and doubled quotes", () => {
  const { cells, problems } = read('a,b\n"one\ntwo","say ""hi"", please"\n3,4\n');
  expect(cells).toEqual([
    [2, "one\ntwo", 'say "hi", please'],
    [4, "3", "4"],
  ]);
  expect(problems).toEqual([]);
});

test("a byte order mark, Windows line ends and empty lines change nothing", () => {
  expect(read("\uFEFFa,b\r\n1,2\r\n\r\n3,4\r\n").cells).toEqual([
    [2, "1", "2"],
    [4, "3", "4"],
  ]);
});
