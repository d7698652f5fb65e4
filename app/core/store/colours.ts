import { comparable, comparableWords } from "./option-words";

/** What merchants call a colour's shades: whoever asks for blue may be shown navy where nothing is plainly blue. */
const SHADES: Record<string, string> = {
  black: "jet onyx ebony anthracite graphite ink raven obsidian tiefschwarz anthrazit",
  white:
    "ivory cream ecru snow pearl chalk offwhite eggshell alabaster oat creme crema ivoire elfenbein bone",
  grey: "charcoal slate graphite anthracite silver ash smoke stone steel pewter gunmetal heather marl granite anthrazit antracita",
  red: "burgundy maroon crimson scarlet cherry ruby wine cranberry bordeaux brick carmine rust bordo granate",
  blue: "navy sky azure cobalt indigo denim royal sapphire midnight teal turquoise aqua cyan petrol ocean lapis marine celeste hellblau dunkelblau",
  green:
    "olive khaki moss sage forest emerald mint lime fern pine jade teal hunter army pistachio seafoam oliv tannengruen",
  yellow: "mustard gold lemon ochre sand honey amber saffron canary maize senf ocker",
  orange: "rust apricot peach tangerine terracotta copper coral amber pumpkin burntorange clay",
  pink: "coral fuchsia magenta blush salmon rose raspberry fuschia hotpink lachs bubblegum rosegold",
  purple:
    "plum lavender mauve violet lilac aubergine eggplant burgundy amethyst grape orchid pflaume lavendel",
  brown:
    "tan chocolate coffee camel cognac chestnut walnut mocha caramel khaki taupe oak bronze rust espresso mahogany tobacco cocoa",
  beige: "sand cream ecru oat tan khaki camel nude taupe stone natural linen champagne ivory wheat",
  gold: "brass bronze champagne golden",
  silver: "chrome platinum nickel steel titanium",
};

const shadesOf = new Map(
  Object.entries(SHADES).map(
    ([colour, shades]) => [colour, new Set(shades.split(" ").map(comparable))] as const,
  ),
);
const known = new Set([...shadesOf.keys(), ...[...shadesOf.values()].flatMap((shades) => [...shades])]);
const PLAIN = new Set([
  ...shadesOf.keys(),
  "navy",
  "turquoise",
  "burgundy",
  "olive",
  "khaki",
  "cream",
  "charcoal",
]);

/** A folded word's one name as a colour, such as "blue" for "azul"; null where it names none that people ask for. */
export function colourOf(folded: string): string | null {
  const name = comparable(folded);
  return PLAIN.has(name) || (known.has(name) && name === folded && name.length > 4 && !ALSO_THINGS.has(name))
    ? name
    : null;
}

/** Shades that are things before they are colours. */
const ALSO_THINGS = new Set(
  "stone steel smoke pearl chocolate coffee copper amber honey lemon cherry wine sand linen grape rust brick clay bronze brass denim royal ocean forest army hunter natural nude chrome nickel platinum titanium espresso cocoa walnut mahogany tobacco pumpkin peach apricot salmon raspberry orchid lavender champagne canary saffron mustard granite slate pine emerald jade ruby sapphire camel eggplant cranberry wheat heather marine midnight pistachio obsidian graphite midnight caramel mocha".split(
    " ",
  ),
);

export type ColourFit = "same" | "shade" | "other";

/** How a merchant's value, such as "Midnight / Brushed steel", answers a colour. */
export function fitColour(colour: string, value: string): ColourFit {
  const words = comparableWords(value);
  if (words.includes(colour)) return "same";
  const shades = shadesOf.get(colour);
  return words.some((word) => shades?.has(word)) ? "shade" : "other";
}

/** The words of an option's value as a wish meets them: "Midnight" is blue, too. */
export function optionWords(value: string): string[] {
  const words = comparableWords(value);
  const colours = [...shadesOf]
    .filter(([, shades]) => words.some((word) => shades.has(word)))
    .map(([colour]) => colour);
  return [...words, ...colours];
}
