import type { Day } from "./calendar";
import { ordersAt, type Sentence } from "./claim";
import { DATE_ROLES, type DateRole, FUTURE } from "./order-words";
import { speaksOfOrder } from "./phrases";

export interface SpokenRole {
  name: DateRole;
  /** Which date of which order is meant leaves no doubt: it must be that one. */
  isSure: boolean;
  isNamed: boolean;
  /** The days that it may be, by the orders that are spoken of; every role's where none is named. */
  known: Day[];
}

const NEAR_BEFORE = 60;
const NEAR_AFTER = 45;
/** "Your order from November 10": of when it was placed. */
const ORDER_OF =
  /(?:\border|bestellung|pedido|commande|encomenda|ordine|\d)[*\s]*\(?(?:of|from|dated|vom|del|de|du|do|dal)\s(?:el |le |il |o )?(?:\p{L}+,?\s)?$/u;

/** Which of an order's dates is spoken of at a place: by the nearest words before it, else by those right after it. */
export function roleAt(sentence: Sentence, at: number): SpokenRole {
  const hits = findRoles(sentence.folded);
  const before = hits.filter((hit) => hit.at < at && at - hit.at < NEAR_BEFORE).at(-1);
  const after = hits.find((hit) => hit.at >= at && hit.at - at < NEAR_AFTER);
  const isPlaced = ORDER_OF.test(sentence.folded.slice(0, at));
  const names = isPlaced ? ["placed" as const] : meant(before, after, at, sentence);
  const orders = ordersAt(sentence, at);
  const known = orders.flatMap(({ days }) =>
    (names.length > 0 ? names.map((name) => days[name]) : Object.values(days)).flatMap((each) => [...each]),
  );
  return {
    name: names[0] ?? "expected",
    isSure: names.length > 0 && orders.length > 0 && speaksOfOrder(sentence),
    isNamed: hits.length > 0 || isPlaced,
    known: [...new Set(known)],
  };
}

interface Hit {
  name: DateRole;
  at: number;
}

/**
 * The role before a place, unless something begins between them and its role follows: "was sent on Monday and should on
 * Friday arrive". Where nothing tells, either.
 */
function meant(
  before: Hit | undefined,
  after: Hit | undefined,
  at: number,
  { folded, language }: Sentence,
): DateRole[] {
  if (!before || !after) return [before ?? after].flatMap((hit) => hit?.name ?? []);
  const isApart = CLAUSE_BREAK.test(folded.slice(before.at, at));
  const isClose = !CLAUSE_BREAK.test(folded.slice(at, after.at).replace(DATE_PARTS, ""));
  if (isApart && isClose) return [after.name];
  return language === "de" && isClose ? [before.name, after.name] : [before.name];
}

/** "Tomorrow, the 24th of June, " */
const DATE_PARTS =
  /^[\p{L}.]+,?\s|(?:(?:am|den|the|on|el|le|il|dia)\s)?\d{1,2}(?:st|nd|rd|th|\.)?\s(?:(?:of|de)\s)?\p{L}+,/gu;
const CLAUSE_BREAK = /[,;:!?()–—|\n]|\s(?:and|but|und|aber|y|pero|et|mais|e|mas|ma)\s/;

function findRoles(folded: string): { name: DateRole; at: number }[] {
  return DATE_ROLES.flatMap(([name, pattern]) =>
    [...folded.matchAll(pattern)].map((match) => ({
      name:
        name === "delivered" && FUTURE.test(folded.slice(0, match.index).replace(/\bbe\s*$/, ""))
          ? ("expected" as const)
          : name,
      at: match.index,
    })),
  ).sort((a, b) => a.at - b.at);
}
