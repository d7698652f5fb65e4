import { stem, words } from "~/lib/words";

/**
 * One name for each colour and size, whatever the language: shoppers ask for "azul" in shops that write "Blue".
 * Each line is one meaning; every word in it counts as the first.
 */
const MEANINGS = [
  "black schwarz noir negro preto nero",
  "white weiss blanc blanche blanco blanca branco branca bianco bianca",
  "grey gray grau gris cinza grigio grigia",
  "red rot rouge rojo roja vermelho vermelha rosso rossa",
  "blue blau bleu azul blu",
  "navy marine marineblau marino",
  "green grun gruen vert verte verde",
  "yellow gelb jaune amarillo amarilla amarelo amarela giallo gialla",
  "orange naranja laranja arancione",
  "pink rosa rose",
  "purple lila violett violet morado morada roxo roxa viola",
  "brown braun brun brune marron marrone castanho",
  "beige bege",
  "gold golden oro dore dourado dorado",
  "silver silber argent argente plata plateado prata argento",
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

const canonical = new Map(
  MEANINGS.flatMap((line) => {
    const [name = "", ...others] = line.split(" ");
    return [name, ...others].map((word) => [word, name] as const);
  }),
);

const UNITS = /^(?:ml|cl|cm|mm|kg|g|oz|lb|gb|tb|mb|mah|inch|w|v|hz|mp)$/;

/** The words of a text as they are compared with other texts: stemmed, a number joined with its unit ("500 ml" is 500ml). */
export function comparableWords(text: string): string[] {
  const found = words(text.replace(/\bextra[\s-]+(?=large|small|gro(?:ß|ss)|grande)/giu, "x"));
  const joined: string[] = [];
  for (const word of found) {
    const last = joined.at(-1);
    if (last !== undefined && UNITS.test(word) && /^\d[\d.,]*$/.test(last))
      joined[joined.length - 1] = last + word;
    else joined.push(word);
  }
  return joined.map(comparable);
}

/** A folded word in the form in which it is compared: its colour's or size's one name, or its stem without hyphens. */
export function comparable(folded: string): string {
  return canonical.get(folded) ?? stem(folded.replace(/['’-]/g, ""));
}
