import { COLOURS, type ColourName } from "./colours";
import type { ProductSource } from "./product-source";

export interface ExpandedVariant {
  sku: string;
  /** Values in the order of the product's options. */
  optionValues: string[];
  /** Cents. */
  price: number;
  compareAtPrice: number | null;
  /** Null where the stock is not counted. */
  quantity: number | null;
  grams: number;
  image: string;
}

export interface ExpandedProduct {
  source: ProductSource;
  optionNames: string[];
  variants: ExpandedVariant[];
  images: { file: string; colour: ColourName; alt: string }[];
}

/** "18 L" is 18L in a SKU, "130 × 180 cm" 130X180CM, and a word its first three letters. */
function skuPart(size: string): string {
  const code = size.toUpperCase().replaceAll("×", "X").replaceAll("/", "-").replace(/[\s$]/g, "");
  return /^[A-Z]{4,}/.test(code) ? code.slice(0, 3) : code;
}

/** A number of pieces that looks counted and is the same at every run. */
function stockOf(sku: string): number {
  let hash = 7;
  for (const letter of sku) hash = (hash * 31 + letter.charCodeAt(0)) % 9973;
  return 5 + (hash % 44);
}

/** Every size in every colour. A single colour is no option of its own; neither is a missing size. */
export function expandProduct(source: ProductSource): ExpandedProduct {
  const sizes = (source.sizes ?? [null]).map((size) =>
    typeof size === "string" || size === null ? ([size, source.price] as const) : size,
  );
  const hasColours = source.colours.length > 1;
  const optionNames = [
    ...(hasColours ? ["Color"] : []),
    ...(source.sizes ? [source.sizeOption ?? "Size"] : []),
  ];
  const unused = new Set([...(source.soldOut ?? []), ...Object.keys(source.left ?? {})]);
  const imageOf = (colour: ColourName): string =>
    `images/${source.handle}${hasColours ? `-${colour}` : ""}.svg`;

  const variants = source.colours.flatMap((colour) =>
    sizes.map(([size, price]): ExpandedVariant => {
      const parts = [
        ...(hasColours ? [COLOURS[colour].code] : []),
        ...(size === null ? [] : [skuPart(size)]),
      ];
      const end = parts.join("-");
      unused.delete(end);
      const sku = [source.code, ...parts].join("-");
      const counted = source.soldOut?.includes(end) ? 0 : (source.left?.[end] ?? stockOf(sku));
      return {
        sku,
        optionValues: [...(hasColours ? [COLOURS[colour].label] : []), ...(size === null ? [] : [size])],
        price: price * 100,
        compareAtPrice: source.was ? (price + source.was - source.price) * 100 : null,
        quantity: source.digital ? null : counted,
        grams: source.grams,
        image: imageOf(colour),
      };
    }),
  );
  if (unused.size > 0) throw new Error(`${source.handle} has no variants ${[...unused].join(", ")}`);
  const images = source.colours.map((colour) => ({
    file: imageOf(colour),
    colour,
    alt: hasColours ? `${COLOURS[colour].label} ${source.alt}` : `${source.title}: ${source.alt}`,
  }));
  return { source, optionNames, variants, images };
}
