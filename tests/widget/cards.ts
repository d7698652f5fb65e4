import type { OrderCard, ProductCard } from "~/protocol/events";

export const shippedOrder: OrderCard = {
  kind: "order",
  name: "#1042",
  state: "in_transit",
  placedAt: "2026-11-14T09:30:00.000Z",
  expectedAt: "2026-11-24T12:00:00.000Z",
  deliveredAt: null,
  parcels: [
    {
      company: "DHL",
      number: "00340434161094042557",
      url: "https://www.dhl.com/track?id=00340434161094042557",
      state: "in_transit",
      items: [],
    },
  ],
  items: [
    { title: "Linen shirt", variantTitle: "Sand / M", quantity: 1, imageUrl: "/images/shirt.svg", unsent: 0 },
    { title: "Wool socks", variantTitle: null, quantity: 2, imageUrl: "/images/socks.svg", unsent: 0 },
  ],
  total: "74.90",
  currency: "EUR",
  statusUrl: "https://example.myshopify.com/orders/status/abc",
  timezone: "Europe/Berlin",
};

function variant(id: string, size: string, over: Partial<ProductCard["variants"][number]> = {}) {
  return {
    variantId: id,
    title: size,
    sku: `SHIRT-${size}`,
    price: "49.90",
    compareAtPrice: "69.90",
    available: true,
    quantity: 12,
    options: { Size: size },
    ...over,
  };
}

export const shirt: ProductCard = {
  kind: "product",
  productId: "1",
  handle: "linen-shirt",
  variantId: "101",
  sku: "SHIRT-S",
  title: "Linen shirt",
  url: "/products/linen-shirt",
  price: "49.90",
  compareAtPrice: "69.90",
  currency: "EUR",
  imageUrl: "/images/shirt.svg",
  imageAlt: "A folded linen shirt",
  available: true,
  options: [{ name: "Size", values: ["S", "M", "L"] }],
  variants: [
    variant("101", "S"),
    variant("102", "M", { quantity: 2 }),
    variant("103", "L", { available: false, quantity: 0 }),
  ],
};
