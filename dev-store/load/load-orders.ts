import type {
  AddressData,
  CustomerData,
  LineItemData,
  LoadProblem,
  OrderData,
  ProductData,
  VariantData,
} from "../model";
import { collectRows } from "./collect-rows";
import type { CsvRow, CsvTable } from "./csv-table";
import {
  deterministicId,
  parseBoolean,
  parseDate,
  parseEnum,
  parseId,
  parseInteger,
  parseMoney,
  parseTags,
  RowError,
  requireDate,
  requireText,
} from "./fields";
import { FINANCIAL_STATUSES, FULFILLMENT_STATUSES, RETURN_STATUSES } from "./order-statuses";

export interface OrderLinks {
  currency: string;
  customers: CustomerData[];
  products: ProductData[];
}

/** An order as the export has it, and how far each line is fulfilled; shipments come from elsewhere. */
export interface LoadedOrder {
  order: OrderData;
  fulfilledAt: string | null;
  fulfilledLineItemIds: Set<string>;
}

/** Rows of one `Name` are one order: the first has its totals and address, each has a line item. */
export function loadOrders(
  table: CsvTable,
  links: OrderLinks,
): { orders: LoadedOrder[]; problems: LoadProblem[] } {
  const orders = new Map<string, LoadedOrder>();
  const refused = new Set<string>();
  const customerIds = new Map(links.customers.map(({ email, id }) => [email.toLowerCase(), id]));
  const findVariant = indexVariants(links.products);
  const problems = collectRows(table, "orders_export.csv", (row) => {
    const name = requireText(row.get("Name"), "Name");
    if (refused.has(name))
      throw new RowError(`It belongs to the order ${name}, whose first row could not be loaded.`);
    let loaded = orders.get(name);
    if (loaded && row.get("Created at") && row.get("Total"))
      throw new RowError(`The order ${name} is in the file twice.`);
    if (!loaded) {
      try {
        loaded = readOrder(row, name, links.currency, customerIds);
      } catch (error) {
        refused.add(name);
        throw error;
      }
      orders.set(name, loaded);
    }
    addLineItem(loaded, row, findVariant);
  });
  return { orders: [...orders.values()], problems };
}

function readOrder(
  row: CsvRow,
  name: string,
  shopCurrency: string,
  customerIds: Map<string, string>,
): LoadedOrder {
  const currency = readCurrency(row, shopCurrency);
  const money = (column: string) => parseMoney(row.get(column), currency, column);
  const email = row.get("Email");
  const createdAt = requireDate(row.get("Created at"), "Created at");
  const cancelledAt = parseDate(row.get("Cancelled at"), "Cancelled at");
  const order: OrderData = {
    id: parseId(row.get("Id")) ?? deterministicId("order", name),
    name,
    customerId: customerIds.get(email.toLowerCase()) ?? null,
    email,
    createdAt,
    processedAt: createdAt,
    cancelledAt,
    cancelReason: cancelledAt ? row.get("Cancel Reason").toUpperCase() || "OTHER" : null,
    currency,
    financialStatus: parseEnum(
      row.get("Financial Status"),
      FINANCIAL_STATUSES,
      "PENDING",
      "Financial Status",
    ),
    fulfillmentStatus: parseEnum(
      row.get("Fulfillment Status"),
      FULFILLMENT_STATUSES,
      "UNFULFILLED",
      "Fulfillment Status",
    ),
    subtotal: money("Subtotal"),
    shipping: money("Shipping"),
    taxes: money("Taxes"),
    discount: money("Discount Amount"),
    discountCode: row.get("Discount Code") || null,
    total: money("Total"),
    refunded: money("Refunded Amount"),
    shippingMethod: row.get("Shipping Method"),
    paymentMethod: row.get("Payment Method"),
    tags: parseTags(row.get("Tags")),
    note: row.get("Notes") || row.get("Note"),
    shippingAddress: readAddress(row),
    lineItems: [],
    fulfillments: [],
    returnStatus: parseEnum(row.get("Return Status"), RETURN_STATUSES, "NO_RETURN", "Return Status"),
  };
  return {
    order,
    fulfilledAt: parseDate(row.get("Fulfilled at"), "Fulfilled at"),
    fulfilledLineItemIds: new Set(),
  };
}

