import type { Liquid } from "liquidjs";
import { registerColorFilters } from "./color-filters";
import { registerFontFilters } from "./font-filters";
import { registerMediaFilters } from "./media-filters";
import { registerMoneyFilters } from "./money-filters";
import { registerStoreFilters } from "./store-filters";
import { registerTextFilters } from "./text-filters";
import { registerTimeFilters } from "./time-filters";
import { registerUrlFilters } from "./url-filters";

/** Shopify's filters that liquidjs does not bring, or that write something else there. */
export function registerFilters(engine: Liquid): void {
  registerMoneyFilters(engine);
  registerUrlFilters(engine);
  registerMediaFilters(engine);
  registerTextFilters(engine);
  registerTimeFilters(engine);
  registerColorFilters(engine);
  registerFontFilters(engine);
  registerStoreFilters(engine);
}
