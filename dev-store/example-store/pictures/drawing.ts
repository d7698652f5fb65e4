/**
 * The few strokes that every picture is drawn with, on a square of 600. Classes stand for inks, which
 * `paint-picture.ts` mixes from the product's colour: b body, l light, d dark, k deep, t trim (a quiet contrast),
 * m metal, w warm wood; n a seam, h a highlight.
 */

/** A shape drawn once; `stands` puts it on a floor with a shadow under it, otherwise it lies flat. */
export interface Drawing {
  stands: boolean;
  body: string;
}

export type Ink = "b" | "l" | "d" | "k" | "t" | "m" | "w" | "n" | "h";

export const lying = (...parts: string[]): Drawing => ({ stands: false, body: parts.join("") });
export const standing = (...parts: string[]): Drawing => ({ stands: true, body: parts.join("") });

export const path = (ink: Ink, d: string): string => `<path class="${ink}" d="${d}"/>`;
export const seam = (d: string): string => path("n", d);
export const shine = (d: string): string => path("h", d);

/** A stroke of its own width in the colour of a class, for straps, handles and poles. */
export const strap = (ink: Ink, width: number, d: string): string =>
  `<path class="${ink} o" stroke-width="${width}" d="${d}"/>`;

export const box = (ink: Ink, x: number, y: number, width: number, height: number, radius = 0): string =>
  `<rect class="${ink}" x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}"/>`;

export const oval = (ink: Ink, x: number, y: number, radiusX: number, radiusY = radiusX): string =>
  `<ellipse class="${ink}" cx="${x}" cy="${y}" rx="${radiusX}" ry="${radiusY}"/>`;

export const moved = (x: number, y: number, scale: number, ...parts: string[]): string =>
  `<g transform="translate(${x} ${y}) scale(${scale})">${parts.join("")}</g>`;

export const turned = (degrees: number, ...parts: string[]): string =>
  `<g transform="rotate(${degrees} 300 300)">${parts.join("")}</g>`;

/** The part and its mirror image about the middle of the square. */
export const both = (...parts: string[]): string => {
  const part = parts.join("");
  return `${part}<g transform="matrix(-1 0 0 1 600 0)">${part}</g>`;
};

/** Parallel copies, each `step` further on. */
export const repeated = (count: number, step: { x: number; y: number }, part: string): string =>
  Array.from({ length: count }, (_, index) =>
    index === 0 ? part : `<g transform="translate(${step.x * index} ${step.y * index})">${part}</g>`,
  ).join("");
