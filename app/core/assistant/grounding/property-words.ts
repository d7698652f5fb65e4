import { denies } from "./phrases";

/** What a thing can be called, or denied to be: over folded text of the languages of the checks. */
const PROPERTIES: [name: string, words: RegExp][] = [
  ["vegan", /\bvegan\w*|\bvegetalien\w*/],
  ["gluten-free", /\b(?:gluten[- ]?free|glutenfrei\w*|sin gluten|sans gluten|sem gluten|senza glutine)\b/],
  [
    "gluten",
    /\b(?:contain\w*|enthalt|contiene|contient|contem|with|mit|con|avec|com)(?: du| el)? (?:gluten|glutine)\b/,
  ],
  [
    "dairy-free",
    /\b(?:dairy|lactose)[- ]?free\b|\blaktosefrei\w*|\bsin lactosa\b|\bsans lactose\b|\bsem lactose\b|\bsenza lattosio\b/,
  ],
  [
    "organic",
    /\b(?:organic\w*|bio|bio-\w+|okologisch\w*|biologisch\w*|ecologic[oa]s?|organic[oa]s?|biologiques?|biologic[oaie]\w*)\b/,
  ],
  [
    "waterproof",
    /\b(?:water-?proof|wasserdicht\w*|impermeables?|etanches?|a prova d[e'] ?agua|impermeave(?:l|is)|impermeabil[ei])\b/,
  ],
  [
    "dishwasher",
    /\b(?:dishwasher|\w*spulmaschin\w*|lavavajillas|lave-vaisselle|lava-loucas|lavastoviglie)\b/,
  ],
  [
    "machine-wash",
    /\b(?:machine[- ]?wash\w*|washing machine|maschinenwasch\w*|waschmaschine\w*|in der maschine|a maquina|en lavadora|a la machine|en machine|na maquina|in lavatrice)\b/,
  ],
  ["hand-wash", /\b(?:hand[- ]?wash\w*|(?:washed )?by hand|handwasche|von hand|a mano|a la main|a mao)\b/],
  ["dimmable", /\b(?:dimm(?:able|ed|er)\w*|dimmbar\w*|regulables?|dimmerabil[ei]|dimeravel)\b/],
  [
    "removable",
    /\b(?:removable|abnehmbar\w*|extraibles?|desmontables?|amovibles?|removive(?:l|is)|removibil[ei]|rimovibil[ei]|sfoderabil[ei])\b/,
  ],
  ["stackable", /\b(?:stackable|stapelbar\w*|apilables?|empilables?|empilhave(?:l|is)|impilabil[ei])\b/],
  ["lined", /\b(?:lined|gefuttert\w*|forrad[oa]s?|doublee?s?|foderat[oaie])\b/],
  ["unlined", /\b(?:unlined|ungefuttert\w*|sin forro|sans doublure|sem forro|senza fodera|sfoderat[oaie])\b/],
  [
    "rechargeable",
    /\b(?:rechargeable|wiederaufladbar\w*|aufladbar\w*|recargables?|recarregave(?:l|is)|ricaricabil[ei])\b/,
  ],
  [
    "foldable",
    /\b(?:foldable|folds|faltbar\w*|klappbar\w*|plegables?|pliables?|pliantes?|dobrave(?:l|is)|pieghevol[ei])\b/,
  ],
  [
    "handmade",
    /\b(?:hand-?made|handgemacht\w*|handgefertigt\w*|hech[oa]s? a mano|fait(?:e?s?) (?:a la )?main|feit[oa]s? a mao|fatt[oaie] a mano)\b/,
  ],
  [
    "runs-small",
    /\b(?:runs? (?:a (?:bit|little|size) )?small|(?:fallt|fallen)(?: \w+)? klein(?:er)? aus|tallan? pequeno|taillent? petit|calza(?:no)? (?:piccol\w+|strett\w+)|veste(?:m)? pequeno)\b/,
  ],
  [
    "runs-large",
    /\b(?:runs? (?:a (?:bit|little|size) )?(?:large|big)|(?:fallt|fallen)(?: \w+)? gross(?:er)? aus|tallan? grande|taillent? grand|calza(?:no)? (?:grand\w+|largh\w+)|veste(?:m)? grande)\b/,
  ],
  [
    "true-to-size",
    /\b(?:true to size|as expected|(?:fallt|fallen) normal aus|grossengerecht|talla(?:n)? normal|taillent? normalement|calza(?:no)? (?:giust\w+|normal\w+)|veste(?:m)? normal)\b/,
  ],
];

/** What excludes each other. */
export const AGAINST = [
  ["gluten-free", "gluten"],
  ["lined", "unlined"],
  ["machine-wash", "hand-wash"],
  ["runs-small", "runs-large"],
  ["runs-small", "true-to-size"],
  ["runs-large", "true-to-size"],
];

export interface NamedProperty {
  name: string;
  isDenied: boolean;
  index: number;
  0: string;
}

/** The properties that a clause claims or denies. */
export function propertiesIn(clause: string): NamedProperty[] {
  return PROPERTIES.flatMap(([name, words]) => {
    const match = words.exec(clause);
    if (!match) return [];
    const rest = clause.replace(match[0], " ");
    return [{ name, isDenied: denies(rest, null), index: match.index, 0: match[0] }];
  });
}
