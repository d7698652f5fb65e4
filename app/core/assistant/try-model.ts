import { VendorError } from "~/lib/errors";
import { DEFAULT_SETTINGS } from "../settings/settings";
import { startDeadline } from "./deadline";
import type { LanguageModel, ModelRequest } from "./language-model";
import { createSpokenText } from "./spoken-text";

export type TrialFailure =
  | "key-refused"
  | "no-credit"
  | "no-such-model"
  | "busy"
  | "too-slow"
  | "unreachable"
  | "provider-down"
  | "misunderstood"
  | "no-answer";

export type Trial =
  | { status: "answered"; word: string; milliseconds: number }
  | { status: "failed"; reason: TrialFailure; error: unknown };

const WORD_CHARACTERS = 40;
const REQUEST: Omit<ModelRequest, "facts"> = {
  system: "You are being tested. Answer with one friendly word and nothing else.",
  memory: "",
  messages: [{ role: "shopper", text: "Say one word." }],
  tools: [],
  cacheKey: "trial",
  maxOutputTokens: 200,
};

/** Asks a model for one word, as a merchant who just connected it would. */
export async function tryModel(model: LanguageModel, deadline: number, now: () => Date): Promise<Trial> {
  const time = startDeadline(deadline, new AbortController().signal);
  const startedAt = performance.now();
  const spoken = createSpokenText([]);
  let word = "";
  try {
    for await (const part of model.stream({ ...REQUEST, facts: trialFacts(now()) }, time.signal)) {
      if (part.type !== "text-delta") continue;
      const { text, retracts } = spoken.push(part.text);
      word = retracts ? text : word + text;
    }
    word = (word + spoken.finish().text).replace(/\s+/g, " ").trim().slice(0, WORD_CHARACTERS);
    if (time.signal.aborted) return { status: "failed", reason: "too-slow", error: "deadline" };
    if (word === "") return { status: "failed", reason: "no-answer", error: "empty" };
    return { status: "answered", word, milliseconds: Math.round(performance.now() - startedAt) };
  } catch (error) {
    return { status: "failed", reason: time.signal.aborted ? "too-slow" : reasonOf(error), error };
  } finally {
    time.end();
  }
}

function reasonOf(error: unknown): TrialFailure {
  const status = error instanceof VendorError ? error.status : null;
  if (status === null) return "unreachable";
  if (status === 401 || status === 403) return "key-refused";
  if (status === 402) return "no-credit";
  if (status === 404) return "no-such-model";
  if (status === 408) return "too-slow";
  if (status === 429) return "busy";
  if (status >= 500) return "provider-down";
  return status >= 400 ? "misunderstood" : "no-answer";
}

function trialFacts(now: Date): ModelRequest["facts"] {
  return {
    now: now.toISOString(),
    locale: "en",
    shopName: "",
    currency: "USD",
    timezone: "UTC",
    storefrontUrl: "",
    signInUrl: "",
    signedIn: false,
    firstName: null,
    page: null,
    behaviour: DEFAULT_SETTINGS,
  };
}
