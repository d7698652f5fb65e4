/**
 * A figure as people write it, in any of the habits of Europe and America: "1.299,00", "1,299.00", "1'299", "49.9", "0,5".
 * The last separator is decimal unless exactly three digits follow it, or it stands more than once. Null for "1.2.3".
 */
export function readNumber(written: string): number | null {
  const plain = written.replace(/['’ \u00a0\u202f]/g, "");
  if (!/^\d+(?:[.,]\d+)*$/.test(plain)) return null;
  const separators = plain.match(/[.,]/g) ?? [];
  const last = separators.at(-1);
  if (last === undefined) return Number(plain);
  const others = separators.slice(0, -1);
  const isMixed = others.some((sign) => sign !== last);
  const groups = plain.split(/[.,]/);
  const areThousands = groups.slice(1).every((group) => group.length === 3) && (groups[0]?.length ?? 9) <= 3;
  if (isMixed) {
    const [whole = "", ...rest] = [groups.slice(0, -1).join(""), groups.at(-1) ?? ""];
    const isGrouped = groups.slice(1, -1).every((group) => group.length === 3);
    return isGrouped && others.every((sign) => sign === others[0]) ? Number(`${whole}.${rest[0]}`) : null;
  }
  if (areThousands && groups[0] !== "0") return Number(groups.join(""));
  return separators.length === 1 ? Number(`${groups[0]}.${groups[1]}`) : null;
}

/** A decimal figure of a measure: "1.234" is no thousand there. */
export function readDecimal(written: string): number | null {
  return /^\d+[.,]\d+$/.test(written) ? Number(written.replace(",", ".")) : readNumber(written);
}
