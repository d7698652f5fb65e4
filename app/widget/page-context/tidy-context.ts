import type { PageContext } from "~/protocol/requests";

type Fields = Record<string, unknown>;

/** Characters that the server takes. */
const PAGE_FIELDS = {
  type: 40,
  url: 2048,
  productHandle: 255,
  variantId: 20,
  collectionHandle: 255,
  searchQuery: 200,
};
const MAX_COUNT = 100_000;
const MAX_ITEMS = 20;

/**
 * The context as the server takes it, whatever a theme passed: what does not fit is cut or left out, so that a theme's
 * mistake never costs the shopper an answer.
 */
export function tidyContext({ locale, page, cart }: Fields): PageContext {
  const shown = texts(page, PAGE_FIELDS);
  const count = whole(cart, "itemCount", MAX_COUNT);
  return {
    ...texts({ locale }, { locale: 35 }),
    ...(shown.type && { page: shown as PageContext["page"] }),
    ...(count && {
      cart: { ...count, ...whole(cart, "total"), ...texts(cart, { currency: 3 }), ...itemsOf(cart) },
    }),
  };
}

function itemsOf(cart: unknown): Pick<NonNullable<PageContext["cart"]>, "items"> {
  const { items } = cart as Fields;
  if (!Array.isArray(items)) return {};
  const known = items.flatMap((item) => {
    const { handle, variantId } = texts(item, { handle: 255, variantId: 20 });
    const quantity = whole(item, "quantity")?.quantity;
    return handle && variantId && quantity ? [{ handle, variantId, quantity }] : [];
  });
  return { items: known.slice(0, MAX_ITEMS) };
}

function texts<Name extends string>(
  value: unknown,
  lengths: Record<Name, number>,
): Partial<Record<Name, string>> {
  const found = Object.entries<number>(lengths).flatMap(([name, length]) => {
    const text = (value as Fields | null | undefined)?.[name];
    return typeof text === "string" && text ? [[name, text.slice(0, length)]] : [];
  });
  return Object.fromEntries(found);
}

function whole<Name extends string>(
  value: unknown,
  name: Name,
  most = Number.MAX_SAFE_INTEGER,
): Record<Name, number> | null {
  const number = (value as Fields | null | undefined)?.[name];
  if (typeof number !== "number" || !(number >= 0)) return null;
  return { [name]: Math.min(Math.round(number), most) } as Record<Name, number>;
}
