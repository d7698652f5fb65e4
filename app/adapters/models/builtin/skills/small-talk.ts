import type { PhraseKey } from "../answering/phrases";
import { phrasesOf } from "../answering/phrases-of";
import type { Dialogue } from "../dialogue";
import type { Skill, Step } from "../step";
import { offerHandover, reply, suggest } from "./reply";

/** A fixed sentence in the persona's voice. */
function sayOnly(key: PhraseKey, ...suggestions: PhraseKey[]): Skill {
  return (dialogue) => {
    const phrases = phrasesOf(dialogue);
    return reply([phrases.say(key, personaOf(dialogue))], suggest(dialogue, phrases, ...suggestions));
  };
}

function personaOf({ facts }: Dialogue): Record<string, string> {
  const { name, role } = facts.behaviour;
  return { name, role, shop: facts.shopName, firstName: facts.firstName ?? "" };
}

export function greet(dialogue: Dialogue): Step {
  const key = dialogue.facts.firstName ? "greeting.named" : "greeting";
  return sayOnly(key, "suggest.track", "suggest.returns", "suggest.shipping")(dialogue);
}

export const acknowledgeThanks = sayOnly("thanks");
export const sayGoodbye = sayOnly("goodbye");
export const introduce = sayOnly("identity", "suggest.track", "suggest.person");
export const tellCapabilities = sayOnly(
  "capabilities",
  "suggest.track",
  "suggest.returns",
  "suggest.shipping",
);
export const declineOffTopic = sayOnly("off-topic", "suggest.track", "suggest.returns");
export const declineForbidden = sayOnly("forbidden", "suggest.track", "suggest.returns");
export const declineAttack = sayOnly("prompt-attack", "suggest.track", "suggest.returns");
export const declineOthersData = sayOnly("others-data", "suggest.track");
export const acknowledgeNo = sayOnly("declined");
/** "Ok" after nothing that was offered; "ok, thanks" asks for nothing at all. */
export const askWhat: Skill = (dialogue) =>
  dialogue.ask.concepts.has("thanks")
    ? acknowledgeThanks(dialogue)
    : sayOnly("affirmed", "suggest.track", "suggest.returns", "suggest.shipping")(dialogue);
/** Whoever waits for a person and asks whether somebody is there hears that her request is known. */
export const admitConfusion: Skill = (dialogue) =>
  dialogue.facts.handover === "open"
    ? sayOnly("handover.again")(dialogue)
    : sayOnly("unclear", "suggest.track", "suggest.returns", "suggest.person")(dialogue);

export function hearComplaint(dialogue: Dialogue): Step {
  const phrases = phrasesOf(dialogue);
  if (dialogue.facts.handover === "open") return reply([phrases.say("handover.again")]);
  return reply(
    [[phrases.say("complaint"), offerHandover(dialogue, phrases)].filter(Boolean).join(" ")],
    suggest(dialogue, phrases, "suggest.person", "suggest.track"),
  );
}

export function adviseOnPayment(dialogue: Dialogue): Step {
  const phrases = phrasesOf(dialogue);
  return reply(
    [[phrases.say("payment-problem"), offerHandover(dialogue, phrases)].filter(Boolean).join(" ")],
    suggest(dialogue, phrases, "suggest.person"),
  );
}
