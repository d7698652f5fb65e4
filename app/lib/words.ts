/** Words of texts in any of the shop languages, folded so that the ways of writing one word meet. */

const ASCII = /^[\0-\x7f]*$/;

/** Lower case, without accents; "ß" is "ss". */
export function fold(text: string): string {
  // Most texts, and several times faster.
  if (ASCII.test(text)) return text.toLowerCase();
  return text
    .toLowerCase()
    .replaceAll("ß", "ss")
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "");
}

/** The folded words of a text in order. A hyphen joins ("t-shirt" is one word); "1.5" and "1,299.00" are whole. */
export function words(text: string): string[] {
  return fold(text).match(/\p{N}+(?:[.,]\p{N}+)*\p{L}*|[\p{L}\p{N}]+(?:[-'’][\p{L}\p{N}]+)*/gu) ?? [];
}

/**
 * A crude stem without knowing the language: takes off the endings of number, gender and the commonest verb forms of
 * English, German and the Romance languages. The same word always gives the same stem; a different one seldom does.
 */
export function stem(folded: string): string {
  if (folded.length < 4 || /\p{N}/u.test(folded)) return folded;
  let rest = folded.replace(/['’]s?$/u, "");
  if (rest.length > 4) rest = rest.replace(/([^aeious])ies$/, "$1y").replace(/(ss|sh|ch|x|z)es$/, "$1");
  if (rest.length > 3) rest = rest.replace(/([^s])s$/, "$1");
  if (rest.length > 5) rest = rest.replace(/([^aeiou])(?:ing|ed|en)$/, "$1");
  if (rest.length > 4) rest = rest.replace(/[aeo]$/, "");
  return rest.replace(/([bdfgmnprt])\1$/, "$1").replace(/([a-z]{3})y$/, "$1i");
}
