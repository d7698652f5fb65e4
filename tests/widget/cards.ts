import type { Card, OrderCard, ProductCard } from "~/protocol/events";

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

function jacketVariant(id: string, size: string, color: string, available = true) {
  return variant(id, `${size} / ${color}`, {
    price: "149.00",
    compareAtPrice: null,
    available,
    options: { Size: size, Color: color },
  });
}

export const jacket: ProductCard = {
  ...shirt,
  productId: "2",
  handle: "canvas-jacket",
  variantId: "201",
  title: "Waxed canvas jacket with corduroy collar",
  url: "/products/canvas-jacket",
  price: "149.00",
  compareAtPrice: null,
  options: [
    { name: "Size", values: ["S", "M"] },
    { name: "Color", values: ["Sand", "Olive"] },
  ],
  variants: [
    jacketVariant("201", "S", "Sand"),
    jacketVariant("202", "S", "Olive"),
    jacketVariant("203", "M", "Sand", false),
    jacketVariant("204", "M", "Olive"),
  ],
};

export const partlySentOrder: OrderCard = {
  ...shippedOrder,
  name: "#1044",
  state: "partially_fulfilled",
  parcels: [
    {
      company: "DHL",
      number: "00340434161094042557",
      url: "https://www.dhl.com/track?id=00340434161094042557",
      state: "in_transit",
      items: [{ title: "Linen shirt", variantTitle: "Sand / M", quantity: 1 }],
    },
    {
      company: "UPS",
      number: "1Z999AA10123456784",
      url: null,
      state: "delivered",
      items: [{ title: "Wool socks", variantTitle: null, quantity: 2 }],
    },
  ],
  items: shippedOrder.items.map((item) =>
    item.title === "Wool socks" ? { ...item, quantity: 3, unsent: 1 } : item,
  ),
};

export const confirmCard: Card = {
  kind: "confirm",
  action: "add-to-cart",
  variantId: "102",
  quantity: 2,
  title: "Linen shirt",
  variantTitle: "M",
  price: "49.90",
  currency: "EUR",
  imageUrl: "/images/shirt.svg",
};

export const cartCard: Card = {
  kind: "cart",
  items: [{ title: "Wool socks", quantity: 2, price: "18.00", priceBefore: "20.00" }],
  discounts: [{ title: "WELCOME", amount: "3.00" }],
  total: "15.00",
  currency: "EUR",
};
