import type { PhraseKey } from "../answering/phrases";
import { phrasesOf } from "../answering/phrases-of";
import type { Dialogue } from "../dialogue";
import { type Step, withResults } from "../step";
import type { Topic } from "../understanding/topic";
import { offerHandover, reply, suggest } from "./reply";
import { answerStoreQuestion, askPolicies, quotePolicies } from "./store-question";

/** What can truly be done about a matter: on the shop's own pages, or by its team. */
const PHRASES: Partial<Record<Topic, PhraseKey>> = {
  create_account: "service.create_account",
  delete_account: "service.delete_account",
  edit_account: "service.edit_account",
  switch_account: "service.switch_account",
  recover_password: "service.recover_password",
  registration_problems: "service.registration_problems",
  newsletter_subscription: "service.newsletter_subscription",
  review: "service.review",
  place_order: "service.place_order",
  set_up_shipping_address: "service.set_up_shipping_address",
  check_invoice: "service.invoice",
  get_invoice: "service.invoice",
};

/** What a quotation must share with the question to be told before our own sentence. */
const FITTING = 3;

/** Account, password, newsletter, invoice and the like: what the shop's pages say about it, what we know, and a person. */
export function answerServiceMatter(dialogue: Dialogue): Step {
  const key = dialogue.ask.topic === null ? undefined : PHRASES[dialogue.ask.topic];
  if (key === undefined) return answerStoreQuestion(dialogue);
  const phrases = phrasesOf(dialogue);
  return withResults(dialogue, [askPolicies(dialogue)], ([result]) => {
    const quoted = quotePolicies(dialogue, phrases, result);
    const isFitting = quoted.status === "found" && quoted.score >= FITTING && !NOTHING_TO_READ.has(key);
    return reply(
      [
        isFitting ? quoted.text : null,
        phrases.say(key, { url: dialogue.facts.signInUrl }),
        key === "service.place_order" ? null : offerHandover(dialogue, phrases),
      ],
      suggest(dialogue, phrases, "suggest.person"),
    );
  });
}

/** How to order is told by doing it. */
const NOTHING_TO_READ: ReadonlySet<PhraseKey> = new Set<PhraseKey>(["service.place_order"]);
