import { comparable, comparableWords } from "../../store/option-words";
import type { CatalogueVocabulary } from "../knowledge-index";
import { tokenize } from "./tokens";

/** A value of an option, ready to be met by a shopper's words. */
export interface OptionValue {
  name: string;
  value: string;
  /** The value whole and what stands between its slashes and commas, each as its comparable words. */
  parts: string[];
  kind: OptionKind;
}

export type OptionKind = "colour" | "size" | "other";

const COLOUR_NAMES = /\b(?:colou?rs?|farben?|couleurs?|cor|cores|colore?|colori)\b|farbe$/u;
const SIZE_NAMES =
  /\b(?:sizes?|grossen?|tailles?|tallas?|tamanhos?|taglia|taglie|misura|pointures?|numero)\b|grosse$/u;

/** What shoppers call a kind of option whatever the shop calls it. */
export const KIND_NAMES: Record<string, OptionKind> = Object.fromEntries([
  ..."size sizes grosse grossen taille pointure talla tamanho taglia misura numero n nr num gr sz"
    .split(" ")
    .map((name) => [name, "size"]),
  ..."colour color colours colors farbe farben couleur couleurs cor cores colore colori"
    .split(" ")
    .map((name) => [name, "colour"]),
]);

/** The options of a catalogue as shoppers' words meet them. */
export interface OptionValues {
  all: readonly OptionValue[];
  /** Each option's name as comparable words joined by blanks, longest first. */
  names: readonly { key: string; name: string }[];
}

const cache = new WeakMap<CatalogueVocabulary, OptionValues>();

export function optionValuesOf(vocabulary: CatalogueVocabulary): OptionValues {
  const known = cache.get(vocabulary);
  if (known) return known;
  const read = readOptionValues(vocabulary);
  cache.set(vocabulary, read);
  return read;
}

function readOptionValues({ options }: CatalogueVocabulary): OptionValues {
  const all = options.flatMap(({ name, values }) => {
    const kind = kindOf(name);
    return values.map((value) => ({ name, value, kind, parts: partsOf(value) }));
  });
  const names = options
    .map(({ name }) => ({ name, key: keyOf(name) }))
    .filter(({ key }) => key !== "" && key !== "title")
    .sort((a, b) => b.key.length - a.key.length);
  return { all, names };
}

function kindOf(name: string): OptionKind {
  const folded = comparableFold(name);
  return COLOUR_NAMES.test(folded) ? "colour" : SIZE_NAMES.test(folded) ? "size" : "other";
}

function comparableFold(name: string): string {
  return tokenize(name)
    .map(({ folded }) => folded)
    .join(" ");
}

/** A text as values and names are compared. */
export function keyOf(text: string): string {
  return comparableWords(text).join(" ");
}

function partsOf(value: string): string[] {
  const parts = value.split(/\s*[/,|+&]\s*|\s[-–]\s|\(|\)/u);
  return [...new Set([value, ...parts].map(keyOf).filter(Boolean))];
}

/** A word as it is compared with the parts of values. */
export function wordKey(folded: string): string {
  return comparable(folded);
}
