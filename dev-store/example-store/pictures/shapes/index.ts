import { ACCESSORY_SHAPES } from "./accessories";
import { BAG_SHAPES } from "./bags";
import { CAMP_SHAPES } from "./camp";
import { FOOTWEAR_SHAPES } from "./footwear";
import { GARMENT_SHAPES } from "./garments";
import { HOME_SHAPES } from "./home";
import { KITCHEN_SHAPES } from "./kitchen";
import { LAYER_SHAPES } from "./layers";

export const SHAPES = {
  ...GARMENT_SHAPES,
  ...LAYER_SHAPES,
  ...FOOTWEAR_SHAPES,
  ...BAG_SHAPES,
  ...CAMP_SHAPES,
  ...KITCHEN_SHAPES,
  ...HOME_SHAPES,
  ...ACCESSORY_SHAPES,
};

export type ShapeName = keyof typeof SHAPES;
