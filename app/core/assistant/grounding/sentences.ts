import { fold } from "~/lib/words";
import { MONTHS } from "./calendar";

/** Abbreviations that end in a point without ending a sentence; single letters ("z. B.", "a.m.") count by themselves. */
const ABBREVIATION =
  /(?:^|[\s("'])(?:\p{L}|(?:\p{L}\.)+\p{L}|nr|no|núm|num|st|ca|approx|aprox|env|mr|mrs|ms|dr|sr|sra|mme|prof|tel|tél|std|min|max|inkl|incl|bzw|vs|art|vol|sept?|oct|okt|nov|dec|dez|dic|jan|feb|mar|mär|apr|jun|jul|aug|ago)$/iu;
const ORDINAL = /(?:^|[\s(])\d{1,2}$/;
/** "1. Steel Bottle": the number of a list item at the beginning of its line. */
const LIST_NUMBER = /^\s*[*_]{0,2}\d{1,2}$/;
/** A reply without any sentence end is cut here, so that nothing is held back for ever. */
const MAX_SENTENCE = 1500;

/**
 * Where the first sentence of a text ends, its trailing white space included; null while that cannot be told yet.
 * Lines end sentences too.
 */
export function endOfSentence(text: string, isFinal: boolean): number | null {
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === "\n") return endOfSpace(text, at, isFinal);
    if (character !== undefined && ".!?…。！？".includes(character)) {
      const end = endOfStop(text, at, isFinal);
      if (end === "unknown") return isFinal ? text.length : cutOverlong(text);
      if (end !== null) return end;
    }
  }
  return isFinal && text.length > 0 ? text.length : cutOverlong(text);
}

/** The end after a full stop at `at`: null when it ends no sentence, "unknown" when what follows is still to come. */
function endOfStop(text: string, at: number, isFinal: boolean): number | "unknown" | null {
  let after = at + 1;
  while (after < text.length && /[.!?…"'”’»)\]*_]/.test(text[after] ?? "")) after += 1;
  if (after === text.length) return isFinal ? after : "unknown";
  if (!/\s/.test(text[after] ?? "")) return "。！？".includes(text[at] ?? "") ? after : null;
  const next = text.slice(after).search(/\S/);
  if (next === -1) return isFinal ? text.length : "unknown";
  if (text[at] === ".") {
    const before = text.slice(Math.max(0, at - 12), at);
    const rest = text.slice(after + next);
    if (ABBREVIATION.test(before) || LIST_NUMBER.test(before)) return null;
    if (/^\p{Ll}/u.test(rest)) return null;
    if (ORDINAL.test(before)) {
      const [word = ""] = /^[\p{L}]*/u.exec(rest) ?? [];
      if (word.length === rest.length && !isFinal) return "unknown";
      // "24. November"
      if (MONTHS.has(fold(word))) return null;
    }
  }
  return after + next;
}

function endOfSpace(text: string, at: number, isFinal: boolean): number | null {
  const rest = text.slice(at).search(/\S/);
  if (rest === -1) return isFinal ? text.length : null;
  return at + rest;
}

function cutOverlong(text: string): number | null {
  if (text.length <= MAX_SENTENCE) return null;
  const space = text.lastIndexOf(" ", MAX_SENTENCE);
  return space > 0 ? space + 1 : MAX_SENTENCE;
}
