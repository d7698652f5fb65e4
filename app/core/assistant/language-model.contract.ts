import { describe, expect, it } from "vitest";
import { DEFAULT_SETTINGS } from "../settings/settings";
import type { LanguageModel, ModelPart, ModelRequest } from "./language-model";

/** Milliseconds within which a stream ends after its signal aborted. */
const PROMPT_END = 250;

/** A request whose answer any model knows; tests change what they are about. */
export function sampleRequest(changes: Partial<ModelRequest> = {}): ModelRequest {
  return {
    system: "You are the assistant of Fernway.",
    messages: [{ role: "shopper", text: "Hello!" }],
    tools: [],
    memory: "",
    cacheKey: "fernway",
    facts: {
      now: "2026-11-21T12:00:00.000Z",
      locale: "en",
      shopName: "Fernway",
      currency: "USD",
      timezone: "America/New_York",
      storefrontUrl: "https://fernway.example",
      signInUrl: "https://fernway.example/account/login",
      signedIn: false,
      firstName: null,
      page: null,
      behaviour: DEFAULT_SETTINGS,
    },
    maxOutputTokens: 500,
    ...changes,
  };
}

export async function collectParts(
  model: LanguageModel,
  request: ModelRequest,
  signal: AbortSignal = new AbortController().signal,
): Promise<ModelPart[]> {
  const parts: ModelPart[] = [];
  for await (const part of model.stream(request, signal)) parts.push(part);
  return parts;
}

/** What every LanguageModel does. `createModel` gives one that answers a greeting. */
export function describeLanguageModel(name: string, createModel: () => LanguageModel): void {
  describe(name, () => {
    it("answers in text and finishes once, at the end, with its usage", async () => {
      const parts = await collectParts(createModel(), sampleRequest());
      const last = parts.at(-1);
      expect(parts.filter(({ type }) => type === "finish")).toHaveLength(1);
      expect(last).toMatchObject({ type: "finish", reason: "stop" });
      if (last?.type === "finish") {
        expect(last.usage.inputTokens).toBeGreaterThan(0);
        expect(last.usage.outputTokens).toBeGreaterThan(0);
      }
      const text = parts.map((part) => (part.type === "text-delta" ? part.text : "")).join("");
      expect(text.trim()).not.toBe("");
    });

    it("streams its text in several pieces", async () => {
      const parts = await collectParts(createModel(), sampleRequest());
      expect(parts.filter(({ type }) => type === "text-delta").length).toBeGreaterThan(1);
    });

    it("has a name", () => {
      expect(createModel().name).toMatch(/\S/);
    });

    it("gives nothing when the signal had aborted before", async () => {
      const parts: ModelPart[] = [];
      await endOf(createModel(), AbortSignal.abort(), (part) => parts.push(part));
      expect(parts).toEqual([]);
    });

    it("ends promptly and without a finish when the signal aborts amid the parts", async () => {
      const controller = new AbortController();
      const parts: ModelPart[] = [];
      let abortedAt = 0;
      await endOf(createModel(), controller.signal, (part) => {
        if (part.type === "working") return;
        parts.push(part);
        abortedAt ||= performance.now();
        controller.abort();
      });
      expect(performance.now() - abortedAt).toBeLessThan(PROMPT_END);
      expect(parts.map(({ type }) => type)).toEqual(["text-delta"]);
    });

    it("can be left by its reader at any part", async () => {
      for await (const part of createModel().stream(sampleRequest(), new AbortController().signal)) {
        if (part.type === "working") continue;
        expect(part.type).toBe("text-delta");
        break;
      }
    });
  });
}

/** Whoever aborted knows why, so the stream may end either way. */
async function endOf(
  model: LanguageModel,
  signal: AbortSignal,
  see: (part: ModelPart) => void,
): Promise<"ended" | "rejected"> {
  try {
    for await (const part of model.stream(sampleRequest(), signal)) see(part);
    return "ended";
  } catch (error) {
    if (!signal.aborted) throw error;
    return "rejected";
  }
}
