import table from "~/core/knowledge/product-words/translations.json";
import type { Product } from "~/core/store/product";
import { createRandom, type Random } from "../grounding/random";

const SEED = 20_261_122;
/** Of what is invented, so much is no electronics: a big shop sells many kinds of things. */
const OTHER_DEPARTMENTS = 0.35;
const VENDORS = 2_400;
const SERIES = 9_000;
const THINGS = table.map(([names = ""]) => names.split("|")[0] ?? "");
const COLOURS =
  "black white grey navy sky-blue red burgundy olive sand ivory copper teal mustard plum rose graphite".split(
    " ",
  );
const MATERIALS =
  "oak walnut linen cotton wool steel glass bamboo leather ceramic felt cork brass recycled merino aluminium".split(
    " ",
  );
const QUALITIES =
  "compact foldable lightweight handmade everyday classic double slim heavy-duty portable quilted insulated washable adjustable stackable premium".split(
    " ",
  );
const USES =
  "the kitchen|small flats|long journeys|the garden|the office|children|rainy days|the gym|weekend trips|two people|cold nights|guests".split(
    "|",
  );

/**
 * Products besides those that there are, `count` of them, no two alike: half of one name and text goes on with half of
 * another of the same kind, with other figures, model numbers and makers; or they are things of other departments. Words
 * come up as in shops: makers and series by Zipf's law, and the more products, the more words. The same at every call.
 */
export function* inventProducts(known: readonly Product[], count: number): Generator<Product> {
  const random = createRandom(SEED);
  const names = { vendors: coin(VENDORS, random), series: coin(SERIES, random) };
  const kinds = new Map<string, Product[]>();
  for (const product of known) kinds.set(kindOf(product), [...(kinds.get(kindOf(product)) ?? []), product]);
  for (let at = 0; at < count; at += 1) {
    const invented =
      random.next() < OTHER_DEPARTMENTS ? furnish(names, random) : recombine(known, kinds, names, random);
    const id = String(9_000_000_000 + at);
    yield {
      ...invented,
      id,
      handle: `invented-${at}`,
      url: `https://shop.example/products/invented-${at}`,
      variants: invented.variants.map((variant, place) => ({ ...variant, id: `${id}${place}` })),
    };
  }
}

interface Names {
  vendors: string[];
  series: string[];
}

/** The last word of its name. */
const kindOf = ({ title }: Product) =>
  title
    .toLowerCase()
    .match(/\p{L}{3,}/gu)
    ?.at(-1) ?? "";

function recombine(
  known: readonly Product[],
  kinds: Map<string, Product[]>,
  names: Names,
  random: Random,
): Product {
  const first = random.pick(known);
  const second = random.pick(kinds.get(kindOf(first)) ?? [first]);
  const vendor = random.next() < 0.5 ? first.vendor : zipf(names.vendors, random);
  const halves = [withoutVendor(first.title, first), withoutVendor(second.title, second)];
  const name = [firstHalf(halves[0] ?? ""), secondHalf(halves[1] ?? "")].map((half) => vary(half, random));
  const series = random.next() < 0.6 ? [zipf(names.series, random)] : [];
  return {
    ...first,
    vendor,
    title: [vendor, ...series, modelOf(random), ...name].join(" "),
    description: `${vary(firstHalf(first.description), random)} ${vary(secondHalf(second.description), random)}`,
    variants: first.variants.map((variant) => ({
      ...variant,
      sku: modelOf(random),
      price: Math.round(variant.price * (0.5 + random.next())),
    })),
  };
}

function furnish(names: Names, random: Random): Product {
  const thing = random.pick(THINGS);
  const [material, colour, quality] = [random.pick(MATERIALS), random.pick(COLOURS), random.pick(QUALITIES)];
  const vendor = zipf(names.vendors, random);
  const series = zipf(names.series, random);
  const sizes = ["S", "M", "L", "XL"].slice(0, random.between(1, 4));
  const width = random.between(8, 240);
  return {
    id: "",
    handle: "",
    title: `${vendor} ${series} ${quality} ${material} ${thing} ${width} cm, ${colour}`,
    description: [
      `The ${series} is a ${quality} ${thing} made of ${material}, for ${random.pick(USES)} and ${random.pick(USES)}.`,
      `It comes in ${colour} and ${random.pick(COLOURS)}, is ${width} cm wide and weighs ${random.between(90, 9000)} g.`,
      `Goes well with our ${random.pick(THINGS)} and the ${zipf(names.series, random)} ${random.pick(THINGS)}.`,
    ].join(" "),
    vendor,
    productType: thing,
    tags: [material, colour, random.pick(USES)],
    url: "",
    image: null,
    currency: "EUR",
    options: [{ name: "Size", values: sizes }],
    variants: sizes.map((size) => ({
      id: "",
      title: size,
      sku: modelOf(random),
      price: random.between(500, 90_000),
      compareAtPrice: null,
      available: random.next() < 0.9,
      quantity: random.between(0, 40),
      options: { Size: size },
    })),
  };
}

function withoutVendor(title: string, { vendor }: Product): string {
  return title.startsWith(vendor) ? title.slice(vendor.length).trim() : title;
}

function firstHalf(text: string): string {
  const words = text.split(" ");
  return words.slice(0, Math.ceil(words.length / 2)).join(" ");
}

function secondHalf(text: string): string {
  const words = text.split(" ");
  return words.slice(Math.ceil(words.length / 2)).join(" ");
}

/** Half of the figures become others of as many digits. */
function vary(text: string, random: Random): string {
  return text.replace(/\d+/g, (figure) =>
    random.next() < 0.5 ? figure : String(random.between(1, 9)) + figure.slice(1),
  );
}

function modelOf(random: Random): string {
  const letters = Array.from({ length: random.between(1, 3) }, () =>
    String.fromCharCode(random.between(65, 90)),
  );
  return `${letters.join("")}${random.between(10, 99_999)}`;
}

const BEGINNINGS = "b br c d dr f fl g gr h j k kr l m n p pl qu r s sk st t tr v w z".split(" ");
const VOWELS = "a e i o u ae ei ou".split(" ");
const ENDINGS = "l n r s t x nd rk sto na ria lo va den".split(" ");

/** Names that nobody has. */
function coin(count: number, random: Random): string[] {
  const names = new Set<string>();
  while (names.size < count) {
    const syllables = Array.from(
      { length: random.between(1, 2) },
      () => random.pick(BEGINNINGS) + random.pick(VOWELS),
    );
    const name = syllables.join("") + random.pick(ENDINGS);
    names.add(name.charAt(0).toUpperCase() + name.slice(1));
  }
  return [...names];
}

/** The first of many comes up most: the n-th about 1/n as often. */
function zipf(names: readonly string[], random: Random): string {
  return names[Math.floor(names.length ** random.next()) - 1] ?? (names[0] as string);
}
