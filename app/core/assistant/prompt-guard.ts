import { words } from "~/lib/words";
import type { Grounding } from "./grounding/grounding";

/** Words in a row that a reply and the platform's rules only share when one repeats the other. */
const REPEATED = 10;
/** From so many on, text is held back until it is clear which it is. */
const SUSPICIOUS = 4;

/** The rules' words, and where each of them stands. Made once for a text, which is the same for every turn. */
interface Known {
  words: readonly string[];
  places: ReadonlyMap<string, readonly number[]>;
}
const read = new Map<string, Known>();
const MAX_TEXTS = 20;

/**
 * Keeps a model from reading its rules out: once it repeats them word for word, that answer is forfeit, what was shown of it too.
 * All other text passes at once. It is no secret that is kept so, but a machine that recites its instructions is no help.
 * @param rules the platform's, without what a shop wrote: that may well be repeated
 */
export function guardPrompt(grounding: Grounding, rules: string): Grounding {
  const known = readRules(rules);
  let held = "";
  let unread = "";
  /** Where in the rules the words just said may stand, and how many they are. */
  let places: readonly number[] = [];
  let run = 0;
  let isReciting = false;

  function follow(word: string): void {
    const next = places.filter((place) => known.words[place + 1] === word).map((place) => place + 1);
    places = next.length > 0 ? next : (known.places.get(word) ?? []);
    run = next.length > 0 ? run + 1 : Math.min(1, places.length);
    if (run < REPEATED || isReciting) return;
    isReciting = true;
    held = "";
  }

  function pass(text: string, isLast: boolean): string {
    if (isReciting) return "";
    held += text;
    unread += text;
    const end = isLast ? unread.length : startOfLastWord(unread);
    for (const word of words(unread.slice(0, end))) follow(word);
    unread = unread.slice(end);
    if (isReciting || (run >= SUSPICIOUS && !isLast)) return "";
    const released = held;
    held = "";
    return released;
  }

  return {
    push(delta) {
      const text = pass(delta, false);
      return text === "" ? [] : grounding.push(text);
    },
    flush() {
      const text = pass("", true);
      return [...(text === "" ? [] : grounding.push(text)), ...grounding.flush()];
    },
    get isForfeit() {
      return isReciting;
    },
    get corrections() {
      const recited = { kind: "prompt", said: "", became: "" };
      return isReciting ? [...grounding.corrections, recited] : grounding.corrections;
    },
  };
}

/** What follows may still belong to the last word. */
function startOfLastWord(text: string): number {
  return text.length - (/[\p{L}\p{N}'’.,-]*$/u.exec(text)?.[0].length ?? 0);
}

function readRules(rules: string): Known {
  const existing = read.get(rules);
  if (existing) return existing;
  const all = words(rules);
  const places = new Map<string, number[]>();
  for (const [place, word] of all.entries()) places.set(word, [...(places.get(word) ?? []), place]);
  const known = { words: all, places };
  if (read.size >= MAX_TEXTS) read.clear();
  read.set(rules, known);
  return known;
}
