import { fold } from "~/lib/words";

/** When it is open on a weekday, in minutes after midnight. */
export interface OpeningHours {
  /** 0 is Monday. */
  day: number;
  from: number;
  to: number;
}

const DAYS = [
  "monday mondays mon montag montags mo lunes lun lundi segunda segunda-feira lunedi",
  "tuesday tuesdays tue tues dienstag dienstags di martes mardi terca terca-feira martedi",
  "wednesday wednesdays wed mittwoch mittwochs mi miercoles mercredi quarta quarta-feira mercoledi",
  "thursday thursdays thu thur thurs donnerstag donnerstags do jueves jeudi quinta quinta-feira giovedi",
  "friday fridays fri freitag freitags fr viernes vendredi sexta sexta-feira venerdi",
  "saturday saturdays sat samstag samstags sa sabado samedi sabato",
  "sunday sundays sun sonntag sonntags so domingo dimanche domenica",
];
const dayOf = new Map(DAYS.flatMap((names, day) => names.split(" ").map((name) => [name, day] as const)));
const NAME = [...dayOf.keys()].sort((a, b) => b.length - a.length).join("|");
const JOINT = String.raw`\s*(?:-|–|—|to|bis|a|à|au|through|al|ate)\s*`;
const TIME = String.raw`(\d{1,2})(?:[:.h](\d{2}))?\s*(am|pm|a\.m\.|p\.m\.)?\s*(?:uhr|h|hrs|horas|heures|ore)?`;
const TIMES = String.raw`(?:from\s+|von\s+|de\s+|das\s+|dalle\s+)?${TIME}${JOINT.replace("al|", "al|alle|as|")}${TIME}`;
/** Days, at most a few words, times: "Monday to Friday, 9am-5pm". */
const OPEN = new RegExp(
  String.raw`(?<![\p{L}\d])(${NAME})\.?(?:${JOINT}(${NAME})\.?)?(?![\p{L}])[\s,:;(]*(?:(?:and|open|hours|geoffnet)\s+)?${TIMES}`,
  "gu",
);

/** The hours that a text names with weekdays, each day apart. */
export function readOpeningHours(text: string): OpeningHours[] {
  return [...fold(text).matchAll(OPEN)].flatMap((match) => {
    const [, firstName = "", lastName, fromHour, fromMinute, fromHalf, toHour, toMinute, toHalf] = match;
    const first = dayOf.get(firstName) ?? 0;
    const last = lastName === undefined ? first : (dayOf.get(lastName) ?? first);
    const to = minutes(toHour, toMinute, toHalf);
    const from = minutes(fromHour, fromMinute, fromHalf);
    if (from === null || to === null || from >= to) return [];
    const length = ((last - first + 7) % 7) + 1;
    return Array.from({ length }, (_, step) => ({ day: (first + step) % 7, from, to }));
  });
}

function minutes(
  hour: string | undefined,
  minute: string | undefined,
  half: string | undefined,
): number | null {
  const hours = Number(hour);
  if (hours > 24 || Number(minute ?? 0) > 59) return null;
  const isAfternoon = half?.startsWith("p") && hours < 12;
  const isMidnight = half?.startsWith("a") && hours === 12;
  return (isMidnight ? 0 : hours + (isAfternoon ? 12 : 0)) * 60 + Number(minute ?? 0);
}
