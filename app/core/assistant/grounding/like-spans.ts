/** How long a month may be, and a year. */
const DAYS_OF_MONTHS: [months: number, days: number[]][] = [
  [1, [30, 31]],
  [2, [60, 61]],
  [3, [90, 91, 92]],
  [6, [180, 182, 183]],
  [12, [360, 365]],
  [24, [720, 730]],
];

/** "48-hour" and "2-day" are the same span, and so are "1-month" and "30-day". */
export function likeSpans(span: string): string[] {
  const [number = "", unit = ""] = span.split("-");
  const count = Number(number);
  if (unit === "hour") return count % 24 === 0 ? [span, `${count / 24}-day`] : [span];
  if (unit === "month") {
    const days = DAYS_OF_MONTHS.find(([months]) => months === count)?.[1] ?? [];
    return [span, ...days.map((day) => `${day}-day`)];
  }
  if (unit !== "day") return [span];
  const months = DAYS_OF_MONTHS.filter(([, days]) => days.includes(count)).map(([each]) => `${each}-month`);
  return [span, `${count * 24}-hour`, ...months];
}
