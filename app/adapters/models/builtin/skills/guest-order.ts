import { guestOrderStatusDataSchema } from "~/core/tools/results";
import { plainName } from "../answering/phrases";
import { phrasesOf } from "../answering/phrases-of";
import { canUse, type Dialogue } from "../dialogue";
import { readAs, type Step, withResults } from "../step";
import { expectation, stateSentence } from "./order-facts";
import { offerHandover, paragraph, reply, suggest, tellRefusal } from "./reply";

/** Somebody who is not signed in: the way to sign in, or a look-up by order number and email. */
export function answerGuest(dialogue: Dialogue): Step {
  const phrases = phrasesOf(dialogue);
  const { signInUrl: url, now } = dialogue.facts;
  const signIn = phrases.say("order.sign-in", { url });
  if (!canUse(dialogue, "guest_order_status")) return reply([signIn]);

  const { orderNumber, email } = collectDetails(dialogue);
  if (orderNumber === null && email !== null) return reply([phrases.say("order.ask-number", { url })]);
  if (orderNumber === null) return reply([paragraph(signIn, phrases.say("order.guest-offer"))]);
  if (email === null) {
    return reply([phrases.say("order.ask-email", { order: plainName(orderNumber), url })]);
  }
  return withResults(
    dialogue,
    [{ name: "guest_order_status", arguments: { orderNumber, email } }],
    ([result]) => {
      const reading = readAs(result, guestOrderStatusDataSchema);
      switch (reading.status) {
        case "ok":
          return reply(
            [paragraph(stateSentence(reading.data, phrases), expectation(reading.data, phrases, now))],
            suggest(dialogue, phrases, "suggest.returns", "suggest.person"),
          );
        case "not-found":
          return reply([
            paragraph(phrases.say("order.guest-not-found", { url }), offerHandover(dialogue, phrases)),
          ]);
        case "refused":
          if (reading.reason === "rate-limited") return reply([phrases.say("order.guest-limited", { url })]);
          return reply([tellRefusal(dialogue, phrases, reading)]);
        case "failed":
          return reply([tellRefusal(dialogue, phrases, reading)]);
      }
    },
  );
}

/** The newest order number and email that she gave, in one message or over several. */
function collectDetails({ ask, pastAsks }: Dialogue): { orderNumber: string | null; email: string | null } {
  const asks = [...pastAsks, ask];
  return {
    orderNumber: asks.findLast(({ slots }) => slots.orderNumbers.length > 0)?.slots.orderNumbers[0] ?? null,
    email: asks.findLast(({ slots }) => slots.email !== null)?.slots.email ?? null,
  };
}
