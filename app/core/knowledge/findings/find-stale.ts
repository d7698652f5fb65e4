import { fold } from "~/lib/words";
import type { StoreDocument } from "../../store/store-platform";
import { readSections } from "../sections";
import type { Finding } from "./finding";
import { quoteOf } from "./read-statements";
import { splitSentences } from "./split-sentences";

/** What was said of last year's Christmas is forgotten in January, not on Boxing Day. */
const GRACE_DAYS = 30;
const OLD_POLICY_DAYS = 2 * 365;
const DAY_MS = 86_400_000;

/** A year only matters beside words that tie the sentence to a time: not "since 1998" or "the law of 2018". */
const TIMELY =
  /\b(?:until|till|deadline|order by|last day|expires?|ends?|ending|valid|sale|promo\w*|offer|collection|season|christmas|xmas|holiday\w*|black friday|cyber monday|easter|summer|winter|spring|autumn|fall|closed|opening|coming|soon|launch\w*|from|starting|new year|bis|gultig|frist|endet|ab|angebot|aktion|kollektion|saison|weihnacht\w*|ostern|sommer|winterschluss\w*|geschlossen|hasta|valid[oa]|caduca|oferta|rebajas|coleccion|temporada|navidad|cerrado|verano|invierno|jusqu|valable|expire|offre|soldes|saison|noel|ferme|ete|hiver|ate|valido|promocao|colecao|natal|fechado|verao|fino|scade|offerta|saldi|collezione|natale|chiuso|estate|inverno)\b/;
/** What keeps its year for good. */
const LASTING =
  /\b(?:since|founded|established|est|born|began|started in|history|story|copyright|(?:act|law|regulation|directive|gdpr|iso|norm|standard|code|section|article|verordnung|gesetz|richtlinie|reglement|loi|ley|lei|legge|decreto|decret)|seit|gegrundet|desde|fundad\w*|depuis|fonde\w*|fondata|fondato|dal|updated|effective|revised|stand|version|award\w*|winner|won|model|vintage)\b|©/;

const MONTHS = [
  "january jan januar enero janvier janeiro gennaio",
  "february feb februar febrero fevrier fevereiro febbraio",
  "march mar marz maerz marzo mars marco",
  "april apr abril avril aprile",
  "may mai mayo maio maggio",
  "june jun juni junio juin junho giugno",
  "july jul juli julio juillet julho luglio",
  "august aug agosto aout",
  "september sep sept septiembre septembre setembro settembre",
  "october oct oktober okt octubre octobre outubro ottobre",
  "november nov noviembre novembre novembro",
  "december dec dezember dez diciembre decembre dezembro dicembre",
];
const monthOf = new Map(
  MONTHS.flatMap((names, month) => names.split(" ").map((name) => [name, month] as const)),
);
const MONTH = [...monthOf.keys()].sort((a, b) => b.length - a.length).join("|");
const YEAR = String.raw`(20\d{2})`;
const DATES: { pattern: RegExp; read(parts: string[]): number }[] = [
  {
    pattern: new RegExp(String.raw`\b${YEAR}-(\d{2})-(\d{2})\b`, "g"),
    read: ([year, month, day]) => Date.UTC(Number(year), Number(month) - 1, Number(day)),
  },
  {
    pattern: new RegExp(
      String.raw`\b(?:\d{1,2}(?:st|nd|rd|th|er|\.|º)?\s+(?:of\s+|de\s+)?)?(${MONTH})\.?,?\s+(?:\d{1,2}(?:st|nd|rd|th)?,?\s+)?(?:de\s+)?${YEAR}\b`,
      "g",
    ),
    // The month's end will do.
    read: ([month, year]) => Date.UTC(Number(year), (monthOf.get(month ?? "") ?? 0) + 1, 0),
  },
  {
    pattern: new RegExp(String.raw`\b\d{1,2}[./](\d{1,2})[./]${YEAR}\b`, "g"),
    // Day and month change places between countries: the later of both readings.
    read: ([, year]) => Date.UTC(Number(year), 11, 31),
  },
  { pattern: new RegExp(String.raw`\b${YEAR}\b`, "g"), read: ([year]) => Date.UTC(Number(year), 11, 31) },
];

/** Sentences that speak of a time long past as of one to come; one finding a text. Policies state dates of law, and are left out. */
export function findPastDates(documents: readonly StoreDocument[], now: Date): Finding[] {
  return documents.flatMap((document) => {
    if (document.kind === "policy" || document.kind === "article") return [];
    for (const section of readSections(document)) {
      for (const sentence of splitSentences(section.text)) {
        const said = pastDateIn(`${section.heading} ${sentence}`, now);
        if (said) return [{ kind: "past-date" as const, said, quote: quoteOf(section, sentence) }];
      }
    }
    return [];
  });
}

/** The latest time that a text names, as it is written, when it is past; null when it is not, or when time is no matter of it. */
export function pastDateIn(text: string, now: Date): string | null {
  const folded = fold(text);
  if (!TIMELY.test(folded) || LASTING.test(folded)) return null;
  const found = DATES.flatMap(({ pattern, read }) =>
    [...folded.matchAll(pattern)].map((match) => ({
      said: match[0],
      start: match.index,
      at: read(match.slice(1)),
    })),
  );
  // "December 2024" is found as a month and as a year: the longer reading counts.
  const dates = found.filter(
    ({ said, start }) =>
      !found.some(
        (other) =>
          other.said.length > said.length &&
          other.start <= start &&
          other.start + other.said.length >= start + said.length,
      ),
  );
  const latest = dates.toSorted((a, b) => b.at - a.at)[0];
  return latest && latest.at < now.getTime() - GRACE_DAYS * DAY_MS ? latest.said : null;
}

/** Policies that nobody has touched for more than two years. */
export function findOldPolicies(documents: readonly StoreDocument[], now: Date): Finding[] {
  return documents.flatMap((document) => {
    const { kind, updatedAt } = document;
    if (kind !== "policy" || updatedAt === null) return [];
    const age = now.getTime() - Date.parse(updatedAt);
    const [section] = readSections(document);
    if (!section || !(age > OLD_POLICY_DAYS * DAY_MS)) return [];
    return [{ kind: "old-policy" as const, updatedAt, quote: quoteOf(section, section.text) }];
  });
}
