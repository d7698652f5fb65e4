import type { DevStoreContext } from "../../context";
import type { OrderData, ProductData } from "../../model";
import type { AdminSchema } from "../admin-schema";

/** What a view may see of the request that it answers. */
export interface ViewContext {
  store: DevStoreContext;
  /** Of the API version that is asked. */
  schema: AdminSchema;
  scopes: readonly string[];
  /** Fields of search queries that do not exist, as Shopify reports them beside the data. */
  searchWarnings: SearchWarning[];
  /** Told of every field that was asked for and that this store does not know. */
  onMissing: (field: string) => void;
  /** The way back from a part to its whole: views of parts do not import those of the whole. */
  wholes: {
    viewOrder(order: OrderData, context: ViewContext): View;
    viewProduct(product: ProductData, context: ViewContext): View;
  };
}

export interface SearchWarning {
  path: (string | number)[];
  query: string;
  warnings: { field: string; message: string; code: "invalid_field" }[];
}

/**
 * What stands for an object of the schema: its fields by name, functions for what takes arguments or costs something. A
 * field that is missing is one that this store does not know.
 */
export type View = { __typename: string } & Record<string, unknown>;
