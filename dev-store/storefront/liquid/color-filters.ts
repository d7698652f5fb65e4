import type { Liquid } from "liquidjs";
import { type Color, changeColor, luminance, mixColors, parseColor, toHsl, writeHex } from "./color";

/** Shopify's colour filters. */
export function registerColorFilters(engine: Liquid): void {
  engine.registerFilter("color_contrast", (one, other) => {
    const [light, dark] = [luminance(parseColor(one)), luminance(parseColor(other))].sort((a, b) => b - a);
    return Math.round((((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05)) * 10) / 10;
  });
  engine.registerFilter("color_brightness", (color) => brightness(parseColor(color)));
  engine.registerFilter("brightness_difference", (one, other) => {
    return Math.abs(brightness(parseColor(one)) - brightness(parseColor(other)));
  });
  engine.registerFilter("color_to_rgb", (color) => {
    const { red, green, blue, alpha } = parseColor(color);
    return alpha === 1 ? `rgb(${red}, ${green}, ${blue})` : `rgba(${red}, ${green}, ${blue}, ${alpha})`;
  });
  engine.registerFilter("color_to_hex", (color) => writeHex(parseColor(color)));
  engine.registerFilter("color_to_hsl", (color) => {
    const { hue, saturation, lightness } = toHsl(parseColor(color));
    return `hsl(${hue}, ${saturation}%, ${lightness}%)`;
  });
  engine.registerFilter("color_extract", (color, part) => {
    return (parseColor(color) as unknown as Record<string, number>)[String(part)] ?? "";
  });
  engine.registerFilter("color_modify", (color, part, value) => {
    return changeColor(parseColor(color), String(part), Number(value));
  });
  engine.registerFilter("color_mix", (one, other, share) => {
    return mixColors(parseColor(one), parseColor(other), Number(share));
  });
  registerShift(engine, "color_lighten", "lightness", 1);
  registerShift(engine, "color_darken", "lightness", -1);
  registerShift(engine, "color_saturate", "saturation", 1);
  registerShift(engine, "color_desaturate", "saturation", -1);
}

function registerShift(engine: Liquid, name: string, part: "lightness" | "saturation", sign: 1 | -1): void {
  engine.registerFilter(name, (value, points) => {
    const color = parseColor(value);
    return changeColor(color, part, toHsl(color)[part] + sign * Number(points));
  });
}

function brightness({ red, green, blue }: Color): number {
  return Math.round((red * 299 + green * 587 + blue * 114) / 10) / 100;
}
