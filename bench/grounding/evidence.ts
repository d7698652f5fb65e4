import type { Evidence } from "../../app/core/conversation/conversation";
import type { Product, World } from "./world-shape";

const DAY = 86_400_000;

/** What the tools give of a world: its products, all orders, and its rules as texts. */
export function evidenceOf(world: Omit<World, "evidence">): Evidence[] {
  const { decimals, currency, host, products, orders, rules } = world;
  const decimal = (amount: number) => amount.toFixed(decimals);
  const variant = (product: Product, colour: string, quantity: number, id: string) => ({
    variantId: id,
    title: colour,
    sku: `SKU-${id}`,
    price: decimal(product.price),
    compareAtPrice: product.former === null ? null : decimal(product.former),
    available: quantity > 0,
    quantity,
    options: { Colour: colour },
  });
  const productFacts = products.map((product, index) => ({
    productId: `${900 + index}`,
    handle: product.title.toLowerCase().replace(" ", "-"),
    title: product.title,
    url: `https://${host}/products/${product.title.toLowerCase().replace(" ", "-")}`,
    vendor: "Own make",
    productType: "Goods",
    currency,
    priceFrom: decimal(product.price),
    priceTo: decimal(product.price),
    available: true,
    options: [{ name: "Colour", values: [product.colour, product.soldOutColour] }],
    variant: variant(product, product.colour, product.quantity, `${70 + index}1`),
    variants: [
      variant(product, product.colour, product.quantity, `${70 + index}1`),
      variant(product, product.soldOutColour, 0, `${70 + index}2`),
    ],
    missing: [],
  }));
  const orderFacts = orders.map((order) => ({
    number: order.number,
    state: order.state,
    open: order.state === "in_transit" || order.state === "unfulfilled",
    placedAt: order.placed.toISOString(),
    expectedAt: order.expected?.toISOString() ?? null,
    deliveredAt: order.delivered?.toISOString() ?? null,
    cancelledAt: order.state === "cancelled" ? new Date(order.placed.getTime() + DAY).toISOString() : null,
    items: [
      {
        title: order.item,
        variantTitle: null,
        quantity: order.quantity,
        unsent: order.shipped ? 0 : order.quantity,
      },
    ],
    total: decimal(order.total),
    refunded: decimal(0),
    currency,
    parcels: order.shipped
      ? [
          {
            company: order.carrier,
            number: order.tracking,
            url: order.url,
            state: order.state,
            shippedAt: order.shipped.toISOString(),
            expectedAt: order.expected?.toISOString() ?? null,
            deliveredAt: order.delivered?.toISOString() ?? null,
            items: [order.item],
          },
        ]
      : [],
  }));
  const sections = [
    [
      "Refund policy",
      "Returns",
      `You can return an item within ${rules.returnDays} days of delivery. A return label costs ${currency} ${decimal(rules.labelFee)}. Refunds take ${rules.refundDays} working days after we receive the parcel.`,
    ],
    [
      "Shipping policy",
      "Costs",
      `Standard shipping costs ${currency} ${decimal(rules.shippingFee)}. It is free for orders over ${currency} ${decimal(rules.freeFrom)}.`,
    ],
    ["Warranty", "Cover", `Every product has a warranty of ${rules.warrantyYears} years.`],
    [
      "Offers",
      "Newsletter",
      `Subscribers to the newsletter get a ${rules.percent}% discount with the code ${rules.code}.`,
    ],
    [
      "Contact",
      "Hours",
      `Call us at ${rules.phone} or write to ${rules.email}. We are open Monday to Friday from ${rules.opens}:00 to ${rules.closes}:00.`,
    ],
  ].map(([title, heading, text]) => ({
    title,
    heading,
    url: `https://${host}/policies/${title?.toLowerCase().replace(" ", "-")}`,
    text,
  }));
  return [
    {
      tool: "search_products",
      ok: true,
      data: {
        query: "x",
        products: productFacts,
        nextCursor: null,
        totalShown: 2,
        exact: true,
        unmatched: [],
      },
    },
    { tool: "my_orders", ok: true, data: { orders: orderFacts, total: orderFacts.length } },
    { tool: "search_policies", ok: true, data: { sections } },
  ];
}
