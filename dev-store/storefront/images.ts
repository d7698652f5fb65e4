/** Pictures that belong to the store's data folder are served here; remote ones keep their address. */
export const IMAGES_PATH = "/cdn/images/";
export const PLACEHOLDER_PATH = "/cdn/placeholder/";

/** Resolves an image of the CSV: `images/x.svg` is the store's own, `https://…` somebody else's. */
export function resolveImageUrl(url: string): string {
  if (/^(?:https?:)?\/\//i.test(url) || url.startsWith("/")) return url;
  return IMAGES_PATH + url.replace(/^(?:\.\/)?images\//, "");
}

/** A picture for a product that has none, or whose picture does not load. */
export function placeholderUrl(label: string): string {
  return `${PLACEHOLDER_PATH}${encodeURIComponent(label.slice(0, 40) || "Product")}.svg`;
}

const HUES = [24, 42, 95, 158, 186, 212, 250, 332];
const LETTERS_ON_A_LINE = 14;

/** A calm tinted card with the label on it, the same for the same label. */
export function drawPlaceholder(label: string): string {
  const hue = HUES[[...label].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % HUES.length];
  const lines = breakIntoLines(label);
  const text = lines
    .map(
      (line, index) =>
        `<tspan x="300" y="${310 + (index - (lines.length - 1) / 2) * 62}">${escapeXml(line)}</tspan>`,
    )
    .join("");
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 600" role="img"><defs><linearGradient id="g" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="hsl(${hue} 34% 90%)"/><stop offset="1" stop-color="hsl(${hue} 30% 80%)"/></linearGradient></defs><rect width="600" height="600" fill="url(#g)"/><circle cx="470" cy="130" r="190" fill="hsl(${hue} 40% 94%)" opacity=".55"/><circle cx="110" cy="520" r="150" fill="hsl(${hue} 34% 74%)" opacity=".35"/><text text-anchor="middle" dominant-baseline="middle" font-family="Georgia, serif" font-size="50" fill="hsl(${hue} 32% 27%)">${text}</text></svg>`;
}

function breakIntoLines(label: string): string[] {
  const lines: string[] = [];
  for (const word of label.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < LETTERS_ON_A_LINE)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.slice(0, 3);
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
}
