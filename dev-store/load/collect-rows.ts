import type { LoadProblem } from "../model";
import type { CsvRow, CsvTable } from "./csv-table";
import { RowError } from "./fields";

/** Gives each row to `load`; a `RowError` costs that row only. Answers with all problems of the file, by line. */
export function collectRows(table: CsvTable, file: string, load: (row: CsvRow) => void): LoadProblem[] {
  const problems = [...table.problems];
  for (const row of table.rows) {
    try {
      load(row);
    } catch (error) {
      if (!(error instanceof RowError)) throw error;
      problems.push({ file, line: row.line, reason: error.message });
    }
  }
  return problems.sort((one, other) => one.line - other.line);
}
