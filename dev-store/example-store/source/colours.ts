/** The shop's colours: what shoppers read, three letters for the SKU, and the tint of the pictures. */
export const COLOURS = {
  moss: { label: "Moss", code: "MOS", hex: "#6f7d4f" },
  fern: { label: "Fern", code: "FER", hex: "#4d6b50" },
  sage: { label: "Sage", code: "SAG", hex: "#a3b096" },
  slate: { label: "Slate", code: "SLA", hex: "#66788a" },
  midnight: { label: "Midnight", code: "MID", hex: "#33415c" },
  sky: { label: "Sky", code: "SKY", hex: "#9dbcd0" },
  ochre: { label: "Ochre", code: "OCH", hex: "#d09a3f" },
  rust: { label: "Rust", code: "RUS", hex: "#b5593a" },
  clay: { label: "Clay", code: "CLA", hex: "#c58a70" },
  plum: { label: "Plum", code: "PLU", hex: "#76506b" },
  rose: { label: "Rose", code: "ROS", hex: "#d5a3a0" },
  oat: { label: "Oat", code: "OAT", hex: "#ddcdb0" },
  cream: { label: "Cream", code: "CRE", hex: "#efe6d3" },
  charcoal: { label: "Charcoal", code: "CHA", hex: "#4a4c50" },
  steel: { label: "Brushed steel", code: "STE", hex: "#b4bbc0" },
  brass: { label: "Brass", code: "BRA", hex: "#c3a25b" },
  walnut: { label: "Walnut", code: "WAL", hex: "#8a6243" },
  oak: { label: "Oak", code: "OAK", hex: "#cda97a" },
  iron: { label: "Cast iron", code: "IRO", hex: "#47474a" },
} as const;

export type ColourName = keyof typeof COLOURS;
