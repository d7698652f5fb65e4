import type { BehaviourSettings } from "../settings/settings";
import { EMPTY_BUDGET } from "./budget/turn-budget";
import { gatherTurn } from "./gather-turn";
import { composeUnderRules } from "./handover-rules/compose-under-rules";
import type { OpenTurn, TurnTask } from "./turn";
import type { TurnDependencies } from "./turn-dependencies";
import { createTurnRecorder } from "./turn-recorder";

/** What a visitor would be answered under settings that are not saved yet. Nothing is kept, nobody is told. */
export async function previewAnswer(
  deps: TurnDependencies,
  shop: string,
  settings: BehaviourSettings,
  question: string,
  signal: AbortSignal,
): Promise<string> {
  const at = deps.now();
  const id = deps.createId();
  const conversation = {
    ...{ id, shop, customerId: null, channel: "preview", locale: settings.languages[0] ?? "en" },
    ...{ status: "open" as const, createdAt: at, activeAt: at },
  };
  const unsaved: TurnDependencies = {
    ...deps,
    settings: { ...deps.settings, load: async () => ({ version: 0, settings }) },
    conversations: { ...deps.conversations, readMessages: async () => [], readEvidence: async () => [] },
    allowGuestLookup: async () => false,
    requestHandoff: async () => ({ ticketId: id, isNew: true }),
  };
  const task: TurnTask = {
    ...{ turnId: id, messageId: id, attempt: 1, startedAt: at, conversation, text: question },
    ...{ shopper: { kind: "visitor" }, hint: {}, address: "" },
  };
  const gathered = await gatherTurn(unsaved, task, signal);
  const recorder = createTurnRecorder(1, () => {});
  const turn: OpenTurn = {
    ...{ ...gathered, recorder, calls: 0, handedOff: false },
    usage: { inputTokens: 0, cachedInputTokens: 0, outputTokens: 0 },
    budget: EMPTY_BUDGET,
  };
  const onModelFailure = (model: string, error: unknown) =>
    deps.onProblem({ turnId: id, step: `preview ${model}`, error });
  const models = await deps.modelsOf(shop);
  await composeUnderRules({ ...unsaved, models, onModelFailure }, task, turn, signal);
  return recorder.text;
}
