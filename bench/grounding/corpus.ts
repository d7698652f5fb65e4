import { FRESH, FRESH_LIES } from "./fresh";
import { LIES } from "./lies";
import { createRandom, type Random } from "./random";
import { SLOTS } from "./slots";
import { HARMLESS, TEMPLATES } from "./templates";
import { createWorld } from "./world";
import type { Language, World } from "./world-shape";

/** "fresh": sentences that were judged once before anybody looked at what came out. */
export type Half = "tune" | "report" | "fresh";

/** One reply with all that is needed to judge it. */
export interface Reply {
  world: World;
  text: string;
  /** What is false in it, as it is written there with what stands around it; null where all is true. */
  lie: { kind: string; written: string } | null;
}

const LANGUAGES: Language[] = ["en", "es", "fr", "de", "pt", "it"];
const PLACE = /\{([^}]+)\}/g;
const TRUE_ROUNDS = 4;
const LIES_OF_TEMPLATE = { en: 9, other: 6 };
const LIE_ROUNDS = 2;

const SEEDS: Record<Half, number> = { tune: 100, report: 9000, fresh: 70_000 };

/** The replies of one half: its own templates, and stores of its own. */
export function createCorpus(half: Half, seed = SEEDS[half]): Reply[] {
  return LANGUAGES.flatMap((language, at) => {
    const random = createRandom(seed + at);
    const newWorld = () => createWorld(random.between(1, 1_000_000), language);
    const { templates, harmless, lies } = sentencesOf(half, language);
    return [
      ...repeat(TRUE_ROUNDS, () =>
        [...templates, ...harmless].map((template) => truth(template, newWorld(), random)),
      ),
      ...repeat(language === "en" ? LIES_OF_TEMPLATE.en : LIES_OF_TEMPLATE.other, () =>
        templates.map((template) => falsify(template, newWorld(), random)),
      ),
      ...repeat(LIE_ROUNDS, () => lies.map(({ kind, text }) => lieOutright(kind, text, newWorld(), random))),
    ];
  });
}

function sentencesOf(half: Half, language: Language) {
  if (half === "fresh") {
    const lies = FRESH_LIES[language].map((text) => ({ kind: "fresh", text }));
    return { templates: FRESH[language], harmless: [], lies };
  }
  const isOfHalf = (_: unknown, index: number) => index % 2 === (half === "tune" ? 0 : 1);
  return {
    templates: TEMPLATES[language].filter(isOfHalf),
    harmless: HARMLESS[language].filter(isOfHalf),
    lies: Object.entries(LIES[language]).flatMap(([kind, texts]) =>
      texts.filter(isOfHalf).map((text) => ({ kind, text })),
    ),
  };
}

const repeat = <T>(times: number, make: () => T[]): T[] => Array.from({ length: times }, make).flat();

function truth(template: string, world: World, random: Random): Reply {
  return { world, text: fill(template, (name) => slot(name).tell(world, random)), lie: null };
}

/** A true sentence in which one fact was put out of place. */
function falsify(template: string, world: World, random: Random): Reply {
  const places = [...template.matchAll(PLACE)].map(([, name = ""]) => name);
  const chosen = random.pick(places.filter((name) => slot(name).lie !== undefined));
  let written = "";
  const text = fill(template, (name) => {
    if (name !== chosen) return slot(name).tell(world, random);
    written = slot(name).lie?.(world, random) ?? "";
    return written;
  });
  const at = text.indexOf(written);
  return {
    world,
    text,
    lie: { kind: slot(chosen).kind ?? "", written: text.slice(Math.max(0, at - 8), at + written.length) },
  };
}

function lieOutright(kind: string, template: string, world: World, random: Random): Reply {
  const text = fill(template, (name) => slot(name).tell(world, random));
  return { world, text, lie: { kind, written: text.trim() } };
}

function fill(template: string, write: (name: string) => string): string {
  return template.replace(PLACE, (_, name: string) => write(name));
}

function slot(name: string) {
  const found = SLOTS[name];
  if (!found) throw new Error(`no slot ${name}`);
  return found;
}
