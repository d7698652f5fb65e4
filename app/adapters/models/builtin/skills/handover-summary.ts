import { myOrdersDataSchema, type OrderFacts, orderStatusDataSchema } from "~/core/tools/results";
import { type PhraseKey, plainName } from "../answering/phrases";
import { phrasesOf } from "../answering/phrases-of";
import type { Dialogue } from "../dialogue";
import type { Understanding } from "../understanding/understand";
import { findNamedItems } from "./match-items";

/** Characters that a summary may have; see the tool's input. */
const LENGTH = 300;

/** What the team needs to know: the wish, the order and the items where they are clear, and her own words. */
export function summariseWish(dialogue: Dialogue): string {
  const { ask, pastAsks } = dialogue;
  const topic = pastAsks.findLast(({ intent }) => !SAYS_NOTHING.has(intent));
  const isAnswer = ask.intent === "affirm" || ask.intent === "details-given";
  const words = [topic?.text, isAnswer ? null : ask.text].filter(Boolean).join(" / ");
  const order = topic ? findOrder(dialogue) : null;
  const wish = topic ? nameWish(topic) : null;
  if (!topic || order === null || wish === null) return words.slice(-LENGTH);
  const phrases = phrasesOf(dialogue);
  const named = findNamedItems(order, topic.itemWords, topic.language);
  const items = (named.length > 0 ? named : order.items).map(({ title }) => plainName(title));
  const values = { wish: phrases.say(wish), order: plainName(order.number), items: phrases.all(items) };
  const summary = phrases.say("wish.summary", values);
  const head = summary.length <= LENGTH ? summary : phrases.say("wish.summary-bare", values);
  return `${head}. “${words}”`.slice(0, LENGTH);
}

const SAYS_NOTHING: ReadonlySet<string> = new Set([
  "handover",
  "affirm",
  "decline",
  "greeting",
  "thanks",
  "details-given",
]);

function nameWish({ intent, concepts, topic }: Understanding): PhraseKey | null {
  const isAddress = topic === "change_shipping_address" || concepts.has("address");
  if (intent === "change-order" && isAddress) return "wish.address";
  return WISHES[intent] ?? null;
}

const WISHES: Partial<Record<Understanding["intent"], PhraseKey>> = {
  "cancel-order": "wish.cancel",
  "change-order": "wish.change",
  "return-item": "wish.return",
  "exchange-item": "wish.exchange",
  "refund-status": "wish.refund",
  "order-problem": "wish.problem",
};

/** The one order that our last reply named. */
function findOrder({ earlier, lastReply }: Dialogue): OrderFacts | null {
  const known = earlier.flatMap((result) => {
    const one = result.name === "order_status" ? orderStatusDataSchema.safeParse(result.data) : null;
    const list = result.name === "my_orders" ? myOrdersDataSchema.safeParse(result.data) : null;
    return one?.success ? [one.data.order] : list?.success ? list.data.orders : [];
  });
  const named = new Map(
    known.filter(({ number }) => lastReply.includes(number)).map((order) => [order.number, order]),
  );
  const [only] = named.values();
  return named.size === 1 && only ? only : null;
}
