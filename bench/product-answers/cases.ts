import { findMeasures } from "../../app/core/knowledge/product-words/measures";
import type { Product, Variant } from "../../app/core/store/product";

/** Whether a version of a product is what a shopper asked for, told without the code that is judged. */
export type IsWanted = (product: Product, variant: Variant) => boolean;

export interface FilterCase {
  shop: "example" | "retail" | "electronics";
  locale: string;
  text: string;
  wanted: IsWanted;
}

const every =
  (...tests: IsWanted[]): IsWanted =>
  (product, variant) =>
    tests.every((test) => test(product, variant));
/** By title or type. */
const thing =
  (pattern: RegExp): IsWanted =>
  (product) =>
    pattern.test(product.title) || pattern.test(product.productType);
const option =
  (pattern: RegExp): IsWanted =>
  (_product, variant) =>
    Object.values(variant.options).some((value) => pattern.test(value));
const named =
  (pattern: RegExp): IsWanted =>
  (product) =>
    pattern.test(`${product.title} ${product.tags.join(" ")} ${product.description}`);
/** Major units. */
const below =
  (price: number): IsWanted =>
  (_product, variant) =>
    variant.price <= price * 100;
const above =
  (price: number): IsWanted =>
  (_product, variant) =>
    variant.price >= price * 100;
const inStock: IsWanted = (_product, variant) => variant.available;
const not =
  (test: IsWanted): IsWanted =>
  (product, variant) =>
    !test(product, variant);
const vendor =
  (pattern: RegExp): IsWanted =>
  (product) =>
    pattern.test(product.vendor);
const measure =
  (unit: string, min: number, max = min): IsWanted =>
  (product, variant) => {
    const texts = [product.title, product.description, ...Object.values(variant.options)];
    return texts.some((text) =>
      findMeasures(text).some((one) => one.unit === unit && one.value >= min && one.value <= max),
    );
  };

const GB = 1e9;
const BLUE = /midnight|sky|navy|blue/i;
const GREEN = /moss|fern|sage|olive|green/i;

