import type { ProductSource } from "../product-source";
import { ACCESSORIES } from "./accessories";
import { BOTTOMS_AND_SHOES } from "./bottoms-and-shoes";
import { CAMP } from "./camp";
import { HOME } from "./home";
import { KITCHEN } from "./kitchen";
import { OUTERWEAR } from "./outerwear";
import { PACKS } from "./packs";
import { TOPS } from "./tops";

export const CATALOGUE: ProductSource[] = [
  ...OUTERWEAR,
  ...TOPS,
  ...BOTTOMS_AND_SHOES,
  ...PACKS,
  ...CAMP,
  ...KITCHEN,
  ...HOME,
  ...ACCESSORIES,
];
