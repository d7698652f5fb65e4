import { isEverydayWord } from "~/core/knowledge/everyday-words";
import { myOrdersDataSchema, type OrderFacts, orderStatusDataSchema } from "~/core/tools/results";
import { type Phrases, plainName } from "../answering/phrases";
import { phrasesOf } from "../answering/phrases-of";
import { canUse, type Dialogue, findFocusOrder, type ToolResult } from "../dialogue";
import { type PlannedCall, readAs, type Skill, type Step, withResults } from "../step";
import { asksInGeneral } from "../understanding/general-question";
import { fold } from "../understanding/words";
import { withItems } from "./find-items";
import { goesOnFromOrder } from "./goes-on-from-order";
import { ALL_ORDERS } from "./her-orders";
import { findNamedItems, type ItemMatch } from "./match-items";
import { type Care, consequence } from "./order-consequence";
import { describeOrder, hasMoneyBack, itemList, itemName, stateSentence } from "./order-facts";
import { apology, lookUp, MAX_SHOWN } from "./order-replies";
import { offerHandover, paragraph, reply, suggest, tellRefusal } from "./reply";
import { answerStoreQuestion, askPolicies, quotePolicies } from "./store-question";

/** @param otherwise answers where none of her orders holds what she names; that is said where it is absent */
export function careForOrder(care: Care, otherwise?: Skill): Skill {
  return (dialogue) => {
    if (RULED.has(care) && asksInGeneral(dialogue.ask) && !goesOnFromOrder(dialogue))
      return answerStoreQuestion(dialogue);
    return careForThing(care, withThingBefore(dialogue), otherwise);
  };
}

/** "Can I swap it for a medium?" right after "the shirt has a hole": the shirt is meant, and medium names none. */
function withThingBefore(dialogue: Dialogue): Dialogue {
  const { ask, pastAsks, earlier } = dialogue;
  if (ask.thingWords.length > 0 || ask.slots.orderNumbers.length > 0) return dialogue;
  const before = earlier.findLast(({ name }) => name === "my_orders") ? pastAsks.at(-1) : undefined;
  const thingWords = findFocusOrder(dialogue) === null ? (before?.thingWords ?? []) : [];
  return {
    ...dialogue,
    ask: { ...ask, thingWords, itemWords: thingWords.length > 0 ? thingWords : ask.itemWords },
  };
}

function careForThing(care: Care, dialogue: Dialogue, otherwise?: Skill): Step {
  const phrases = phrasesOf(dialogue);
  const policies = askPolicies(dialogue);
  return withResults(dialogue, [policies, ...findOrders(care, dialogue)], ([rules, found]) =>
    withItems(dialogue, namedAmong(dialogue, found), (matches) => {
      const told = tellOrder(care, dialogue, phrases, found, matches);
      if (otherwise && told.order === null && !told.isOpen) return otherwise(dialogue);
      const quoted = quotePolicies(dialogue, phrases, rules);
      const isQuotable = quoted.status === "found" && (told.order === null || quoted.score >= 1);
      const isEmpty = told.text === null && !isQuotable && dialogue.facts.signedIn;
      const nothing = isEmpty ? phrases.say("policy.none") : null;
      return reply(
        [
          apology(dialogue, phrases) ?? (care === "problem" ? phrases.say("sorry") : null),
          told.text,
          isQuotable ? quoted.text : nothing,
          paragraph(...nextSteps(care, dialogue, phrases, told)),
        ],
        suggest(dialogue, phrases, "suggest.person", "suggest.orders"),
      );
    }),
  );
}

/** Her orders, where one is looked for by what is in it. */
function namedAmong({ ask }: Dialogue, found: ToolResult | undefined): OrderFacts[] {
  const reading =
    found?.name === "my_orders" && ask.itemWords.length > 0 ? readAs(found, myOrdersDataSchema) : null;
  return reading?.status === "ok" ? reading.data.orders : [];
}

