import { createPhraseList } from "./phrase-list";
import type { Reading } from "./reading";
import { type Token, tokenize } from "./tokens";

const NOT = createPhraseList(
  `not in, not, no, without, without any, except, excluding, but not, other than, anything but, free of, non,
  ohne, nicht in, nicht, kein, keine, keinen, außer,
  sans, pas de, pas en, pas, sauf,
  sin, que no sea, que no sean, excepto, menos el, sem, não, que não seja, que não sejam, exceto,
  senza, che non sia, che non siano, tranne, eccetto`,
);
/** In Portuguese "no" is "in the". */
const IN_PORTUGUESE = /^no$/;
const SMALL = createPhraseList(
  "a, an, the, any, in, made of, of, un, une, de, du, des, en, ein, eine, aus, di, da, um, uma, el, la, le, les, los, las",
);
/** What follows "not" when nothing is ruled out: "not too dear", "no problem", "no name". */
const MERE_SPEECH = createPhraseList(
  `too, so, very, more, less, over, under, sure, only, just, for, the one, yet, problem, idea, name, one, need, at, really, matter, longer, expensive,
  zu, so, mehr, weniger, sicher, nur, für, teuer, problem, trop, plus, moins, très, cher, chère, muy, más, menos, tan, caro, cara, muito, mais, tão, troppo, più, meno, molto`,
);
const OR = createPhraseList("or, nor, and, oder, und, noch, ou, et, ni, o, y, e, né");

/** The words that the thing must not be, have or contain, read and claimed: "not red", "without sugar or milk". */
export function readNegations(reading: Reading, locale: string): string[] {
  const { tokens } = reading;
  const found: string[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const lead = NOT.lengthAt(tokens, index);
    if (lead === 0 || !reading.isFree(index, lead) || isPortuguese(tokens, index, locale)) continue;
    const first = ruledOutAt(tokens, index + lead);
    if (!first) continue;
    found.push(first.word);
    let length = lead + first.length;
    for (
      let joint = OR.lengthAt(tokens, index + length);
      joint > 0;
      joint = OR.lengthAt(tokens, index + length)
    ) {
      const other = ruledOutAt(tokens, index + length + joint);
      // "without sugar and organic" rules out sugar only: "or" joins for certain, "and" only at the end.
      const isLast = tokens[index + length + joint + (other?.length ?? 0)] === undefined;
      if (!other || (!isLast && !/^(?:or|nor|oder|noch|ou|ni|o)$/.test(tokens[index + length]?.folded ?? "")))
        break;
      found.push(other.word);
      length += joint + other.length;
    }
    reading.claim(index, length, "selling");
  }
  return found;
}

function isPortuguese(tokens: readonly Token[], index: number, locale: string): boolean {
  return locale.toLowerCase().startsWith("pt") && IN_PORTUGUESE.test(tokens[index]?.folded ?? "");
}

function ruledOutAt(tokens: readonly Token[], index: number): { word: string; length: number } | null {
  if (MERE_SPEECH.lengthAt(tokens, index) > 0) return null;
  const small = SMALL.lengthAt(tokens, index);
  const at = index + small;
  const length = compoundLength(tokens, at);
  const written = tokens.slice(at, at + length).map(({ folded }) => folded);
  const word = written.join("");
  if (tokens[at]?.kind !== "word" || word.length < 3) return null;
  return MERE_SPEECH.lengthAt(tokens, at) > 0 ? null : { word, length: small + length };
}

/** "tp-link" is one word. */
function compoundLength(tokens: readonly Token[], index: number): number {
  let length = 1;
  while (
    tokens[index + length]?.written === "-" &&
    tokens[index + length]?.isGlued &&
    tokens[index + length + 1]?.isGlued
  )
    length += 2;
  return length;
}

const FREE = /^(?:free|frei|freie|freier|freies)$/;

/** Whether a text names a word without ruling it out itself: "sugar free" and "ohne Zucker" do not name sugar. */
export function namesWord(text: string, isWord: (folded: string) => boolean): boolean {
  const tokens = tokenize(text);
  return tokens.some((token, index) => {
    const length = compoundLength(tokens, index);
    const compound = tokens.slice(index, index + length).map(({ folded }) => folded);
    if (token.kind !== "word" || !(isWord(token.folded) || isWord(compound.join("")))) return false;
    const after = index + (isWord(token.folded) ? 1 : length);
    const next = tokens[after]?.written === "-" ? tokens[after + 1] : tokens[after];
    if (next && FREE.test(next.folded)) return false;
    const before = [1, 2, 3].some((back) => index >= back && NOT.lengthAt(tokens, index - back) === back);
    return !before;
  });
}
