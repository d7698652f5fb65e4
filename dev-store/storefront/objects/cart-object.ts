import type { CartRecord } from "../../state-store";
import type { Assortment } from "../assortment/assortment";
import { describeCart } from "../cart/cart";
import { createImageObject } from "./image-object";
import { createProductObject, createVariantObject } from "./product-object";

/** Liquid's `cart`: what `/cart.js` says, with the objects that its lines stand for. */
export function createCartObject(cart: CartRecord, assortment: Assortment, currency: string) {
  const described = describeCart(cart, assortment, currency);
  return {
    ...described,
    currency: { iso_code: currency },
    items: described.items.map((item, index) => {
      const found = assortment.findVariant(String(item.variant_id));
      return {
        ...item,
        image: createImageObject(item.image, item.product_title, 1),
        product: found && createProductObject(found.product, found.variant.id),
        variant: found && createVariantObject(found.variant, found.product),
        url_to_remove: `/cart/change?line=${index + 1}&quantity=0`,
        item_components: [],
        error_message: null,
      };
    }),
    "empty?": described.items.length === 0,
    taxes_included: false,
    duties_included: false,
    discount_applications: [],
  };
}
