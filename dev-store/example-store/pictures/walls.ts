/** The quiet background of each category's pictures. */
export const WALLS: Record<string, string> = {
  Outerwear: "#dfe3df",
  Tops: "#ebe2d6",
  Bottoms: "#e2e2dc",
  Footwear: "#e9dfd5",
  "Packs & Bags": "#dde3e4",
  Camp: "#dfe5da",
  "Kitchen & Table": "#efe4d2",
  Home: "#eae1de",
  Lighting: "#dcd9d8",
  Accessories: "#e4e0ea",
};
