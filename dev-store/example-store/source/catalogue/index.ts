import type { ProductSource } from "../product-source";
import { ACCESSORIES } from "./accessories";
import { BOTTOMS_AND_SHOES } from "./bottoms-and-shoes";
import { CAMP } from "./camp";
import { HOME } from "./home";
import { KITCHEN } from "./kitchen";
import { OUTERWEAR } from "./outerwear";
import { PACKS } from "./packs";
import { TOPS } from "./tops";

const SHELVES = [OUTERWEAR, KITCHEN, CAMP, HOME, PACKS, TOPS, ACCESSORIES, BOTTOMS_AND_SHOES];

/** One from every shelf in turn, so that the shop's front shows what it has of everything. */
export const CATALOGUE: ProductSource[] = Array.from(
  { length: Math.max(...SHELVES.map((shelf) => shelf.length)) },
  (_, at) => SHELVES.flatMap((shelf) => shelf.slice(at, at + 1)),
).flat();
