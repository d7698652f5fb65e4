import { searchProductsDataSchema } from "~/core/tools/results";
import { phrasesOf } from "../answering/phrases-of";
import type { Dialogue } from "../dialogue";
import { readAs, type Step, withResults } from "../step";
import type { Concept } from "../understanding/lexicon";
import { searchCall, tellFound } from "./find-products";
import { reply, suggest } from "./reply";
import { answerStoreQuestion, askPolicies, quotePolicies } from "./store-question";

/** What is asked of a card that she has, or of how they work, is a matter of the shop's texts alone. */
const OF_RULES: readonly Concept[] = [
  ...(["howlong", "policy", "pay", "paymethod", "problem", "return", "refund", "exchange", "order"] as const),
];

export function asksForGiftCard({ ask }: Dialogue): boolean {
  return ask.concepts.has("giftcard") && !OF_RULES.some((concept) => ask.concepts.has(concept));
}

/** A gift card is goods in one shop and a page in another: the goods are asked first, then the texts; else there is none. */
export function offerGiftCard(dialogue: Dialogue): Step {
  const phrases = phrasesOf(dialogue);
  const words = phrases.say("product.gift-card");
  const calls = [searchCall({ query: words, onlyExact: true }), askPolicies(dialogue)];
  return withResults(dialogue, calls, ([found, rules]) => {
    const goods = readAs(found, searchProductsDataSchema);
    const data = goods.status === "ok" && goods.data.products.length > 0 ? goods.data : null;
    const quoted = quotePolicies(dialogue, phrases, rules);
    if (data?.exact && !data.unmet.includes("thing")) {
      return reply(
        [tellFound(data, phrases), quoted.status === "found" ? quoted.text : null],
        suggest(dialogue, phrases, "suggest.details", "suggest.cart"),
      );
    }
    if (quoted.status === "found") return answerStoreQuestion(dialogue);
    return reply(
      [phrases.say("product.none", { query: `“${words}”` })],
      suggest(dialogue, phrases, "suggest.person"),
    );
  });
}
