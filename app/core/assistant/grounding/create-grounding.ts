import { fold } from "~/lib/words";
import type { Correction, Evidence } from "../../conversation/conversation";
import { checkSentence } from "./check-sentence";
import type { Sentence } from "./claim";
import { soundSums } from "./derived-sums";
import type { Grounding, GroundingOptions } from "./grounding";
import { harmlessStart } from "./harmless-start";
import { type KnownFacts, readKnownFacts } from "./known-facts";
import type { KnownProduct } from "./known-products";
import { cleanMarkup, type LinkRules } from "./markup";
import { knownSums } from "./product-sums";
import { type Focus, readSentence } from "./read-sentence";
import { readAs } from "./reading";
import { checkedLanguageOf, languageOf } from "./sentence-language";
import { endOfSentence } from "./sentences";
import { readTextFacts } from "./text-facts";

/** See Grounding. Pure: the same text, evidence and options give the same words and corrections. */
export function createGrounding(options: GroundingOptions): Grounding {
  const corrections: Correction[] = [];
  const expected = checkedLanguageOf(options.locale);
  const shopper = readTextFacts(options.shopperTexts, expected);
  const knownFacts = rememberFacts(options);
  // While the model thinks is when there is time for it.
  knownFacts();
  let pending = "";
  /** All that was let through. */
  let said = "";
  /** How much of the pending sentence has been shown already. */
  let shown = 0;
  let focus: Focus = { orders: [], product: null, sums: [], last: "" };

  function release(isFinal: boolean): string[] {
    const texts: string[] = [];
    for (let end = endOfSentence(pending, isFinal); end !== null; end = endOfSentence(pending, isFinal)) {
      texts.push(judge(pending.slice(0, end)));
      pending = pending.slice(end);
      shown = 0;
    }
    const start = harmlessStart(pending, knownFacts().names);
    if (start > shown) {
      texts.push(pending.slice(shown, start));
      shown = start;
    }
    return texts.filter((text) => text !== "");
  }

  /** The sentence before. */
  let isTakenOut = false;

  function note(texts: string[]): string[] {
    said += texts.join("");
    return texts;
  }

  function judge(written: string): string {
    const facts = knownFacts();
    const clean = cleanMarkup(written, linkRules(options, facts));
    corrections.push(...clean.corrections);
    if (clean.isSuspicious) return takeOut("link", written);
    const language = languageOf(withoutNames(clean.text, facts), expected);
    const reading = readAs(clean.text, language);
    const sentence = readSentence(reading, language, facts, shopper, focus, options);
    focus = nextFocus(focus, sentence);
    const checked = checkSentence(clean.text, reading, sentence);
    corrections.push(...checked.corrections);
    // A note bears out what stood before it.
    if (isTakenOut && NOTE_ALONE.test(written)) return /\n+$/.exec(written)?.[0] ?? "";
    isTakenOut = checked.text === "";
    return isTakenOut ? remains(written) : checked.text.slice(shown);
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

  return {
    push(delta) {
      pending += delta;
      return note(release(false));
    },
    flush() {
      const rest = note(release(true));
      return leadsNowhere(corrections, said) && options.nothingCertain
        ? [...rest, `${/\s$/.test(said) ? "" : " "}${options.nothingCertain}`]
        : rest;
    },
    corrections,
  };
}

/** "[1]" */
const NOTE_ALONE = /^\s*(?:\[\d{1,3}\]\s*)+$/;

/** "Here is your order:", and what it led to was taken out. */
function leadsNowhere(corrections: readonly Correction[], said: string): boolean {
  return corrections.some(({ became }) => became === "") && /(?:[:,–—]|…)[\s*_]*$/.test(said);
}

/** Titles are in the shop's language, whatever the reply's is. */
function withoutNames(text: string, { products, orders }: KnownFacts): string {
  const titles = [
    ...[...products.values()].map(({ title }) => title),
    ...[...orders.values()].flatMap(({ items }) => items.map(({ title }) => title)),
  ];
  return titles.reduce((rest, title) => (title === "" ? rest : rest.replaceAll(title, " ")), fold(text));
}

const MAX_SUMS = 8;

function nextFocus(focus: Focus, { namedOrders, namedProducts, products, folded, facts }: Sentence): Focus {
  const named = new Set(namedProducts.map(({ product }) => product));
  const [only = null] = products;
  return {
    orders: namedOrders.length > 0 ? namedOrders.map(({ order }) => order) : focus.orders,
    product: named.size === 0 ? focus.product : named.size === 1 ? only : null,
    sums: [...soundSums(folded, sumsAtHand(named, focus, facts)).reverse(), ...focus.sums].slice(0, MAX_SUMS),
    last: folded,
  };
}

/** What was said before and what the named things cost first: totals are of these. */
function sumsAtHand(named: ReadonlySet<KnownProduct>, focus: Focus, facts: KnownFacts): number[] {
  return [...focus.sums, ...[...named].flatMap(({ prices }) => [...prices]), ...knownSums(facts)];
}

/** Reads evidence anew only when there is more of it. */
function rememberFacts({ evidence, timezone, currency, locale }: GroundingOptions): () => KnownFacts {
  let known: { count: number; last: Evidence | undefined; facts: KnownFacts } | null = null;
  return () => {
    const items = evidence();
    const last = items.at(-1);
    if (known === null || known.count !== items.length || known.last !== last) {
      known = {
        count: items.length,
        last,
        facts: readKnownFacts(items, { timezone, currency, language: checkedLanguageOf(locale) }),
      };
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