function readCurrency(row: CsvRow, shopCurrency: string): string {
  const currency = row.get("Currency") || shopCurrency;
  if (!/^[A-Z]{3}$/.test(currency))
    throw new RowError(`Currency is not an ISO code: "${currency.slice(0, 40)}".`);
  return currency;
}

function readAddress(row: CsvRow): AddressData | null {
  const cell = (column: string) => row.get(`Shipping ${column}`);
  if (!cell("Name") && !cell("Address1") && !cell("City")) return null;
  return {
    name: cell("Name"),
    address1: cell("Address1") || cell("Street"),
    address2: cell("Address2"),
    city: cell("City"),
    provinceCode: cell("Province"),
    countryCode: cell("Country"),
    zip: cell("Zip").replace(/^'/, ""),
    phone: cell("Phone").replace(/^'/, "") || row.get("Phone").replace(/^'/, ""),
  };
}

function addLineItem(loaded: LoadedOrder, row: CsvRow, findVariant: FindVariant): void {
  const name = row.get("Lineitem name");
  if (!name) return;
  const { order } = loaded;
  const sku = row.get("Lineitem sku").replace(/^'/, "");
  const match = findVariant(sku, name);
  const quantity = parseInteger(row.get("Lineitem quantity"), "Lineitem quantity");
  if (quantity < 1) throw new RowError("Lineitem quantity is less than 1.");
  const lineItem: LineItemData = {
    id: deterministicId("line-item", order.name, String(order.lineItems.length), sku, name),
    ...splitLineItemName(name, match?.product),
    sku,
    quantity,
    price: parseMoney(
      requireText(row.get("Lineitem price"), "Lineitem price"),
      order.currency,
      "Lineitem price",
    ),
    requiresShipping: parseBoolean(row.get("Lineitem requires shipping"), true),
    productId: match?.product.id ?? null,
    variantId: match?.variant.id ?? null,
  };
  order.lineItems.push(lineItem);
  if (row.get("Lineitem fulfillment status").toLowerCase() === "fulfilled")
    loaded.fulfilledLineItemIds.add(lineItem.id);
}

type FindVariant = (
  sku: string,
  lineItemName: string,
) => { product: ProductData; variant: VariantData } | undefined;

/** Variants by SKU; where several share one, the one whose product the line names. Without SKU, by its full name. */
function indexVariants(products: ProductData[]): FindVariant {
  const bySku = new Map<string, { product: ProductData; variant: VariantData }[]>();
  const byName = new Map<string, { product: ProductData; variant: VariantData }>();
  for (const product of products) {
    for (const variant of product.variants) {
      const entry = { product, variant };
      if (variant.sku) bySku.set(variant.sku, [...(bySku.get(variant.sku) ?? []), entry]);
      byName.set(
        variant.title === "Default Title" ? product.title : `${product.title} - ${variant.title}`,
        entry,
      );
    }
  }
  return (sku, name) => {
    const candidates = sku ? (bySku.get(sku) ?? []) : [];
    return (
      candidates.find(({ product }) => name.startsWith(product.title)) ?? candidates[0] ?? byName.get(name)
    );
  };
}

/** The export joins both with " - ", which titles may hold too: only the product's own title tells them apart. */
function splitLineItemName(name: string, product: ProductData | undefined) {
  const prefix = product ? `${product.title} - ` : "";
  if (!prefix || !name.startsWith(prefix)) return { title: name, variantTitle: null };
  return { title: product?.title ?? name, variantTitle: name.slice(prefix.length) || null };
}