/** What the shop's policies have rules for. */
const RULED: ReadonlySet<Care> = new Set<Care>(["cancel", "change", "return", "exchange", "refund-status"]);

/** The look-up that shows which order it is about; none where the question is general or nobody is signed in. */
function findOrders(care: Care, dialogue: Dialogue): PlannedCall[] {
  const { ask } = dialogue;
  if (!dialogue.facts.signedIn) return [];
  const [number] = ask.slots.orderNumbers;
  if (number !== undefined) return [lookUp(number)];
  if (ask.itemWords.length > 0) return [ALL_ORDERS];
  const isPointing =
    ["it", "order", "parcel", "mine"].some((one) => ask.concepts.has(one as "it")) ||
    goesOnFromOrder(dialogue);
  const focus = isPointing && !ask.concepts.has("latest") ? findFocusOrder(dialogue) : null;
  if (focus !== null) return [lookUp(focus)];
  if (ask.concepts.has("latest")) return [{ name: "my_orders", arguments: { limit: 1, show: true } }];
  if (care === "cancel" || care === "change") {
    return [{ name: "my_orders", arguments: { limit: 3, onlyOpen: true, show: true } }];
  }
  return care === "refund-status" ? [ALL_ORDERS] : [];
}

interface Told {
  text: string | null;
  /** The one order that it is about, when that is clear. */
  order: OrderFacts | null;
  /** Whether she has to say which of several orders she means before anything else. */
  isOpen?: boolean;
}

const NOTHING: Told = { text: null, order: null };

function tellOrder(
  care: Care,
  dialogue: Dialogue,
  phrases: Phrases,
  found: ToolResult | undefined,
  matches: ItemMatch[],
): Told {
  if (!found) return NOTHING;
  if (found.name === "order_status") {
    const reading = readAs(found, orderStatusDataSchema);
    if (reading.status === "ok") return tellOne(care, dialogue, phrases, reading.data.order);
    const number = plainName(dialogue.ask.slots.orderNumbers[0] ?? "");
    if (reading.status === "not-found")
      return { ...NOTHING, text: phrases.say("order.not-yours", { order: number }) };
    return { ...NOTHING, text: tellRefusal(dialogue, phrases, reading) };
  }
  const reading = readAs(found, myOrdersDataSchema);
  if (reading.status !== "ok") return NOTHING;
  const { orders } = reading.data;
  if (care === "refund-status" && dialogue.ask.itemWords.length === 0) return tellRefunds(phrases, orders);
  if (dialogue.ask.itemWords.length === 0) return tellSeveral(care, dialogue, phrases, orders);

  const [first] = matches;
  const meant = first ? null : findMeant(care, dialogue, orders);
  if (meant) return tellOne(care, dialogue, phrases, meant);
  if (!first && dialogue.ask.thingWords.length === 0) return tellCandidates(care, dialogue, phrases, orders);
  if (!first) {
    const item = `“${plainName(dialogue.ask.itemWords.join(" "))}”`;
    return { ...NOTHING, text: phrases.say("order.item-none-bare", { item }) };
  }
  if (matches.length === 1) return tellOne(care, dialogue, phrases, first.order, [first.item]);
  const lines = matches.slice(0, 3).map(({ order }) => `- ${stateSentence(order, phrases)}`);
  const lead = phrases.say("order.item-several", { item: plainName(first.item.title) });
  return { ...NOTHING, text: [lead, ...lines].join("\n"), isOpen: true };
}

/** The order that was just spoken of, or the only one that can be meant, where her words name no thing that people buy. */
function findMeant(care: Care, dialogue: Dialogue, orders: OrderFacts[]): OrderFacts | null {
  const { ask } = dialogue;
  if (ask.thingWords.some((word) => isEverydayWord(fold(word)))) return null;
  const focus = findFocusOrder(dialogue);
  const open = care === "cancel" || care === "change" ? orders.filter((order) => order.open) : [];
  const only = open.length === 1 ? (open[0] ?? null) : null;
  return orders.find(({ number }) => number === focus) ?? only;
}

