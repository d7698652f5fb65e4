import type { Liquid } from "liquidjs";

type Rgb = [red: number, green: number, blue: number];

/** Shopify's colour filters that apps use; colours are `#abc`, `#aabbcc` or `rgb(1, 2, 3)`. */
export function registerColorFilters(engine: Liquid): void {
  engine.registerFilter("color_contrast", (one, other) => {
    const [light, dark] = [luminance(parseColor(one)), luminance(parseColor(other))].sort((a, b) => b - a);
    return Math.round((((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05)) * 10) / 10;
  });
  engine.registerFilter("color_brightness", (color) => {
    const [red, green, blue] = parseColor(color);
    return Math.round((red * 299 + green * 587 + blue * 114) / 10) / 100;
  });
  engine.registerFilter("color_to_rgb", (color) => `rgb(${parseColor(color).join(", ")})`);
}

function parseColor(color: unknown): Rgb {
  const text = String(color).trim();
  const hex = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(text)?.[1];
  if (hex) {
    const digits = hex.length === 3 ? [...hex].map((digit) => digit + digit).join("") : hex;
    return [0, 2, 4].map((at) => Number.parseInt(digits.slice(at, at + 2), 16)) as Rgb;
  }
  const numbers = text.match(/\d+/g)?.slice(0, 3).map(Number) ?? [];
  return [numbers[0] ?? 0, numbers[1] ?? 0, numbers[2] ?? 0];
}

/** Relative luminance as WCAG 2 defines it. */
function luminance(color: Rgb): number {
  const [red, green, blue] = color.map((part) => {
    const share = part / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as Rgb;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
