import { Drop } from "liquidjs";

interface Rgba {
  red: number;
  green: number;
  blue: number;
  /** 0 to 1. */
  alpha: number;
}

interface Hsl {
  hue: number;
  /** Percent, as lightness is. */
  saturation: number;
  lightness: number;
}

/** Liquid's `color`: written as text where text is wanted, with its parts as properties. */
export class Color extends Drop implements Rgba {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
  readonly alpha: number;

  constructor(
    parts: Rgba,
    private readonly text = writeColor(parts),
  ) {
    super();
    this.red = parts.red;
    this.green = parts.green;
    this.blue = parts.blue;
    this.alpha = parts.alpha;
  }
  get rgb(): string {
    return `${this.red} ${this.green} ${this.blue}`;
  }
  get rgba(): string {
    return `${this.rgb} / ${this.alpha}`;
  }
  get hue(): number {
    return this.hsl.hue;
  }
  get saturation(): number {
    return this.hsl.saturation;
  }
  get lightness(): number {
    return this.hsl.lightness;
  }
  private get hsl(): Hsl {
    return toHsl(this);
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

/** Reads `#abc`, `#aabbcc`, `#aabbccdd`, `rgb()` and `rgba()`; what is none of these is black. */
export function parseColor(value: unknown): Color {
  if (value instanceof Color) return value;
  const text = String(value ?? "").trim();
  const hex = /^#?([0-9a-f]{3}|[0-9a-f]{6}|[0-9a-f]{8})$/i.exec(text)?.[1];
  if (hex) {
    const digits = hex.length === 3 ? [...hex].map((digit) => digit + digit).join("") : hex;
    const [red = 0, green = 0, blue = 0, alpha = 255] = (digits.match(/../g) ?? []).map((pair) =>
      Number.parseInt(pair, 16),
    );
    return new Color(
      { red, green, blue, alpha: round(alpha / 255) },
      text.startsWith("#") ? text : `#${text}`,
    );
  }
  const [red = 0, green = 0, blue = 0, alpha = 1] = (text.match(/[\d.]+/g) ?? []).map(Number);
  return new Color({ red, green, blue, alpha }, text);
}

/** `part` in percentage points (alpha from 0 to 1), bounded to what the part can be. */
export function changeColor(color: Color, part: string, value: number): Color {
  const { red, green, blue, alpha } = color;
  if (part in { red, green, blue }) {
    return new Color({ red, green, blue, alpha, [part]: bound(Math.round(value), 255) });
  }
  if (part === "alpha") return new Color({ red, green, blue, alpha: bound(value, 1) });
  const hsl = { ...toHsl(color), [part]: part === "hue" ? value : bound(value, 100) };
  return new Color({ ...fromHsl(hsl), alpha });
}

/** `share` percent of `one`, the rest of `other`. */
export function mixColors(one: Color, other: Color, share: number): Color {
  const mix = (a: number, b: number) => (a * share + b * (100 - share)) / 100;
  return new Color({
    red: Math.round(mix(one.red, other.red)),
    green: Math.round(mix(one.green, other.green)),
    blue: Math.round(mix(one.blue, other.blue)),
    alpha: round(mix(one.alpha, other.alpha)),
  });
}

/** Relative luminance as WCAG 2 defines it. */
export function luminance({ red, green, blue }: Rgba): number {
  const [r = 0, g = 0, b = 0] = [red, green, blue].map((part) => {
    const share = part / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

export function writeHex({ red, green, blue }: Rgba): string {
  return `#${[red, green, blue].map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}

function writeColor(color: Rgba): string {
  if (color.alpha === 1) return writeHex(color);
  return `rgba(${color.red}, ${color.green}, ${color.blue}, ${color.alpha})`;
}

export function toHsl({ red, green, blue }: Rgba): Hsl {
  const [r, g, b] = [red / 255, green / 255, blue / 255];
  const high = Math.max(r, g, b);
  const low = Math.min(r, g, b);
  const spread = high - low;
  const lightness = (high + low) / 2;
  if (spread === 0) return { hue: 0, saturation: 0, lightness: Math.round(lightness * 100) };
  const sixth =
    high === r ? ((g - b) / spread + 6) % 6 : high === g ? (b - r) / spread + 2 : (r - g) / spread + 4;
  return {
    hue: Math.round(sixth * 60),
    saturation: Math.round((spread / (1 - Math.abs(2 * lightness - 1))) * 100),
    lightness: Math.round(lightness * 100),
  };
}

function fromHsl({ hue, saturation, lightness }: Hsl): Omit<Rgba, "alpha"> {
  const light = lightness / 100;
  const reach = (saturation / 100) * Math.min(light, 1 - light);
  const part = (offset: number) => {
    const at = (offset + hue / 30) % 12;
    return Math.round(255 * (light - reach * Math.max(-1, Math.min(at - 3, 9 - at, 1))));
  };
  return { red: part(0), green: part(8), blue: part(4) };
}

const bound = (value: number, most: number): number => Math.min(most, Math.max(0, value));
const round = (value: number): number => Math.round(value * 100) / 100;
