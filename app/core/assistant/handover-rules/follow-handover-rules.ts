import { chooseLanguage, type Language, phrasesFor } from "../../settings/phrases";
import { LANGUAGES } from "../../settings/settings";
import { authoriseCall } from "../../tools/authorise";
import type { HandOverInput } from "../../tools/results";
import type { Tool } from "../../tools/tool";
import type { Reply } from "../compose-reply";
import { runToolCalls } from "../run-tool-calls";
import type { OpenTurn, TurnTask } from "../turn";
import type { TurnLimits } from "../turn-limits";
import { decideHandover, type HandoverDecision, type HandoverReason } from "./decide-handover";
import type { AttemptRecord } from "./read-attempt";

/** Answers that are looked back at: as many as a merchant can ask for. */
export const FORMER_TURNS = 10;

/** For the person who takes over, in the language of the shop's mails. */
const REASONS: Record<HandoverReason, string> = {
  request: "The shopper asked for a person.",
  anger: "The shopper is upset.",
  "failed-attempts": "The assistant could not help several times in a row.",
  "low-confidence": "The assistant was not sure of its answer.",
};
const EMAIL = /[^\s@<>()[\]"',;:]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/u;

export interface HandoverRules {
  /** What models are told of it before they answer; undefined where there is nothing to tell. */
  readonly foreseen: "coming" | "open" | undefined;
  /** Calls a person in, or offers to, where the reply leaves the rules no other way. Says so in the reply. */
  follow(reply: Reply, limits: TurnLimits, signal: AbortSignal): Promise<Reply>;
}

/**
 * The shop's rules for calling in a person, applied to one turn by code, whatever the model says or does. A conversation
 * whose request is still open needs no second one.
 * @param former the answers before this turn, oldest first
 */
export function createHandoverRules(
  turn: OpenTurn,
  task: Pick<TurnTask, "text" | "conversation">,
  tools: readonly Tool[],
  former: readonly AttemptRecord[],
): HandoverRules {
  const { settings, locale } = turn.context;
  const rules = settings.handoverRules;
  const signals = { text: task.text, former, language: likelyLanguage(locale, settings.languages) };
  const isOpen = task.conversation.status === "handed-off";
  const known = isOpen ? null : decideHandover({ ...signals, current: null }, rules);
  const handOver = tools.find(({ name }) => name === "hand_over");

  return {
    // A wish for a person is the model's to fulfil, like any other; the rule stands behind it.
    foreseen: isOpen
      ? "open"
      : known && known.reason !== "request" && rules.how === "hand-over"
        ? "coming"
        : undefined,
    async follow(reply, limits, signal) {
      if (isOpen || reply.outcome !== "answered" || !handOver) return reply;
      const current = { outcome: reply.outcome, ...wordsOf(turn), feedback: null };
      const decision = decideHandover({ ...signals, current }, rules);
      if (!decision || !(await authoriseCall(handOver, turn.context)).allowed) return reply;
      if (decision.reason !== "request" && rules.how === "offer") {
        offer(turn, decision);
        return reply;
      }
      await callIn(turn, handOver, decision, task.text, limits, signal);
      return turn.handedOff ? { ...reply, outcome: "handed-off" } : reply;
    },
  };
}

/** The page's language as far as the rules read it, whether or not the shop answers in it. */
function likelyLanguage(locale: string, languages: Language[]): Language {
  const spoken = chooseLanguage(locale, [...LANGUAGES]);
  return locale.toLowerCase().startsWith(spoken) ? spoken : (languages[0] ?? "en");
}

function wordsOf({ recorder }: OpenTurn): Pick<AttemptRecord, "text" | "evidence" | "corrections"> {
  const { text, evidence, corrections } = recorder;
  return { text, evidence, corrections };
}

/** By the same door as a model's call, so that nothing about it is special but who makes it. */
async function callIn(
  turn: OpenTurn,
  handOver: Tool,
  decision: HandoverDecision,
  text: string,
  limits: TurnLimits,
  signal: AbortSignal,
): Promise<void> {
  const { recorder, context } = turn;
  const [email] = EMAIL.exec(text) ?? [];
  const input: Partial<HandOverInput> = { reason: REASONS[decision.reason], ...(email ? { email } : {}) };
  const call = { id: `rule-${decision.reason}`, name: handOver.name, arguments: JSON.stringify(input) };
  const before = recorder.evidence.length;
  await runToolCalls(turn, [handOver], [call], { ...limits, toolCalls: Number.POSITIVE_INFINITY }, signal);
  const made = recorder.evidence.slice(before).find(({ tool, ok }) => tool === handOver.name && ok);
  if (!made) return;
  const { isNew, hasEmail } = made.data as { isNew: boolean; hasEmail: boolean };
  // Another message of hers has just done it, and said so.
  if (!isNew) return;
  const { passedOn, askEmail } = phrasesOf(turn, decision).handover;
  const needsEmail = !hasEmail && context.shopper.kind === "visitor";
  recorder.beginParagraph();
  recorder.showText(needsEmail ? `${passedOn} ${askEmail}` : passedOn);
}

/** Adds the question, unless the reply ends with one already. */
function offer(turn: OpenTurn, decision: HandoverDecision): void {
  const { recorder } = turn;
  if (/\?\s*$/.test(recorder.text)) return;
  recorder.beginParagraph();
  recorder.showText(phrasesOf(turn, decision).handover.offer);
}

function phrasesOf({ phrases, context }: OpenTurn, { language }: HandoverDecision) {
  const { languages } = context.settings;
  return language && languages.includes(language) ? phrasesFor(language, languages) : phrases;
}
