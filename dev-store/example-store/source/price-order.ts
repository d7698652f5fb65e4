import type { ExpandedProduct, ExpandedVariant } from "./expand-product";
import type { OrderSource } from "./order-source";

/** What one line costs and is called. Cents. */
export interface PricedLine {
  sku: string;
  name: string;
  quantity: number;
  price: number;
  requiresShipping: boolean;
}

export interface PricedOrder {
  lines: PricedLine[];
  discount: number;
  /** After the discount, as in Shopify's export. */
  subtotal: number;
  shipping: number;
  shippingMethod: string;
  taxes: number;
  total: number;
  refunded: number;
}

/** Sales tax by state; elsewhere the customer pays duties to the carrier. */
const TAX_RATES: Record<string, number> = { GA: 0.089, CA: 0.0925, WA: 0.103, IL: 0.1025, TX: 0.0825 };

/** The figures of policies/shipping-policy.md. */
function shippingOf(country: string, goods: number, express: boolean): { price: number; method: string } {
  if (country === "US" && express) return { price: 1800, method: "Express" };
  if (country === "US") return { price: goods >= 9000 ? 0 : 650, method: "Standard" };
  if (country === "CA") return { price: goods >= 15000 ? 0 : 1400, method: "Standard Canada" };
  return { price: 1900, method: "Standard Europe" };
}

export type FindVariant = (sku: string) => { product: ExpandedProduct; variant: ExpandedVariant };

export function priceOrder(
  order: OrderSource,
  address: { province: string; country: string },
  findVariant: FindVariant,
): PricedOrder {
  const lines = order.lines.map(([sku, quantity]): PricedLine => {
    const { product, variant } = findVariant(sku);
    const options = variant.optionValues.length > 0 ? ` - ${variant.optionValues.join(" / ")}` : "";
    return {
      sku,
      name: `${product.source.title}${options}`,
      quantity,
      price: variant.price,
      requiresShipping: !product.source.digital,
    };
  });
  const goods = lines.reduce((sum, line) => sum + line.price * line.quantity, 0);
  const discount = Math.round((goods * (order.discount?.percent ?? 0)) / 100);
  const subtotal = goods - discount;
  const needsShipping = lines.some((line) => line.requiresShipping);
  const { price: shipping, method } = needsShipping
    ? shippingOf(address.country, goods, order.express ?? false)
    : { price: 0, method: "" };
  const rate = address.country === "US" && needsShipping ? (TAX_RATES[address.province] ?? 0) : 0;
  const taxes = Math.round(subtotal * rate);
  const total = subtotal + shipping + taxes;
  return {
    lines,
    discount,
    subtotal,
    shipping,
    shippingMethod: method,
    taxes,
    total,
    refunded: refundOf(order, lines, total, rate),
  };
}

function refundOf(order: OrderSource, lines: PricedLine[], total: number, rate: number): number {
  if (order.refunded === undefined) return 0;
  if (order.refunded === "all") return total;
  const back = order.refunded;
  const goods = lines
    .filter((line) => back.includes(line.sku))
    .reduce((sum, line) => sum + line.price * line.quantity, 0);
  const kept = (100 - (order.discount?.percent ?? 0)) / 100;
  return Math.round(goods * kept * (1 + rate));
}
