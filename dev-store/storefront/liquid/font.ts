import { Drop } from "liquidjs";

interface FontParts {
  family: string;
  /** `normal` or `italic`. */
  style: string;
  /** 100 to 900. */
  weight: number;
}

/**
 * Liquid's `font`. The store has no font files: every font counts as one of the shopper's own system, so that themes ask
 * for none, and the fallback is seen.
 */
export class Font extends Drop implements FontParts {
  readonly family: string;
  readonly style: string;
  readonly weight: number;
  readonly fallback_families: string;
  readonly "system?" = true;
  readonly variants: Font[] = [];

  constructor(
    parts: FontParts,
    private readonly text: string,
  ) {
    super();
    this.family = parts.family;
    this.style = parts.style;
    this.weight = parts.weight;
    this.fallback_families = /mono|courier/i.test(text)
      ? "monospace"
      : SERIF.test(text)
        ? "serif"
        : "sans-serif";
  }
  get baseline_ratio(): number {
    return 0.13;
  }
  modify(property: string, value: string): Font {
    const weight = property === "weight" ? changeWeight(this.weight, value) : this.weight;
    const style = property === "style" ? value : this.style;
    return new Font({ family: this.family, style, weight }, this.text);
  }
  override valueOf(): string {
    return this.text;
  }
  override toString(): string {
    return this.text;
  }
  toJSON(): string {
    return this.text;
  }
}

const SERIF = /serif(?!_sans)|garamond|playfair|lora|times|georgia|merriweather|bodoni|baskerville|caslon/i;

/** `assistant_n4`: a family, `n`ormal or `i`talic, and hundreds of weight. */
export function parseFont(handle: unknown): Font {
  const text = String(handle ?? "sans-serif_n4");
  const [, family = text, slope = "n", hundreds = "4"] = /^(.*)_([nio])(\d)$/.exec(text) ?? [];
  const words = family.split("_").map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  const style = slope === "n" ? "normal" : slope === "i" ? "italic" : "oblique";
  return new Font({ family: words.join(" "), style, weight: Number(hundreds) * 100 }, text);
}

const NAMED_WEIGHTS: Record<string, number> = { normal: 400, bold: 700 };

/** `bold`, `700`, or a step such as `+100`; Shopify's `lighter` and `bolder` are a step of 300. */
function changeWeight(weight: number, value: string): number {
  if (value === "bolder") return Math.min(900, weight + 300);
  if (value === "lighter") return Math.max(100, weight - 300);
  if (/^[+-]\d+$/.test(value)) return Math.min(900, Math.max(100, weight + Number(value)));
  return NAMED_WEIGHTS[value] ?? (Number(value) || weight);
}