/** Where her words name no thing, as "the medium", it may be any of the newest. */
function tellCandidates(care: Care, dialogue: Dialogue, phrases: Phrases, orders: OrderFacts[]): Told {
  const isOpenOnly = care === "cancel" || care === "change";
  return tellSeveral(care, dialogue, phrases, orders.filter(({ open }) => open || !isOpenOnly).slice(0, 3));
}

function tellSeveral(care: Care, dialogue: Dialogue, phrases: Phrases, orders: OrderFacts[]): Told {
  const [only] = orders;
  if (!only)
    return {
      ...NOTHING,
      text: care === "cancel" || care === "change" ? phrases.say("order.none-open") : null,
    };
  if (orders.length === 1) return tellOne(care, dialogue, phrases, only);
  const lines = orders.map((order) => `- ${stateSentence(order, phrases)} (${itemList(order, phrases)})`);
  const consequences = new Set(orders.map((order) => consequence(care, order, phrases)));
  const [shared = null] = consequences;
  return {
    ...NOTHING,
    text: [...lines, "", consequences.size === 1 ? shared : null].filter((line) => line !== null).join("\n"),
    isOpen: true,
  };
}

function tellOne(
  care: Care,
  dialogue: Dialogue,
  phrases: Phrases,
  order: OrderFacts,
  found: OrderFacts["items"] = [],
): Told {
  const { ask, facts } = dialogue;
  const named = findNamedItems(order, ask.itemWords, ask.language);
  const state = describeOrder(order, "state", phrases, facts.now);
  const text = paragraph(
    tellItems(phrases, order, named.length > 0 ? named : found),
    state,
    consequence(care, order, phrases),
  );
  return { order, text };
}

/** Which items it is about, or what is in the order where none was named. A list of parcels names them already. */
function tellItems(phrases: Phrases, order: OrderFacts, items: OrderFacts["items"]): string {
  const number = `**${plainName(order.number)}**`;
  const [first] = items;
  if (!first) return phrases.say("order.items-of", { order: number, items: itemList(order, phrases) });
  return items.length === 1
    ? phrases.say("order.item-in", { item: itemName(first), order: number })
    : phrases.say("order.items-in", {
        items: phrases.all(items.map((item) => itemName(item))),
        order: number,
      });
}

function tellRefunds(phrases: Phrases, orders: OrderFacts[]): Told {
  const returned = orders.filter(hasMoneyBack).slice(0, MAX_SHOWN);
  if (returned.length === 0) return { ...NOTHING, text: phrases.say("refund.none") };
  const lines = returned.map((order) => {
    const amount = phrases.money(order.refunded, order.currency);
    const refund =
      Number(order.refunded) > 0
        ? phrases.say("refund.amount", { amount, order: plainName(order.number) })
        : null;
    return order.state === "refunded" && refund ? refund : paragraph(stateSentence(order, phrases), refund);
  });
  return { text: lines.join("\n\n"), order: returned.length === 1 ? (returned[0] ?? null) : null };
}

function nextSteps(care: Care, dialogue: Dialogue, phrases: Phrases, told: Told): (string | null)[] {
  const { signedIn, signInUrl: url } = dialogue.facts;
  const offer = offerHandover(dialogue, phrases);
  if (told.isOpen) return [phrases.say("order.which")];
  if (!signedIn && canUse(dialogue, "order_status")) {
    return care === "cancel" || care === "change"
      ? [phrases.say("change.sign-in", { url })]
      : [phrases.say("order.sign-in", { url }), offer];
  }
  if (care === "problem") return [phrases.say("problem.next"), offer];
  if (care === "return" || care === "exchange")
    return told.text === null ? [phrases.say("return.which")] : [offer];
  return [offer];
}
