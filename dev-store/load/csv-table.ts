import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { CsvError, parse } from "csv-parse/sync";
import type { LoadProblem } from "../model";

/** One row by column name, with the line that it starts on. A column that the file lacks reads as "". */
export interface CsvRow {
  line: number;
  get(column: string): string;
}

export interface CsvTable {
  rows: CsvRow[];
  problems: LoadProblem[];
}

/**
 * Reads a CSV file with a header row. A row that is no CSV (a stray quote, too many or too few cells) is a problem of its
 * own line: reading goes on with the next line. A file that does not exist is an empty table.
 */
export function readCsvTable(path: string): CsvTable {
  const text = readTextIfPresent(path);
  return text === null ? { rows: [], problems: [] } : parseCsvTable(text, basename(path));
}

export function readTextIfPresent(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

export function parseCsvTable(text: string, file: string): CsvTable {
  const { records, problems } = parseRecords(text.replace(/^\uFEFF/, ""), file);
  const [header, ...body] = records;
  if (!header) return { rows: [], problems };
  const columns = new Map(header.cells.map((name, index) => [name.trim().toLowerCase(), index]));
  const rows = body.map(({ line, cells }) => ({
    line,
    get: (column: string) => cells[columns.get(column.toLowerCase()) ?? -1]?.trim() ?? "",
  }));
  return { rows, problems };
}

interface CsvRecord {
  line: number;
  cells: string[];
}

/** Signals that a record of several lines has the wrong number of cells: it swallowed its neighbours. */
class SwallowedLines extends Error {}

function parseRecords(text: string, file: string): { records: CsvRecord[]; problems: LoadProblem[] } {
  const records: CsvRecord[] = [];
  const problems: LoadProblem[] = [];
  let offset = 0;
  let linesBefore = 0;
  while (offset < text.length) {
    let linesRead = 0;
    const accept = (cells: string[], lines: number) => {
      const line = linesBefore + lines - countLineBreaks(cells);
      const expected = records[0]?.cells.length ?? cells.length;
      if (cells.length === expected) records.push({ line, cells });
      else if (line < linesBefore + lines) throw new SwallowedLines();
      else
        problems.push({
          file,
          line,
          reason: `The row has ${cells.length} cells where the header has ${expected}.`,
        });
      linesRead = lines;
    };
    try {
      parseFrom(text.slice(offset), accept);
      break;
    } catch (error) {
      const emptyLines = countEmptyLines(text, startOfLine(text, offset, linesRead));
      const faultyLine = linesRead + emptyLines + 1;
      problems.push({ file, line: linesBefore + faultyLine, reason: describeFault(error) });
      offset = startOfLine(text, offset, faultyLine);
      linesBefore += faultyLine;
    }
  }
  return { records, problems };
}

function parseFrom(text: string, accept: (cells: string[], lines: number) => void): void {
  parse(text, {
    relax_column_count: true,
    skip_empty_lines: true,
    on_record: (cells: string[], info) => {
      accept(cells, info.lines);
      return null;
    },
  });
}

function countLineBreaks(cells: string[]): number {
  return cells.reduce((count, cell) => count + (cell.includes("\n") ? cell.split("\n").length - 1 : 0), 0);
}

function countEmptyLines(text: string, from: number): number {
  const [emptyLines = ""] = /^(?:\r?\n)*/.exec(text.slice(from, from + 10_000)) ?? [];
  return emptyLines.split("\n").length - 1;
}

function describeFault(error: unknown): string {
  if (error instanceof SwallowedLines) return "A quote is not closed on its row.";
  if (error instanceof CsvError)
    return error.message.split(":")[0] === "Quote Not Closed"
      ? "A quote is not closed."
      : "A quote stands where none may stand.";
  throw error;
}

/** Offset of the line `count` lines below the one at `from`. */
function startOfLine(text: string, from: number, count: number): number {
  let offset = from;
  for (let line = 0; line < count; line += 1) {
    const newline = text.indexOf("\n", offset);
    if (newline < 0) return text.length;
    offset = newline + 1;
  }
  return offset;
}
