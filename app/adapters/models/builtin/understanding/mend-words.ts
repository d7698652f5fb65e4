import { editDistance, fold, isSlip, type Language, stem, type Word } from "./words";

interface Vocabulary {
  /** Folded. */
  stopWords: ReadonlySet<string>;
  /** Stems. */
  vocabulary: ReadonlySet<string>;
  /** Every word of its phrases with its stem. */
  forms: ReadonlyMap<string, string>;
  knows(word: Word): boolean;
  language: Language;
}

/** Shorter words have too many neighbours to tell what was meant. */
const SHORTEST = 4;
/** Two words in one; longer runs of letters are none. */
const LONGEST = 30;
const REMEMBERED = 5000;

/**
 * Puts right a word that the language does not have but that is one slip from one that it has, and takes apart two
 * words that were written as one ("needhelp"). What was written stays in `written`.
 */
export function createMending(known: Vocabulary): (word: Word, how?: { mayBreak: boolean }) => Word[] {
  const forms = new Map([...[...known.vocabulary].map((one) => [one, one] as const), ...known.forms]);
  const targets = new Map<string, Target[]>();
  for (const [form, own] of forms) {
    if (form.length < SHORTEST) continue;
    const initial = form.charAt(0);
    targets.set(initial, [...(targets.get(initial) ?? []), [form, own]]);
  }
  const little = [...known.stopWords].filter((one) => one.length >= SHORTEST && /^\p{L}+$/u.test(one));
  const remembered = new Map<string, Word[]>();
  return (word, { mayBreak } = { mayBreak: true }) => {
    if (word.folded.length < SHORTEST || /\d/.test(word.folded) || known.knows(word)) return [word];
    const key = `${mayBreak} ${word.folded}`;
    const before = remembered.get(key);
    if (before) return before.length === 1 ? [{ ...(before[0] as Word), written: word.written }] : before;
    const mended = mendOne(word, targetsFor(word.folded, targets), little, known.language) ??
      (mayBreak ? takeApart(word, known) : null) ?? [word];
    if (remembered.size < REMEMBERED) remembered.set(key, mended);
    return mended;
  };
}

/** A slip leaves the first letter, or swaps it with the second. */
function targetsFor(word: string, targets: ReadonlyMap<string, Target[]>): Target[] {
  const initials = new Set([word.charAt(0), word.charAt(1)]);
  return [...initials].flatMap((initial) => targets.get(initial) ?? []);
}

/** What may have been meant, with its stem. */
type Target = readonly [form: string, stem: string];

function mendOne(word: Word, targets: Target[], little: string[], language: Language): Word[] | null {
  const swapped = little.find((one) => isSwapOrDouble(word.folded, one));
  if (swapped) return [{ ...word, folded: swapped, stem: stem(swapped, language) }];
  const near = targets
    .filter(([form]) => isNear(word.folded, form))
    .map(([form, own]) => ({ own, distance: editDistance(word.folded, form) }))
    .sort((one, other) => one.distance - other.distance)[0];
  return near ? [{ ...word, stem: near.own }] : null;
}

function isNear(word: string, form: string): boolean {
  if (Math.abs(word.length - form.length) > 2) return false;
  return isSlip(word, form) || (form.length === SHORTEST && isSwapOrDouble(word, form));
}

/** Neighbouring letters swapped, or one doubled: "waht", "whhat". */
function isSwapOrDouble(word: string, meant: string): boolean {
  if (word[0] !== meant[0] && word[1] !== meant[0]) return false;
  if (word.length === meant.length + 1) return word.replace(/(.)\1/, "$1") === meant;
  return (
    word.length === meant.length &&
    editDistance(word, meant) === 1 &&
    [...word].sort().join("") === [...meant].sort().join("")
  );
}

/** Little words that people run into the next one, in any language; others begin too many words of their own. */
const RUN_ON = new Set(
  "i u do you to my the need want help how can do your quiero mi je mon ich mein voglio quero".split(" "),
);

function takeApart(word: Word, known: Vocabulary): Word[] | null {
  const { folded, written } = word;
  if (folded.length < 5 || folded.length > LONGEST || folded.length !== written.length) return null;
  for (let at = 1; at <= folded.length - SHORTEST; at += 1) {
    const [left, right] = [folded.slice(0, at), folded.slice(at)];
    const begins = RUN_ON.has(left) || (at >= 5 && known.vocabulary.has(stem(left, known.language)));
    if (begins && (known.vocabulary.has(stem(right, known.language)) || known.stopWords.has(right))) {
      return [wordOf(written.slice(0, at), known.language), wordOf(written.slice(at), known.language)];
    }
  }
  return null;
}

function wordOf(written: string, language: Language): Word {
  const folded = fold(written);
  return { written, folded, stem: stem(folded, language) };
}
