import type { Drawing } from "./drawing";

type Rgb = [number, number, number];

const toRgb = (hex: string): Rgb => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as Rgb;
const toHex = (rgb: Rgb): string =>
  `#${rgb.map((part) => Math.round(part).toString(16).padStart(2, "0")).join("")}`;

/** `share` of `other` mixed into `hex`. */
export function mix(hex: string, other: string, share: number): string {
  const [a, b] = [toRgb(hex), toRgb(other)];
  return toHex([0, 1, 2].map((at) => (a[at] ?? 0) * (1 - share) + (b[at] ?? 0) * share) as Rgb);
}

const lightness = (hex: string): number => toRgb(hex).reduce((sum, part) => sum + part, 0) / 765;

/** One product picture of 600 × 600: a calm wall in the category's colour, soft light from the upper left. */
export function paintPicture(title: string, drawing: Drawing, tint: string, wall: string): string {
  const light = mix(tint, "#ffffff", 0.26);
  const shade = lightness(tint) > 0.62 ? "#6d4f2f" : "#1d1a22";
  const dark = mix(tint, shade, lightness(tint) > 0.62 ? 0.2 : 0.24);
  const deep = mix(tint, shade, lightness(tint) < 0.36 ? 0.55 : 0.46);
  const trim = lightness(tint) > 0.62 ? mix(tint, "#7b6650", 0.5) : mix(tint, "#fbf4e4", 0.72);
  const bright = mix(wall, "#ffffff", 0.62);
  const low = mix(wall, "#4b4338", 0.12);
  const style =
    `.b{fill:url(#b)}.l{fill:${light}}.d{fill:url(#d)}.k{fill:${deep}}.t{fill:${trim}}.m{fill:url(#m)}.w{fill:url(#w)}` +
    `.n,.h,.o{fill:none;stroke-linecap:round;stroke-linejoin:round}.n{stroke:${deep};stroke-opacity:.5;stroke-width:3}` +
    ".h{stroke:#fff;stroke-opacity:.38;stroke-width:5}" +
    `.o.b{stroke:${tint}}.o.l{stroke:${light}}.o.d{stroke:${dark}}.o.k{stroke:${deep}}.o.t{stroke:${trim}}.o.m{stroke:#a4abb1}.o.w{stroke:#9a7148}` +
    ".b.o,.l.o,.d.o,.k.o,.t.o,.m.o,.w.o{fill:none}";
  const ramp = (id: string, x2: number, y2: number, stops: [number, string][]): string =>
    `<linearGradient id="${id}" x2="${x2}" y2="${y2}">${stops.map(([offset, colour]) => `<stop offset="${offset}" stop-color="${colour}"/>`).join("")}</linearGradient>`;
  const defs =
    ramp("b", 0.9, 1, [
      [0, light],
      [0.42, tint],
      [1, dark],
    ]) +
    ramp("d", 0.9, 1, [
      [0, mix(tint, dark, 0.45)],
      [1, mix(dark, deep, 0.4)],
    ]) +
    ramp("m", 1, 0.3, [
      [0, "#eef1f3"],
      [0.45, "#b3bac0"],
      [0.6, "#d9dee2"],
      [1, "#848c93"],
    ]) +
    ramp("w", 0.4, 1, [
      [0, "#d8b184"],
      [1, "#a27748"],
    ]) +
    `<radialGradient id="a" cx=".42" cy=".34" r=".85"><stop stop-color="${bright}"/><stop offset="1" stop-color="${low}"/></radialGradient>` +
    `<radialGradient id="s"><stop stop-color="#2a2420" stop-opacity=".42"/><stop offset="1" stop-color="#2a2420" stop-opacity="0"/></radialGradient>` +
    `<radialGradient id="g"><stop stop-color="#fff1c4" stop-opacity=".95"/><stop offset="1" stop-color="#fff1c4" stop-opacity="0"/></radialGradient>` +
    `<filter id="f" x="-20%" y="-20%" width="140%" height="150%"><feDropShadow dx="5" dy="11" stdDeviation="11" flood-color="#2a2420" flood-opacity=".26"/></filter>`;
  const floor = drawing.stands
    ? `<path fill="${mix(wall, "#ffffff", 0.4)}" fill-opacity=".55" d="M0 432H600V600H0Z"/><ellipse cx="306" cy="506" rx="215" ry="30" fill="url(#s)"/>`
    : "";
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 600" width="600" height="600"><title>${title.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</title><style>${style}</style><defs>${defs}</defs>` +
    `<path fill="url(#a)" d="M0 0H600V600H0Z"/>${floor}<g filter="url(#f)">${drawing.body}</g></svg>\n`
  );
}
