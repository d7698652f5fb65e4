/** RFC 4180, as Shopify's exports are: fields with commas, quotes or line ends are quoted, lines end in LF. */
export function toCsv(columns: readonly string[], rows: Record<string, string>[]): string {
  const field = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const line = (row: Record<string, string>): string => {
    const stranger = Object.keys(row).find((name) => !columns.includes(name));
    if (stranger) throw new Error(`No column is called ${stranger}`);
    return columns.map((name) => field(row[name] ?? "")).join(",");
  };
  return `${[columns.map(field).join(","), ...rows.map(line)].join("\n")}\n`;
}

/** Cents as Shopify writes an amount: "189.00". */
export const toAmount = (cents: number): string => (cents / 100).toFixed(2);
