import type { Liquid } from "liquidjs";
import { Font, parseFont } from "./font";

/** Nothing is downloaded for a font of the system: no address, no `@font-face`. */
export function registerFontFilters(engine: Liquid): void {
  engine.registerFilter("font_modify", (font, property, value) => {
    const known = font instanceof Font ? font : parseFont(font);
    return known.modify(String(property), String(value));
  });
  engine.registerFilter("font_face", () => "");
  engine.registerFilter("font_url", () => "");
}
