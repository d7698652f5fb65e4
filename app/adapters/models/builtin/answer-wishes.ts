import { isDeepStrictEqual } from "node:util";
import { phrasesOf } from "./answering/phrases-of";
import { chooseSkill } from "./choose-skill";
import type { Dialogue } from "./dialogue";
import { resolvePlace } from "./places";
import type { PlannedCall, Step } from "./step";
import type { Understanding } from "./understanding/understand";

/** Wishes of one message that are answered at once. */
const MOST = 3;
/** Characters of a chip. */
const LONGEST_CHIP = 80;
const MOST_CHIPS = 4;

/** Answers each wish of the newest message by its own skill, in their order and in one reply. */
export function answerWishes(dialogue: Dialogue): Step {
  const { wishes } = dialogue;
  if (wishes.length < 2) return answer({ ...dialogue, ask: wishes[0] ?? dialogue.ask });
  const steps = wishes.slice(0, MOST).map((ask) => answer({ ...dialogue, ask }));
  const calls = steps.flatMap((step) => (step.type === "call" ? step.calls : []));
  if (calls.length > 0) return { type: "call", calls: withoutRepeats(calls) };
  return join(
    dialogue,
    steps.flatMap((step) => (step.type === "reply" ? step : [])),
    wishes.slice(MOST),
  );
}

function answer(dialogue: Dialogue): Step {
  const placed = resolvePlace(dialogue);
  return chooseSkill(placed)(placed);
}

function withoutRepeats(calls: PlannedCall[]): PlannedCall[] {
  return calls.filter((call, index) => calls.findIndex((one) => isDeepStrictEqual(one, call)) === index);
}

/** No paragraph twice, and the offer to hand over once and last: a "yes" answers the last question. */
function join(dialogue: Dialogue, replies: Extract<Step, { type: "reply" }>[], rest: Understanding[]): Step {
  const phrases = phrasesOf(dialogue);
  const offer = phrases.say("offer.handover");
  const paragraphs = replies.flatMap(({ text }) => text.split("\n\n"));
  const hasOffer = paragraphs.some((one) => one.includes(offer));
  const told = paragraphs.map((one) => one.replace(offer, "").trim()).filter(Boolean);
  const chips = [
    ...(rest[0] ? [rest[0].text.trim().slice(0, LONGEST_CHIP)] : []),
    ...replies.flatMap(({ suggestions }) => suggestions),
  ];
  return {
    type: "reply",
    text: [
      ...new Set([
        ...told,
        ...(rest.length > 0 ? [phrases.say("wishes.rest")] : []),
        ...(hasOffer ? [offer] : []),
      ]),
    ].join("\n\n"),
    suggestions: [...new Set(chips)].slice(0, MOST_CHIPS),
  };
}
