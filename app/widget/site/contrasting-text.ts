/** White where it can be read on the colour, else black: WCAG's 4.5 to 1. A colour that browsers do not know counts as dark. */
export function contrastingText(color: string): "#fff" | "#000" {
  const context = document.createElement("canvas").getContext("2d");
  if (!context) return "#fff";
  context.fillStyle = color;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
  const luminance = 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
  return 1.05 / (luminance + 0.05) < 4.5 ? "#000" : "#fff";
}

function linear(channel: number): number {
  const share = channel / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}
