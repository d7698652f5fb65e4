const MAX_CHARACTERS = 8_000;
const MAX_DEPTH = 20;
const WORDS: Record<string, unknown> = {
  true: true,
  True: true,
  false: false,
  False: false,
  null: null,
  None: null,
  undefined: null,
};
const BLANK = /\s/;
const NUMBER = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /[A-Za-z_$][\w$-]*/y;

export interface LenientValue {
  value: unknown;
  /** The index after the value. */
  end: number;
}

/**
 * Reads one value of JSON from `start` as models write it: single quotes, bare keys, trailing commas and Python's words
 * count. What breaks off or is something else is null: nothing is guessed.
 */
export function parseLenientJson(text: string, start = 0): LenientValue | null {
  if (text.length - start > MAX_CHARACTERS) return null;
  let at = start;

  const skipBlank = () => {
    while (at < text.length && BLANK.test(text[at] ?? "")) at += 1;
  };
  const take = (sign: string): boolean => {
    skipBlank();
    if (text[at] !== sign) return false;
    at += 1;
    return true;
  };
  const match = (pattern: RegExp): string | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0] ?? null;
    if (found !== null) at += found.length;
    return found;
  };

  function readValue(depth: number): unknown {
    if (depth > MAX_DEPTH) throw new NotJson();
    skipBlank();
    const sign = text[at];
    if (sign === "{") return readObject(depth);
    if (sign === "[") return readArray(depth);
    if (sign === '"' || sign === "'") return readString(sign);
    const number = match(NUMBER);
    if (number !== null) return Number(number);
    const word = match(WORD);
    if (word !== null && Object.hasOwn(WORDS, word)) return WORDS[word];
    throw new NotJson();
  }

  function readObject(depth: number): unknown {
    take("{");
    const entries: [string, unknown][] = [];
    while (!take("}")) {
      skipBlank();
      const quote = text[at];
      const key = quote === '"' || quote === "'" ? readString(quote) : match(WORD);
      if (key === null || !take(":")) throw new NotJson();
      entries.push([key, readValue(depth + 1)]);
      if (!take(",") && text[at] !== "}") throw new NotJson();
    }
    return Object.fromEntries(entries);
  }

  function readArray(depth: number): unknown {
    take("[");
    const items: unknown[] = [];
    while (!take("]")) {
      items.push(readValue(depth + 1));
      if (!take(",") && text[at] !== "]") throw new NotJson();
    }
    return items;
  }

  function readString(quote: string): string {
    at += 1;
    let written = "";
    for (; text[at] !== quote; at += 1) {
      if (at >= text.length) throw new NotJson();
      if (text[at] === "\\") written += readEscape();
      else written += text[at];
    }
    at += 1;
    return written;
  }

  function readEscape(): string {
    at += 1;
    const sign = text[at] ?? "";
    if (sign !== "u") return ESCAPES[sign] ?? sign;
    const code = text.slice(at + 1, at + 5);
    if (!/^[0-9a-f]{4}$/i.test(code)) throw new NotJson();
    at += 4;
    return String.fromCharCode(Number.parseInt(code, 16));
  }

  try {
    return { value: readValue(0), end: at };
  } catch (error) {
    if (error instanceof NotJson) return null;
    throw error;
  }
}

const ESCAPES: Record<string, string> = { n: "\n", t: "\t", r: "\r", b: "\b", f: "\f" };

class NotJson extends Error {}
