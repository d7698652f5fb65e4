import type { ServerResponse } from "node:http";

export const TOKEN_COUNT = 500;
export const TOKENS_PER_SECOND = 100;
/** The last words of the answer: when they show, it is all there. */
export const LAST_WORDS = "and that is the end of it.";

const SENTENCES = [
  "The Harrow is our three-layer jacket, and it keeps out rain for a day on the hill.",
  "It weighs **430 grams** in size M, and packs into its own pocket.",
  "You can send it back within 30 days, unworn, with the labels on.",
  "We ship from the warehouse within one working day; the parcel takes two to four more.",
];
const LIST = "\n\n- Moss, in stock\n- Midnight, three left\n- Ochre, in two weeks\n\n";

/** Five hundred pieces of a few letters each, as models send them: sentences, bold words, lists. */
export function answerTokens(): string[] {
  const tokens: string[] = [];
  const ending = LAST_WORDS.match(/\S+\s*/g) ?? [];
  for (let at = 0; tokens.length < TOKEN_COUNT - ending.length; at++) {
    const piece = at % 5 === 4 ? LIST : `${SENTENCES[at % SENTENCES.length]} `;
    tokens.push(...(piece.match(/\s*\S+[^\S\n]*/g) ?? []));
  }
  return [...tokens.slice(0, TOKEN_COUNT - ending.length - 1), "\n\n", ...ending];
}

export interface StreamTimes {
  startedAt: number;
  endedAt: number;
}

/** Writes the answer at its pace, however late a timer is, and ends the response. */
export function streamAnswer(
  response: ServerResponse,
  write: (token: string) => string,
  parts: { before?: string; after?: string },
): Promise<StreamTimes> {
  const tokens = answerTokens();
  const startedAt = performance.now();
  let sent = 0;
  if (parts.before) response.write(parts.before);
  return new Promise((resolve) => {
    const timer = setInterval(() => {
      const due = Math.min(
        tokens.length,
        Math.ceil(((performance.now() - startedAt) / 1000) * TOKENS_PER_SECOND),
      );
      while (sent < due) response.write(write(tokens[sent++] ?? ""));
      if (sent < tokens.length && !response.destroyed) return;
      clearInterval(timer);
      response.end(parts.after ?? "");
      resolve({ startedAt, endedAt: performance.now() });
    }, 1000 / TOKENS_PER_SECOND);
  });
}
