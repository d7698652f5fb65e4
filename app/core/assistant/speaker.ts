import type { Grounding } from "./grounding/grounding";
import type { LanguageModel, ToolCall } from "./language-model";
import { createSpokenText } from "./spoken-text";
import type { OpenTurn } from "./turn";

/** Brings a model's text to the shopper: what is speech, and of that what grounding lets pass. One per model call. */
export interface Speaker {
  say(delta: string): void;
  /** After the model's last word. Where the text was cut off, a sentence without an end is not shown. */
  finish(isCut: boolean): { leaked: ToolCall[]; isBroken: boolean };
  /** Records what grounding corrected; to be called however the call ended. */
  close(): void;
  /** Whether the shopper saw anything of it. */
  readonly hasShown: boolean;
  /** The speech, as the model said it. */
  readonly said: string;
  /** Nothing of it may stand. */
  readonly isForfeit: boolean;
}

/** Models that left out the tag with which their thoughts begin; from then on one waits for its end. */
const thinkingAloud = new WeakSet<LanguageModel>();

export function createSpeaker(
  turn: OpenTurn,
  model: LanguageModel,
  toolNames: readonly string[],
  createGrounding: () => Grounding,
): Speaker {
  const { recorder } = turn;
  const textBefore = recorder.text;
  const spoken = createSpokenText(toolNames, thinkingAloud.has(model));
  let grounding = createGrounding();
  let said = "";
  let hasShown = false;
  recorder.beginParagraph();

  function show(texts: readonly string[]): void {
    for (const text of texts) {
      if (text === "" || (text.trim() === "" && !hasShown)) continue;
      turn.takeBack?.();
      recorder.showText(text);
      hasShown = true;
    }
  }

  /** All words of this call were thoughts: what was shown before it stands alone again. */
  function retract(): void {
    thinkingAloud.add(model);
    recorder.corrections.push(...grounding.corrections);
    grounding = createGrounding();
    said = "";
    if (!hasShown) return;
    hasShown = false;
    recorder.reset("retracted");
    if (textBefore !== "" && !turn.takeBack) recorder.showText(textBefore);
    recorder.beginParagraph();
  }

  function pass(text: string): void {
    said += text;
    if (text !== "") show(grounding.push(text));
  }

  return {
    say(delta) {
      const { text, retracts } = spoken.push(delta);
      if (retracts) retract();
      pass(text);
    },
    finish(isCut) {
      const end = spoken.finish();
      pass(end.text);
      if (!isCut) show(grounding.flush());
      const leaked = end.calls.map((call, position) => ({ ...call, id: `leaked_${position}` }));
      return { leaked, isBroken: end.isBroken };
    },
    close: () => void recorder.corrections.push(...grounding.corrections),
    get hasShown() {
      return hasShown;
    },
    get said() {
      return said;
    },
    get isForfeit() {
      return grounding.isForfeit === true;
    },
  };
}
