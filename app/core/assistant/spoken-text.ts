import { findLeakedCalls, type LeakedCall, readJsonValues } from "./leaked-calls";

export interface SpokenEnd {
  /** The rest that may go on. */
  text: string;
  /** Calls that were written as text. */
  calls: LeakedCall[];
  /** Something was kept back that is neither speech nor a call that could be read. */
  isBroken: boolean;
}

/** What a model says, told apart from what slips into its text and is not for people: its thoughts, and calls written as text. */
export interface SpokenText {
  /**
   * What of the text so far may go on; what might be the beginning of something else waits. `retracts`: all that went on
   * before was thought, since the model had left out the opening tag.
   */
  push(delta: string): { text: string; retracts: boolean };
  finish(): SpokenEnd;
}

const THOUGHT_TAGS = ["think", "thinking", "thought", "reasoning", "reflection"];
const THOUGHT_OPENERS = THOUGHT_TAGS.map((tag) => `<${tag}>`);
const THOUGHT_CLOSERS = THOUGHT_TAGS.map((tag) => `</${tag}>`);
/** Begins of calls and of templates' control words. */
const MACHINERY = [
  ...["<tool_call", "<tool_use", "<toolcall", "<function", "<invoke", "<parameter", "<|", "</s>", "```"],
  ...["[tool_calls", "[tool_call", "[/inst", "functions.", "default_api."],
];
/** Where an answer was wrapped in JSON, the field in which it may stand. */
const ANSWER_FIELDS = ["answer", "response", "reply", "message", "text", "content", "output"];

interface Opener {
  index: number;
  kind: "thought" | "thought-end" | "machinery" | "maybe";
  length: number;
}

/** @param startsInThought for a model that is known to leave out the tag with which its thoughts begin */
export function createSpokenText(toolNames: readonly string[], startsInThought = false): SpokenText {
  const openers: [string, Opener["kind"]][] = [
    ...THOUGHT_OPENERS.map((opener): [string, Opener["kind"]] => [opener, "thought"]),
    ...THOUGHT_CLOSERS.map((closer): [string, Opener["kind"]] => [closer, "thought-end"]),
    ...MACHINERY.map((opener): [string, Opener["kind"]] => [opener, "machinery"]),
    ...toolNames.map((name): [string, Opener["kind"]] => [`${name.toLowerCase()}(`, "machinery"]),
  ];
  let mode: "speech" | "thought" | "machinery" = startsInThought ? "thought" : "speech";
  let held = "";
  let retracts = false;
  let isLineStart = true;
  let before = "";

  function release(count: number): string {
    const text = held.slice(0, count);
    held = held.slice(count);
    if (text !== "") {
      before = text.at(-1) ?? "";
      isLineStart = /(?:^|\n)[ \t]*$/.test(text) && (isLineStart || text.includes("\n"));
    }
    return text;
  }

  function readSpeech(): string {
    if (before === "") held = held.trimStart();
    const opener = findOpener(held, openers, before, isLineStart);
    if (!opener) return release(held.length);
    if (opener.kind === "thought-end") {
      retracts = true;
      held = held.slice(opener.index + opener.length);
      before = "";
      isLineStart = true;
      return readOn();
    }
    const text = release(opener.index);
    if (opener.kind === "maybe") return text;
    if (opener.kind === "machinery") {
      mode = "machinery";
      return text;
    }
    held = held.slice(opener.length);
    mode = "thought";
    return text + readOn();
  }

  function readThought(): string {
    const lower = held.toLowerCase();
    const ends = THOUGHT_CLOSERS.flatMap((closer) => {
      const index = lower.indexOf(closer);
      return index < 0 ? [] : [index + closer.length];
    });
    if (ends.length === 0) return "";
    held = held.slice(Math.min(...ends));
    mode = "speech";
    return readOn();
  }

  function readOn(): string {
    if (held === "" || mode === "machinery") return "";
    return mode === "speech" ? readSpeech() : readThought();
  }

  return {
    push(delta) {
      held += delta;
      retracts = false;
      const text = readOn();
      return { text, retracts };
    },
    finish() {
      const rest = held;
      held = "";
      if (mode === "machinery") return readMachinery(rest, toolNames);
      // A thought without an end never became speech, unless the model did not think at all this time.
      const text = mode === "speech" || (startsInThought && !opensThought(rest)) ? rest : "";
      return { text, calls: [], isBroken: false };
    },
  };
}

const opensThought = (text: string) =>
  THOUGHT_OPENERS.some((opener) => text.toLowerCase().startsWith(opener));

function findOpener(
  text: string,
  openers: readonly [string, Opener["kind"]][],
  before: string,
  isLineStart: boolean,
): Opener | null {
  const lower = text.toLowerCase();
  let startsLine = isLineStart;
  for (let index = 0; index < lower.length; index += 1) {
    const sign = lower[index] ?? "";
    if (startsLine && (sign === "{" || sign === "[")) {
      // A list of objects; citations and bare brackets are speech.
      const [list, object] = /^\[?\s*(\{)?/.exec(lower.slice(index)) ?? [];
      if (object) return { index, kind: "machinery", length: 0 };
      if (index + (list?.length ?? 0) === lower.length) return { index, kind: "maybe", length: 0 };
    }
    startsLine = sign === "\n" || (startsLine && (sign === " " || sign === "\t"));
    if (isWord(sign) && isWord(index > 0 ? (lower[index - 1] ?? "") : before.toLowerCase())) continue;
    const found = openers.find(([opener]) => lower.startsWith(opener, index));
    if (found) return { index, kind: found[1], length: found[0].length };
    const rest = lower.slice(index);
    if (openers.some(([opener]) => opener.startsWith(rest))) return { index, kind: "maybe", length: 0 };
  }
  return null;
}

const isWord = (sign: string) => /[\p{L}\p{N}_]/u.test(sign);

/** What came from the first sign of machinery to the end of the text. */
function readMachinery(text: string, toolNames: readonly string[]): SpokenEnd {
  const calls = findLeakedCalls(text, toolNames);
  if (calls.length > 0) return { text: "", calls, isBroken: false };
  const [value, ...others] = readJsonValues(text);
  const answer = others.length === 0 ? readWrappedAnswer(value) : null;
  if (answer !== null) return { text: answer, calls: [], isBroken: false };
  const isPlain = value === undefined && !mentionsMachinery(text, toolNames);
  return { text: isPlain ? text.replace(/```\w*\n?/g, "") : "", calls: [], isBroken: !isPlain };
}

function readWrappedAnswer(value: unknown): string | null {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
  const texts = Object.entries(value).filter(([, content]) => typeof content === "string");
  const [name, content] = texts[0] ?? [];
  return texts.length === 1 && name && ANSWER_FIELDS.includes(name.toLowerCase()) ? String(content) : null;
}

/** Beyond a code fence, which is only bad form. */
function mentionsMachinery(text: string, toolNames: readonly string[]): boolean {
  const lower = text.toLowerCase();
  return (
    MACHINERY.some((opener) => opener !== "```" && lower.includes(opener)) ||
    toolNames.some((name) => lower.includes(name.toLowerCase()))
  );
}
