import type { TitleItem } from "./title-item";

/**
 * Where a product has a term, and so what the term says of it. A place is a number: twice its position, and one more
 * where the text says `so` there: a title, lead or type that the term names the thing.
 */
export interface TermPlaces {
  title: readonly number[];
  lead: readonly number[];
  type: readonly number[];
  /** Whether it stands where the product tells what it is: title, type, tags, vendor, options, SKU, lead. */
  isStrong: boolean;
  /** How often title, type and description have it. */
  count: number;
}

/** A product's texts in terms. */
export interface TermedProduct {
  title: readonly TitleItem[];
  lead: readonly TitleItem[];
  type: readonly number[];
  /** Whether the type's first word says what it is, and not its last: "Zapatos de mujer". */
  isThingFirst?: boolean;
  /** Terms that stand where it tells what it is. */
  strong: ReadonlySet<number>;
  /** How often title, type and description have a term, those of "strong" among them. */
  counts: ReadonlyMap<number, number>;
}

/** What each of a product's terms says of it. */
export function readPlaces({
  title,
  lead,
  type,
  isThingFirst = false,
  strong,
  counts,
}: TermedProduct): Map<number, TermPlaces> {
  const inTitle = placesOf(title);
  const inLead = placesOf(lead);
  const inType = new Map<number, number[]>();
  const thing = isThingFirst ? 0 : type.length - 1;
  for (const [at, term] of type.entries()) add(inType, term, at, at === thing);
  const places = new Map<number, TermPlaces>();
  for (const [term, count] of counts)
    places.set(term, {
      title: inTitle.get(term) ?? [],
      lead: inLead.get(term) ?? [],
      type: inType.get(term) ?? [],
      isStrong: strong.has(term),
      count,
    });
  return places;
}

function placesOf(text: readonly TitleItem[]): Map<number, number[]> {
  const places = new Map<number, number[]>();
  for (const [at, item] of text.entries())
    if ("term" in item) add(places, item.term, at, item.kind === "word" && item.isThing);
  return places;
}

function add(places: Map<number, number[]>, term: number, at: number, so: boolean): void {
  const known = places.get(term);
  const place = at * 2 + (so ? 1 : 0);
  if (known) known.push(place);
  else places.set(term, [place]);
}

/** What was found of words that stand side by side. */
export interface Runs {
  count: number;
  /** The first one's position. */
  from: number;
  /** Whether some run ends in a place that says so. */
  isSo: boolean;
}

const NO_RUNS: Runs = { count: 0, from: -1, isSo: false };

/** The runs of words in one text, where each word may be any of some terms; of those that end so, `from` is the last's. */
export function findRuns(words: readonly (readonly TermPlaces[])[], text: "title" | "lead" | "type"): Runs {
  const [first = [], ...others] = words;
  let runs = NO_RUNS;
  for (const term of first) {
    for (const place of term[text]) {
      const end = endOf(place, others, text);
      if (end === null) continue;
      const isSo = (end & 1) === 1;
      runs = {
        count: runs.count + 1,
        from: isSo || runs.count === 0 ? place >> 1 : runs.from,
        isSo: runs.isSo || isSo,
      };
    }
  }
  return runs;
}

/** The place where a run that begins at `place` ends; null where the words do not follow. */
function endOf(
  place: number,
  others: readonly (readonly TermPlaces[])[],
  text: "title" | "lead" | "type",
): number | null {
  let end = place;
  for (const any of others) {
    const next = placeAt((end >> 1) + 1, any, text);
    if (next === null) return null;
    end = next;
  }
  return end;
}

function placeAt(at: number, any: readonly TermPlaces[], text: "title" | "lead" | "type"): number | null {
  for (const term of any) for (const place of term[text]) if (place >> 1 === at) return place;
  return null;
}
