/** Digits of an order's number that are enough to have named it: "3010" for "#BW3010". */
const FEWEST_DIGITS = 3;

/**
 * Whether the shopper wrote this order number herself, with or without its prefix and signs. What a model, a product's text
 * or a page names is none of her words.
 * @param texts what she wrote in this conversation
 */
export function wroteOrderNumber(texts: readonly string[], orderNumber: string): boolean {
  const wanted = plain(orderNumber);
  const digits = wanted.replace(/\D+/g, "");
  if (wanted === "") return false;
  return texts.some((text) => {
    const words = plainText(text).split(/[^\p{L}\p{N}#_/-]+/u);
    if (words.some((word) => plain(word) === wanted)) return true;
    return (
      digits.length >= FEWEST_DIGITS &&
      (plainText(text).match(/\d+/g) ?? []).some((figure) => figure === digits)
    );
  });
}

/** Whether she wrote this very address herself, whatever its case. */
export function wroteEmail(texts: readonly string[], email: string): boolean {
  const wanted = plainText(email).trim();
  if (wanted === "") return false;
  return texts.some((text) =>
    plainText(text)
      .split(/[\s<>(),;:"'[\]]+/)
      .some((word) => word === wanted || word.replace(/[.!?]+$/, "") === wanted),
  );
}

const plainText = (text: string) => text.normalize("NFKC").toLowerCase();
const plain = (number: string) => plainText(number).replace(/[^\p{L}\p{N}]+/gu, "");
