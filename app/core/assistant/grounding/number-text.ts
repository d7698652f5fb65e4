/** A number as people write it: groups of three may be set off, decimals follow a point or comma. */
export const NUMBER = String.raw`\d{1,3}(?:[.,'’ \u00a0\u202f]\d{3})+(?:[.,]\d{1,3})?(?!\d)|\d+(?:[.,]\d{1,3})?(?!\d)`;

/** What a number may mean: "1.299" is read both as thousands and as decimals, since nothing in it says which. */
export function readNumber(text: string): number[] {
  const plain = text.replace(/['’ \u00a0\u202f]/g, "");
  const separators = plain.match(/[.,]/g) ?? [];
  if (separators.length === 0) return [Number(plain)];
  const lastAt = Math.max(plain.lastIndexOf("."), plain.lastIndexOf(","));
  const decimals = plain.length - lastAt - 1;
  const asDecimal = Number(`${plain.slice(0, lastAt).replace(/[.,]/g, "")}.${plain.slice(lastAt + 1)}`);
  const asThousands = Number(plain.replace(/[.,]/g, ""));
  if (decimals !== 3) return [asDecimal];
  const isMixed = new Set(separators).size > 1;
  if (isMixed) return [asDecimal];
  return separators.length > 1 ? [asThousands] : [asThousands, asDecimal];
}

/** A number written as another one is: with its separators and as many decimals as the currency has. */
export function writeLike(model: string, value: string): string {
  const usesComma = /,\d{1,2}$/.test(model) || /\.\d{3}(?:,|$)/.test(model);
  const [whole = "", decimals] = value.split(".");
  const grouped =
    /\d[.,'’ {3}]\d{3}/.test(model) || whole.length > 3 ? group(whole, usesComma ? "." : ",") : whole;
  const isBare = !/[.,]\d{1,2}$/.test(model) && Number(decimals ?? 0) === 0;
  return decimals === undefined || isBare ? grouped : `${grouped}${usesComma ? "," : "."}${decimals}`;
}

function group(whole: string, separator: string): string {
  return whole.replace(/\B(?=(?:\d{3})+$)/g, separator);
}
