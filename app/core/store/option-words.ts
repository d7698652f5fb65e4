import { stem, words } from "~/lib/words";

/**
 * One name for each colour and size, whatever the language: shoppers ask for "azul" in shops that write "Blue".
 * Each line is one meaning; every word in it counts as the first.
 */
const MEANINGS = [
  "black schwarz noir noire negro negra preto preta nero nera",
  "white weiss blanc blanche blanco blanca branco branca bianco bianca",
  "grey gray grau gris grise cinza grigio grigia",
  "red rot rouge rojo roja vermelho vermelha rosso rossa",
  "blue blau bleu bleue azul blu",
  "navy marine marineblau marino",
  "green grun gruen vert verte verde",
  "yellow gelb jaune amarillo amarilla amarelo amarela giallo gialla",
  "orange naranja laranja arancione",
  "pink rosa rose",
  "purple lila violett violet violette morado morada roxo roxa viola",
  "brown braun brun brune marron marrone marrom castanho",
  "beige bege",
  "gold golden oro dore dourado dorado",
  "silver silber argent argente plata plateado prata argento",
  "turquoise turkis turquesa turchese",
  "burgundy bordeaux bordo weinrot granate",
  "olive oliv oliva verdeoliva olivgrun",
  "khaki kaki caqui",
  "cream creme crema ecru",
  "charcoal anthrazit anthracite antracita antracite",
  "multicolour multicolor bunt mehrfarbig multicolore",
  "xs xsmall",
  "s small klein petit petite pequeno pequena piccolo piccola",
  "m medium mittel moyen moyenne mediano mediana medio media",
  "l large gross grand grande",
  "xl xlarge",
  "xxl 2xl xxlarge",
  "xxxl 3xl",
  "cotton baumwolle coton algodon algodao cotone",
  "wool wolle laine lana la",
  "leather leder cuir cuero couro pelle",
  "linen leinen lin lino linho",
  "steel stahl acier acero aco acciaio",
  "glass glas verre vidrio vidro vetro",
  "wood holz bois madera madeira legno",
  "plastic plastik plastique plastico plastica",
];

const canonical = new Map(MEANINGS.flatMap(namesOf));
const colours = new Map(
  MEANINGS.slice(
    0,
    MEANINGS.findIndex((line) => line.startsWith("xs ")),
  ).flatMap(namesOf),
);

function namesOf(line: string): (readonly [string, string])[] {
  const [name = "", ...others] = line.split(" ");
  return [name, ...others].map((word) => [word, name] as const);
}

/** Colours are adjectives in most languages: "schwarze", "azules", "bleus". Roses are flowers. */
function inflectedColour(folded: string): string | undefined {
  if (folded.startsWith("rose")) return undefined;
  const bare = /^(.{3,}?)(?:es|en|er|em|e)$/.exec(folded)?.[1] ?? "";
  // Italian: "neri", "bianchi", "verdi", "marroni", "bianche".
  const italian = /^(.{3,}?)h?[ie]$/.exec(folded)?.[1] ?? "";
  return (
    colours.get(bare) ??
    colours.get(folded.replace(/s$/, "")) ??
    ["", "o", "a", "e"].map((ending) => colours.get(italian + ending)).find(Boolean)
  );
}

const UNITS = /^(?:ml|cl|cm|mm|kg|g|oz|lb|gb|tb|mb|mah|inch|w|v|hz|mp)$/;

/** The words of a text as they are compared with other texts: stemmed, a number joined with its unit ("500 ml" is 500ml). */
export function comparableWords(text: string): string[] {
  return joinUnits(words(text.replace(/\bextra[\s-]+(?=large|small|gro(?:ß|ss)|grande)/giu, "x"))).map(
    comparable,
  );
}

/** Figures with the units that follow them as one word: "500 ml" is 500ml. */
export function joinUnits(folded: readonly string[]): string[] {
  const joined: string[] = [];
  for (const word of folded) {
    const last = joined.at(-1);
    if (last !== undefined && UNITS.test(word) && /^\d[\d.,]*$/.test(last))
      joined[joined.length - 1] = last + word;
    else joined.push(word);
  }
  return joined;
}

/** A folded word in the form in which it is compared: its colour's or size's one name, or its stem without hyphens. */
export function comparable(folded: string): string {
  return canonical.get(folded) ?? inflectedColour(folded) ?? stem(folded.replace(/['’-]/g, ""));
}
