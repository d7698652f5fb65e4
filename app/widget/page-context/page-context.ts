import type { PageContext } from "~/protocol/requests";
import type { WidgetConfig } from "../config";
import { onCartChange } from "./cart-requests";
import { tidyContext } from "./tidy-context";

/** What the shopper looks at, for the server to understand "this one" by. Who she is stands nowhere in it. */
export interface PageState {
  /** As it is now. The first call has the cart read from the store, so that later ones know what is in it. */
  read(): PageContext;
  /**
   * Fields that are left out stay as they were. A page of another type or product takes the former one's place whole, so
   * that nothing of it is left over.
   */
  merge(change: Partial<PageContext>): void;
}

type Page = NonNullable<PageContext["page"]>;
type Cart = NonNullable<PageContext["cart"]>;

const MAX_CART_ITEMS = 20;

let ofThisPage: PageState | undefined;

/** There is one of it: whoever asks first has it made. */
export function pageStateOf(config: WidgetConfig): PageState {
  ofThisPage ??= createPageState(config);
  return ofThisPage;
}

function createPageState(config: WidgetConfig): PageState {
  const { page, cart } = config;
  let known: PageContext = { locale: config.locale, page: { ...page, url: location.pathname }, cart };
  /** Set once the theme has named a variant: it then keeps doing so. */
  let choosesVariant = false;
  let isWatching = false;

  async function readCart(): Promise<void> {
    const response = await fetch(`${config.storePath}/cart.js`, { headers: { accept: "application/json" } });
    if (response.ok) known = { ...known, cart: describeCart(await response.json()) };
  }

  /** Without an answer, what was known of the cart has to do. */
  const refreshCart = () => readCart().catch(() => null);

  function watchCart(): void {
    // Other websites have none of the shop's.
    if (isWatching || config.site) return;
    isWatching = true;
    if (known.cart?.itemCount) refreshCart();
    onCartChange(refreshCart);
  }

  return {
    read() {
      watchCart();
      const isProduct = known.page?.type === "product";
      const variantId = isProduct && !choosesVariant ? findChosenVariant() : undefined;
      return tidyContext({
        ...known,
        ...(known.page && { page: { ...known.page, ...(variantId && { variantId }) } }),
      });
    },
    merge(given) {
      const { page: shown, ...change } = given ?? {};
      // A theme's mistake takes no place of what is known.
      if (typeof change.locale !== "string") delete change.locale;
      if (typeof change.cart !== "object" || !change.cart) delete change.cart;
      known = { ...known, ...change };
      if (!shown) return;
      choosesVariant = shown.variantId !== undefined || shown.productHandle !== undefined;
      known.page = isSamePage(known.page, shown) ? { ...known.page, ...shown } : shown;
    },
  };
}

function isSamePage(known: Page | undefined, shown: Partial<Page>): boolean {
  const same = (name: "type" | "productHandle") => (shown[name] ?? known?.[name]) === known?.[name];
  return same("type") && same("productHandle");
}

/** Themes write the chosen variant into the address, and into the form that adds it to the cart. */
function findChosenVariant(): string | undefined {
  const inForm = document.querySelector<HTMLInputElement>('form[action*="/cart/add"] [name="id"]');
  return new URLSearchParams(location.search).get("variant") ?? inForm?.value;
}

interface StoreCart {
  item_count: number;
  total_price: number;
  currency: string;
  items: { handle: string; variant_id: number; quantity: number }[];
}

function describeCart({ item_count, total_price, currency, items }: StoreCart): Cart {
  return {
    itemCount: item_count,
    total: total_price,
    currency,
    items: items.slice(0, MAX_CART_ITEMS).map(({ handle, variant_id, quantity }) => ({
      handle,
      variantId: String(variant_id),
      quantity,
    })),
  };
}
