import { handOverDataSchema } from "~/core/tools/results";
import { phrasesOf } from "../answering/phrases-of";
import type { Dialogue } from "../dialogue";
import { readAs, type Step, withResults } from "../step";
import { summariseWish } from "./handover-summary";
import { paragraph, reply } from "./reply";

/** Asks a person to take over, with what it was about. */
export function handOver(dialogue: Dialogue): Step {
  const phrases = phrasesOf(dialogue);
  const { ask } = dialogue;
  const email = ask.slots.email ?? undefined;
  const call = { name: "hand_over" as const, arguments: { reason: summariseWish(dialogue), email } };
  return withResults(dialogue, [call], ([result]) => {
    const reading = readAs(result, handOverDataSchema);
    if (reading.status !== "ok") {
      if (reading.status === "refused" && reading.reason === "sign-in-required")
        return reply([phrases.say("sign-in-first", { url: dialogue.facts.signInUrl })]);
      return reply([phrases.say(reading.status === "refused" ? "handover.off" : "handover.failed")]);
    }
    const { isNew, hasEmail } = reading.data;
    const needsEmail = !hasEmail && !dialogue.facts.signedIn;
    return reply([
      paragraph(
        phrases.say(isNew ? "handover.done" : "handover.again"),
        needsEmail ? phrases.say("handover.ask-email") : null,
      ),
    ]);
  });
}
