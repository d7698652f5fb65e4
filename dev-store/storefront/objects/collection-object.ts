import type { CollectionData, ProductData } from "../../model";
import type { Assortment } from "../assortment/assortment";
import {
  type FilterValue,
  type ListingChoice,
  listProducts,
  SORT_ORDERS,
} from "../assortment/collection-listing";
import { createPagedList } from "../liquid/paged-list";
import { createImageObject } from "./image-object";
import { createProductObject } from "./product-object";

/** Liquid's `collection` as a page shows it: narrowed and sorted as the shopper chose. */
export function createCollectionObject(
  collection: CollectionData,
  assortment: Assortment,
  choice: ListingChoice = NO_CHOICE,
) {
  const all = assortment.productsOf(collection);
  return { ...createListObject(all, choice), ...identityOf(collection, all) };
}

const NO_CHOICE: ListingChoice = {
  sortBy: "best-selling",
  productTypes: [],
  vendors: [],
  inStockOnly: false,
};

function identityOf(collection: CollectionData, products: ProductData[]) {
  const picture = products.find((product) => product.images.length > 0)?.images[0];
  const image = picture ? createImageObject(picture.url, collection.title, 1) : null;
  return {
    id: Number(collection.id),
    handle: collection.handle,
    title: collection.title,
    description: collection.descriptionHtml,
    url: `/collections/${collection.handle}`,
    all_products_count: products.length,
    featured_image: image,
    image,
    object_type: "collection",
    template_suffix: null,
    metafields: {},
    all_types: [...new Set(products.map((product) => product.productType))],
    all_vendors: [...new Set(products.map((product) => product.vendor))],
    all_tags: [],
    tags: [],
  };
}

/** The part that a collection shares with the results of a search: products, filters and orders. */
export function createListObject(all: ProductData[], choice: ListingChoice) {
  const listing = listProducts(all, choice);
  return {
    products: createPagedList(listing.products, (product) => createProductObject(product)),
    products_count: listing.products.length,
    sort_by: choice.sortBy,
    default_sort_by: "best-selling",
    current_type: null,
    current_vendor: null,
    sort_options: SORT_ORDERS.map(([value, name]) => ({ value, name })),
    filters: [
      createFilter("Availability", "filter.v.availability", [
        { value: "1", count: listing.products.length, active: choice.inStockOnly },
      ]),
      createFilter("Type", "filter.p.product_type", listing.productTypes),
      createFilter("Brand", "filter.p.vendor", listing.vendors),
    ].filter((filter) => filter.param_name === "filter.v.availability" || filter.values.length > 1),
  };
}

function createFilter(label: string, paramName: string, values: FilterValue[]) {
  const shown = values.map((value) => ({
    ...value,
    label: paramName === "filter.v.availability" ? "In stock" : value.value,
    param_name: paramName,
    id: `${paramName}-${value.value}`,
    url_to_add: `?${new URLSearchParams({ [paramName]: value.value })}`,
    url_to_remove: "?",
    swatch: null,
    image: null,
  }));
  return {
    label,
    type: "list",
    param_name: paramName,
    operator: "OR",
    presentation: "text",
    url_to_remove: "",
    values: shown,
    active_values: shown.filter((value) => value.active),
  };
}
