import type { Evidence } from "../../../app/core/conversation/conversation";
import type { ShopProfile } from "../../../app/core/store/store-platform";

/** Title, price, former price, stock. */
type ShortVariant = [string, string, string | null, number | null];
interface ShortProduct {
  title: string;
  vendor: string;
  type: string;
  options: string[];
  description: string;
  variants: ShortVariant[];
}
type ShortParcel = [string, string, string, string, string, string | null, string | null, string[]?];
interface ShortOrder extends Record<string, unknown> {
  items: [string, string | null, number, number][];
  parcels: ShortParcel[];
}
/** A store in few words, as unseen/<n>/shops.json has it. */
export interface Shop {
  profile: ShopProfile;
  products: Record<string, ShortProduct>;
  orders: Record<string, ShortOrder>;
  /** Title, heading, address and text. */
  sections: Record<string, [string, string, string, string]>;
}

/** What the tools give for keys such as "p:mug,bowl", "o:all", "s:returns", "h:yes" (handed over), "nf:5533" (not found). */
export function toolResults(shop: Shop, keys: readonly string[]): Evidence[] {
  return keys.flatMap((key): Evidence[] => {
    const [kind = "", list = ""] = key.split(":");
    const named = <Thing>(all: Record<string, Thing>) =>
      list === "all"
        ? Object.values(all)
        : list.split(",").flatMap((name) => (all[name] === undefined ? [] : [all[name]]));
    switch (kind) {
      case "p":
        return productResults(shop, named(shop.products));
      case "o":
        return [orderResult(shop, named(shop.orders))];
      case "s":
        return [{ tool: "search_policies", ok: true, data: { sections: named(shop.sections).map(section) } }];
      case "h":
        return [{ tool: "hand_over", ok: true, data: { isNew: true, hasEmail: false } }];
      case "nf":
        return [{ tool: "order_status", ok: false, data: { orderNumber: list } }];
      default:
        throw new Error(`No tool for ${key}`);
    }
  });
}

const section = ([title, heading, url, text]: [string, string, string, string]) => ({
  title,
  heading,
  url,
  text,
});

function productResults(shop: Shop, products: readonly ShortProduct[]): Evidence[] {
  const details = products.map((product, index) => productData(shop, product, index));
  const found = details.map(({ description: _, variants: __, ...facts }) => facts);
  const search: Evidence = {
    tool: "search_products",
    ok: true,
    data: { products: found, nextCursor: null, totalShown: found.length, exact: true, unmatched: [] },
  };
  const each = details.map((product): Evidence => ({ tool: "product_details", ok: true, data: { product } }));
  return details.length > 1 ? [search, ...each] : each;
}

function productData({ profile }: Shop, product: ShortProduct, index: number) {
  const handle = product.title.toLowerCase().replace(/[^a-z0-9]+/g, "-");
  const part = (title: string, at: number) => title.split(" / ")[at] ?? "";
  const variants = product.variants.map(([title, price, compareAtPrice, quantity], at) => ({
    variantId: `${4410 + index}${at}77`,
    title,
    sku: `${handle.slice(0, 4).toUpperCase()}-${index}${at}`,
    price,
    compareAtPrice,
    available: quantity === null || quantity > 0,
    quantity,
    options: Object.fromEntries(product.options.map((option, place) => [option, part(title, place)])),
  }));
  const prices = variants.map(({ price }) => Number(price));
  return {
    productId: `${88120 + index}`,
    handle,
    title: product.title,
    url: `${profile.storefrontUrl}/products/${handle}`,
    vendor: product.vendor,
    productType: product.type,
    currency: profile.currency,
    priceFrom: Math.min(...prices).toFixed(2),
    priceTo: Math.max(...prices).toFixed(2),
    available: variants.some(({ available }) => available),
    options: product.options.map((name, place) => ({
      name,
      values: [...new Set(product.variants.map(([title]) => part(title, place)))],
    })),
    variant: variants.find(({ available }) => available) ?? variants[0],
    missing: [],
    description: product.description,
    variants,
  };
}

function orderResult({ profile }: Shop, orders: readonly ShortOrder[]): Evidence {
  const data = orders.map(({ items, parcels, ...order }) => ({
    cancelledAt: null,
    refunded: "0.00",
    currency: profile.currency,
    ...order,
    items: items.map(([title, variantTitle, quantity, unsent]) => ({
      title,
      variantTitle,
      quantity,
      unsent,
    })),
    parcels: parcels.map(([company, number, url, state, shippedAt, expectedAt, deliveredAt, inside]) => ({
      company,
      number,
      url,
      state,
      shippedAt,
      expectedAt,
      deliveredAt,
      items: inside ?? items.map(([title]) => title),
    })),
  }));
  return data.length === 1
    ? { tool: "order_status", ok: true, data: { order: data[0] } }
    : { tool: "my_orders", ok: true, data: { orders: data, total: data.length } };
}