/** Written before the first run of the code on them; wrong answers were mended by rules, not by case. */
export const FILTER_CASES: FilterCase[] = [
  ...cases("example", "en", [
    ["trousers waist 32", every(thing(/trousers/i), option(/^32$/))],
    ["a green beanie", every(thing(/beanie/i), option(GREEN))],
    ["jackets between 90 and 200 dollars", every(thing(/jacket|fleece/i), above(90), below(200))],
    ["backpack with at least 40 litres", every(thing(/pack/i), measure("litre", 40, 1e9))],
    ["sleeping bag under $50", every(thing(/sleeping bag/i), below(50))],
    ["wool sweater in XXL", every(thing(/sweater|jumper|knit/i), option(/^XXL$/))],
    ["running shoes EU 43", every(thing(/runner|running/i), option(/^43$/))],
    ["gift card for 50 dollars", every(thing(/gift card/i), option(/50/))],
    ["750 ml bottle in stock", every(thing(/bottle|flask/i), option(/750 ml/), inStock)],
    ["skillet 26 cm", every(thing(/skillet/i), option(/26 cm/))],
    ["kids beanie 4-8 years", every(thing(/kids/i), option(/4-8/))],
    ["tent, not green", every(thing(/tent/i), not(option(GREEN)))],
    ["cheap candle below 40", every(thing(/candle/i), below(40))],
    ["rug 120 × 180 cm", every(thing(/rug/i), option(/120 × 180/))],
    ["purple hammock", every(thing(/hammock/i), option(/plum|purple/i))],
  ]),
  ...cases("example", "de", [
    ["blaue Jacke in Größe S", every(thing(/jacket/i), option(BLUE), option(/^S$/))],
    ["Rucksack unter 100 Dollar", every(thing(/pack/i), below(100))],
    ["grüne Socken", every(thing(/socks/i), option(GREEN))],
    ["Stiefel Größe 41", every(thing(/boot/i), option(/^41$/))],
  ]),
  ...cases("example", "fr", [
    ["une chemise bleue taille M", every(thing(/shirt/i), option(BLUE), option(/^M$/))],
    ["des gants à moins de 60 dollars", every(thing(/gloves/i), below(60))],
    ["tente disponible", every(thing(/tent/i), inStock)],
  ]),
  ...cases("example", "es", [
    ["calcetines verdes", every(thing(/socks/i), option(GREEN))],
    ["botas talla 44", every(thing(/boot/i), option(/^44$/))],
  ]),
  ...cases("example", "it", [
    ["giacca verde taglia L", every(thing(/jacket/i), option(GREEN), option(/^L$/))],
  ]),
  ...cases("example", "pt", [
    ["gorro azul até 60 dólares", every(thing(/beanie|hat|cap/i), option(BLUE), below(60))],
  ]),
  ...cases("retail", "en", [
    ["a black leather backpack", every(thing(/backpack/i), option(/black/), option(/leather/))],
    ["yoga mat 6mm", every(thing(/yoga mat/i), option(/6mm/))],
    ["smartphone with 256GB", every(thing(/smartphone/i), option(/256GB/))],
    ["smart watch with leather band", every(thing(/smart watch/i), option(/leather/))],
    ["digital camera 10x zoom", every(thing(/camera/i), option(/10x/))],
    ["garden hose 100ft", every(thing(/hose/i), option(/100ft/))],
    ["bluetooth speaker in green under 300", every(thing(/speaker/i), option(/green/), below(300))],
    ["jigsaw puzzle 2000 pieces", every(thing(/puzzle/i), option(/^2000$/))],
    ["office chair not black", every(thing(/office chair/i), not(option(/black/)))],
    ["running shoes size 9 white", every(thing(/running shoes/i), option(/^9$/), option(/white/))],
    ["running shoes size 15", every(thing(/running shoes/i), option(/^15$/))],
    ["tablet 10-inch 64GB", every(thing(/tablet/i), option(/10-inch/), option(/64GB/))],
    ["wall clock 12 inches", every(thing(/clock/i), option(/12 inches/))],
    ["desk lamp white usb", every(thing(/lamp/i), option(/white/), option(/USB/))],
    ["makeup kit for dark skin tone", every(thing(/makeup/i), option(/dark/))],
    ["pet bed large", every(thing(/pet bed/i), option(/large/))],
    ["electric kettle under $50", every(thing(/electric kettle/i), below(50))],
    ["grill, gas, over 800", every(thing(/grill/i), option(/gas/), above(800))],
    [
      "mechanical keyboard linear not white",
      every(thing(/keyboard/i), option(/linear/), not(option(/white/))),
    ],
    ["power bank 20000 mAh", every(thing(/power bank|charger/i), measure("ampere-hour", 20))],
    ["silk scarf", every(thing(/scarf/i), named(/silk/i))],
  ]),
  ...cases("retail", "de", [
    ["schwarzer Rucksack unter 200 Dollar", every(thing(/backpack/i), option(/black/), below(200))],
    ["rote Trinkflasche", every(thing(/bottle/i), option(/red/))],
    ["Laufschuhe Größe 10", every(thing(/running shoes/i), option(/^10$/))],
  ]),
  ...cases("retail", "es", [["mochila azul", every(thing(/backpack/i), option(/blue|navy/))]]),
  ...cases("retail", "fr", [["montre connectée noire", every(thing(/smart watch/i), option(/black/))]]),
  ...cases("electronics", "en", [
    ["usb stick 64 GB", every(thing(/usb|flash/i), measure("byte", 64 * GB))],
    [
      "24 inch monitor under 200",
      every(named(/monitor|display|lcd|led/i), measure("inch", 23.5, 24.7), below(200)),
    ],
    ["laptop with at least 16 GB", every(named(/notebook|laptop/i), measure("byte", 16 * GB, 1e18))],
    ["hdmi cable 2 m", every(named(/hdmi/i), measure("metre", 2))],
    ["external hard drive 2 TB", every(named(/external|portable/i), measure("byte", 2000 * GB, 2048 * GB))],
    ["headphones under 30 euros", every(named(/headphone|headset|earphone|in-ear/i), below(30))],
    ["power bank 10000 mAh", every(named(/power ?bank|charger|battery/i), measure("ampere-hour", 10))],
    ["printer from HP below 150", every(named(/print/i), vendor(/^hp/i), below(150))],
    [
      "ssd 500GB under 100",
      every(named(/ssd|solid state/i), measure("byte", 500 * GB, 512 * GB), below(100)),
    ],
    ["keyboard between 20 and 40 euros", every(named(/keyboard/i), above(20), below(40))],
    ["router not tp-link", every(named(/router/i), not(vendor(/tp-link/i)))],
    ["gaming mouse over 50", every(named(/mouse/i), above(50))],
  ]),
  ...cases("electronics", "de", [
    [
      "Monitor 27 Zoll unter 300 Euro",
      every(named(/monitor|display|lcd|led/i), measure("inch", 26.5, 27.7), below(300)),
    ],
    ["Speicherkarte 128 GB", every(named(/sd|memory card/i), measure("byte", 128 * GB))],
    ["Drucker zwischen 100 und 200 €", every(named(/print/i), above(100), below(200))],
  ]),
  ...cases("electronics", "fr", [["clavier à moins de 25 €", every(named(/keyboard/i), below(25))]]),
  ...cases("electronics", "es", [
    ["auriculares por menos de 40 euros", every(named(/headphone|headset|ear/i), below(40))],
  ]),
];

function cases(shop: FilterCase["shop"], locale: string, all: [string, IsWanted][]): FilterCase[] {
  return all.map(([text, wanted]) => ({ shop, locale, text, wanted }));
}

/** Things that these shops do not sell, each with a word or two that they might stumble over. */
export const FOREIGN: { shop: FilterCase["shop"]; text: string }[] = [
  ...foreign("example", [
    "lawnmower",
    "wireless headphones",
    "wedding dress",
    "cat food",
    "guitar strings",
    "baby car seat",
    "printer ink",
    "chocolate cake",
    "garden hose",
    "lipstick",
  ]),
  ...foreign("retail", ["surfboard", "dog collar", "olive oil", "bathroom tiles", "winter tyres"]),
  ...foreign("electronics", ["running shoes", "wedding ring", "cement", "baby stroller", "tulip bulbs"]),
];

function foreign(shop: FilterCase["shop"], texts: string[]) {
  return texts.map((text) => ({ shop, text: `do you sell ${text}?` }));
}
