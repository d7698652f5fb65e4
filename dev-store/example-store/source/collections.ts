import { toCsv } from "./csv";
import type { ProductSource } from "./product-source";

interface CollectionSource {
  handle: string;
  title: string;
  about: string;
  holds: (product: ProductSource) => boolean;
}

const tagged =
  (tag: string) =>
  (product: ProductSource): boolean =>
    product.tags.includes(tag);
const among =
  (...categories: string[]) =>
  (product: ProductSource): boolean =>
    categories.includes(product.category);

const COLLECTIONS: CollectionSource[] = [
  {
    handle: "bestsellers",
    title: "Bestsellers",
    about: "What goes out of the door most, season after season.",
    holds: tagged("bestseller"),
  },
  {
    handle: "jackets-and-coats",
    title: "Jackets & Coats",
    about: "For drizzle, downpour and the first frost.",
    holds: among("Outerwear"),
  },
  {
    handle: "clothing",
    title: "Clothing",
    about: "Sweaters, shirts and trousers that get better with wear.",
    holds: among("Tops", "Bottoms"),
  },
  {
    handle: "footwear",
    title: "Footwear",
    about: "Boots, runners and slippers, most of them resoleable.",
    holds: among("Footwear"),
  },
  {
    handle: "packs-and-bags",
    title: "Packs & Bags",
    about: "From hip pack to trekking pack.",
    holds: among("Packs & Bags"),
  },
  { handle: "camp", title: "Camp", about: "A good night outside starts here.", holds: among("Camp") },
  {
    handle: "kitchen-and-table",
    title: "Kitchen & Table",
    about: "Things that are used every day, so they had better be good.",
    holds: among("Kitchen & Table"),
  },
  {
    handle: "home-and-light",
    title: "Home & Light",
    about: "Wool, linen and warm light.",
    holds: among("Home", "Lighting"),
  },
  {
    handle: "accessories",
    title: "Accessories",
    about: "Hats, socks and small pleasures.",
    holds: among("Accessories"),
  },
  { handle: "gifts", title: "Gifts", about: "Easy to wrap, hard to get wrong.", holds: tagged("gift") },
  {
    handle: "sale",
    title: "Sale",
    about: "Last of the season. Sale items come back for store credit.",
    holds: (product) => product.was !== undefined,
  },
];

export const collectionsCsv = (catalogue: ProductSource[]): string =>
  toCsv(
    ["Handle", "Title", "Body (HTML)", "Product handles"],
    COLLECTIONS.map(({ handle, title, about, holds }) => ({
      Handle: handle,
      Title: title,
      "Body (HTML)": `<p>${about}</p>`,
      "Product handles": catalogue
        .filter(holds)
        .map((product) => product.handle)
        .join(" "),
    })),
  );
