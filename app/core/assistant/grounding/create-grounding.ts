import { fold } from "~/lib/words";
import type { Correction, Evidence } from "../../conversation/conversation";
import { checkSentence } from "./check-sentence";
import { findNamedOrders, foldInPlace, type Sentence } from "./claim";
import type { Grounding, GroundingOptions } from "./grounding";
import { harmlessStart } from "./harmless-start";
import { type KnownFacts, type KnownOrder, readKnownFacts } from "./known-facts";
import { cleanMarkup, type LinkRules } from "./markup";
import { NEGATION } from "./phrases";
import { endOfSentence } from "./sentences";
import { readTextFacts } from "./text-facts";

/** See Grounding. Pure: the same text, evidence and options give the same words and corrections. */
export function createGrounding(options: GroundingOptions): Grounding {
  const corrections: Correction[] = [];
  const shopper = readTextFacts(options.shopperTexts);
  const knownFacts = rememberFacts(options);
  let pending = "";
  /** How much of the pending sentence has been shown already. */
  let shown = 0;
  /** The orders that the last sentence named. */
  let focus: KnownOrder[] = [];

  function release(isFinal: boolean): string[] {
    const texts: string[] = [];
    for (let end = endOfSentence(pending, isFinal); end !== null; end = endOfSentence(pending, isFinal)) {
      texts.push(judge(pending.slice(0, end)));
      pending = pending.slice(end);
      shown = 0;
    }
    const start = harmlessStart(pending);
    if (start > shown) {
      texts.push(pending.slice(shown, start));
      shown = start;
    }
    return texts.filter((text) => text !== "");
  }

  function judge(written: string): string {
    const facts = knownFacts();
    const clean = cleanMarkup(written, linkRules(options, facts));
    corrections.push(...clean.corrections);
    if (clean.isSuspicious) return takeOut("link", written);
    const sentence = readSentence(withoutTargets(clean.text), facts);
    focus = sentence.namedOrders.length > 0 ? sentence.namedOrders.map(({ order }) => order) : focus;
    const checked = checkSentence(clean.text, sentence);
    corrections.push(...checked.corrections);
    return checked.text === "" ? remains(written) : checked.text.slice(shown);
  }

  /** What stands for a sentence that was taken out: its line break, and a sign that it breaks off where it had begun. */
  function remains(written: string): string {
    const lineBreak = /\n+$/.exec(written)?.[0] ?? "";
    return shown > 0 ? `…${lineBreak || " "}` : lineBreak;
  }

  function takeOut(kind: string, written: string): string {
    corrections.push({ kind, said: written.trim(), became: "" });
    return remains(written);
  }

  function readSentence(text: string, facts: KnownFacts): Sentence {
    const folded = foldInPlace(text);
    const namedOrders = findNamedOrders(text, facts);
    const named = namedOrders.map(({ order }) => order);
    const all = [...facts.orders.values()];
    const byItem = all.filter((order) => order.items.some((item) => item !== "" && folded.includes(item)));
    const orders =
      [named, byItem, focus.filter((order) => all.includes(order)), all].find((some) => some.length > 0) ??
      [];
    return {
      text,
      folded,
      isQuestion: /\?["'”’)*_\s]*$/.test(text),
      isNegated: NEGATION.test(folded),
      facts,
      shopper,
      orders,
      namedOrders,
      products: productsOf(folded, facts),
      now: options.now,
      timezone: options.timezone,
      locale: options.locale,
    };
  }

  return {
    push(delta) {
      pending += delta;
      return release(false);
    },
    flush() {
      return release(true);
    },
    corrections,
  };
}

/** Where links lead says nothing of facts: blanks of the same length stand for it. */
function withoutTargets(text: string): string {
  return text.replace(/(?<=\])\([^()\s]*\)|\bhttps?:\S+/gi, (target) => " ".repeat(target.length));
}

/** The longest titles that stand in the sentence; the only product that is known where none does. */
function productsOf(folded: string, facts: KnownFacts): Sentence["products"] {
  const named = [...facts.products.values()].filter(({ title }) => title !== "" && folded.includes(title));
  const longest = named.filter(
    ({ title }) => !named.some((other) => other.title !== title && other.title.includes(title)),
  );
  if (longest.length > 0) return longest.map((product) => ({ product, isNamed: true }));
  const [only] = facts.products.values();
  return only && facts.products.size === 1 ? [{ product: only, isNamed: false }] : [];
}

/** Reads evidence anew only when there is more of it. */
function rememberFacts({ evidence, timezone }: GroundingOptions): () => KnownFacts {
  let known: { count: number; last: Evidence | undefined; facts: KnownFacts } | null = null;
  return () => {
    const items = evidence();
    const last = items.at(-1);
    if (known === null || known.count !== items.length || known.last !== last) {
      known = { count: items.length, last, facts: readKnownFacts(items, timezone) };
    }
    return known.facts;
  };
}

function linkRules(
  { allowedHosts, allowedEmails, shopperTexts }: GroundingOptions,
  facts: KnownFacts,
): LinkRules {
  const own = shopperTexts.flatMap(
    (text) => text.match(/[^\s@<>()[\]"',;:]+@[\p{L}\p{N}.-]+\.\p{L}{2,}/gu) ?? [],
  );
  return {
    urls: facts.urls,
    hosts: new Set(allowedHosts.map((host) => host.toLowerCase())),
    emails: new Set([...allowedEmails.map(fold), ...own.map(fold), ...facts.emails]),
  };
}
