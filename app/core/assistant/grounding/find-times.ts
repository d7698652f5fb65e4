import { WEEKDAYS } from "./calendar";

export interface FoundTime {
  start: number;
  end: number;
  /** "14:48" */
  clock: string;
}

const MARK = String.raw`[ap]\.?\s?m\b\.?|uhr\b|o'clock\b|heures?\b|h\b(?!\w)`;
const TIME = new RegExp(
  String.raw`(?<![\d:.,/-])(\d{1,2})(?:[:.h](\d{2}))?\s?(${MARK})|(?<![\d:.,])(\d{1,2}):(\d{2})(?![\d:])|(?<![\d:.,])(\d{1,2})h(\d{2})(?!\d)`,
  "gu",
);
/** "9 to 5 p.m.", "von 9 bis 17 Uhr": the first hour of a range has no mark of its own. */
const RANGE_START =
  /(?<![\d:.,/$€£#-])(\d{1,2})(?:[:.](\d{2}))?\s?(?:-|–|—|to|until|till|and|bis|und|a|as|ate|alle|et|y|e)\s?(?:las |les )?$/u;
/** Before a time of day; without one, midnight is a colour as well. */
const AT =
  "(?<=\\b(?:at|by|until|till|before|after|from|to|around|and|bis|um|ab|vor|nach|gegen|und|a|al|la|las|hasta|desde|antes de|y|jusqu'a|avant|apres|vers|et|ate|da|das|do|ao|e|entro|prima di|dopo|fino a|le|il) )";
const NAMED: [RegExp, string][] = [
  [new RegExp(`${AT}(?:noon|midday|mediodia|midi|meio-dia|mezzogiorno)\\b`, "gu"), "12:00"],
  [new RegExp(`${AT}(?:midnight|medianoche|minuit|mitternacht|meia-noite|mezzanotte)\\b`, "gu"), "00:00"],
];

/** Times of day in folded text. A bare hour of a range takes the half of the day that makes it come first. */
export function findTimes(folded: string): FoundTime[] {
  const found = [...folded.matchAll(TIME)].flatMap((match): FoundTime[] => {
    const [whole, hour, minute, mark, hour24, minute24, hourH, minuteH] = match;
    const h = Number(hour ?? hour24 ?? hourH);
    const m = minute ?? minute24 ?? minuteH ?? "00";
    if (h > 24 || Number(m) > 59) return [];
    // "24h" and "48 heures" last that long.
    if (mark && /^h/.test(mark) && !minute && (h > 23 || LASTING.test(folded.slice(0, match.index))))
      return [];
    const time = { start: match.index, end: match.index + whole.length, clock: clockOf(h, m, mark ?? "") };
    return [...startOfRange(folded, time, mark ?? ""), time];
  });
  const named = NAMED.flatMap(([words, clock]) =>
    [...folded.matchAll(words)].map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      clock,
    })),
  );
  return [...found, ...named, ...findBareHours(folded)];
}

const LASTING =
  /\b(?:in|en|em|within|dans|innerhalb|binnen|durante|per|pendant|sous|dur\w+|dauer\w*|takes?|lasts?|cada|every|alle|pour|por|for)\s*$/;
const DAY_NAME = `(?:${[...WEEKDAYS.keys()].join("|")}|mon|tue|wed|thu|fri|sat|sun|mo|di|mi|do|fr|sa|so)`;
const HOUR = String.raw`(\d{1,2})(?:[.:h](\d{2}))?`;
/** "Sabato 9–17": hours of a range that stands beside a weekday need no mark. */
const DAY_HOURS = new RegExp(
  String.raw`(?:\b${DAY_NAME}\.?\)?[:,]?|(?<=\d)\s(?:e|y|et|and|und|&))\s(?:\(?(?:von|from|dalle|de|das|des|de las)\s)?${HOUR}\s?(?:-|–|—|to|bis|alle|a|as|a las)\s?${HOUR}(?!\d|[.:]\d|\s?(?:uhr|h\b|[ap]\.?m|€|%|\p{L}*tag|day|dias|jours|giorni|st\.|nd|th))`,
  "gu",
);
/** "Entro le 12", "dalle 9": of the clock by the words before. */
const BY_HOUR = new RegExp(
  String.raw`\b(?:entro le|prima delle|dopo le|dalle|fino alle|antes de las|antes das|hasta las|a partir de las|a partir das)\s${HOUR}(?!\d|[.:]\d|\s?(?:h\b|uhr|[ap]\.?m))`,
  "gu",
);

function findBareHours(folded: string): FoundTime[] {
  const at = (from: number, text: string, hour: string, minute = "00"): FoundTime[] =>
    Number(hour) > 24 || Number(minute) > 59
      ? []
      : [{ start: from, end: from + text.length, clock: clockOf(Number(hour), minute, "") }];
  const ranges = [...folded.matchAll(DAY_HOURS)].flatMap((match) => {
    const [whole, first = "", firstMinute, second = "", secondMinute] = match;
    const start = match.index + whole.search(/\d/);
    const last = match.index + whole.search(/\d[\d.:h]*$/);
    const written = (hour: string, minute?: string) => `${hour}${minute ? `.${minute}` : ""}`;
    // "10 to 6" ends in the afternoon.
    const closing = Number(second) <= Number(first) ? String(Number(second) + 12) : second;
    return [
      ...at(start, written(first, firstMinute), first, firstMinute),
      ...at(last, written(second, secondMinute), closing, secondMinute),
    ];
  });
  const single = [...folded.matchAll(BY_HOUR)].flatMap((match) => {
    const [whole, hour = "", minute] = match;
    const start = match.index + whole.search(/\d/);
    return at(start, whole.slice(whole.search(/\d/)), hour, minute);
  });
  return [...ranges, ...single];
}

function startOfRange(folded: string, { start, clock }: FoundTime, mark: string): FoundTime[] {
  const match = RANGE_START.exec(folded.slice(0, start));
  if (!match || Number(match[1]) > 24) return [];
  const sameHalf = clockOf(Number(match[1]), match[2] ?? "00", mark);
  const otherHalf = clockOf(Number(match[1]), match[2] ?? "00", "");
  return [
    {
      start: match.index,
      end: match.index + match[0].trimEnd().length,
      clock: sameHalf < clock ? sameHalf : otherHalf,
    },
  ];
}

function clockOf(hour: number, minute: string, mark: string): string {
  const isAfternoon = /^p/.test(mark) && hour < 12;
  const isMidnight = /^a/.test(mark) && hour === 12;
  const hours = isMidnight || hour === 24 ? 0 : hour + (isAfternoon ? 12 : 0);
  return `${String(hours).padStart(2, "0")}:${minute}`;
}
