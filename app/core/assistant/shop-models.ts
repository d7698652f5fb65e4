import type { ModelConnection } from "./providers";

/** A model that a merchant connected herself. */
export interface ShopModel extends Omit<ModelConnection, "apiKey"> {
  /** Null where it cannot be read any more, since the key that sealed it is gone. */
  apiKey: string | null;
  /** As it lies in the database, to be kept when the rest changes. */
  sealedKey: string;
}

export interface ShopModelList {
  /** Changes with every change of the list. */
  version: string;
  /** In the order in which they are asked. */
  models: ShopModel[];
}

/** What is to be kept of a model: with the key that it had, or with another one. */
export type ShopModelDraft = Omit<ModelConnection, "apiKey"> & ({ sealedKey: string } | { apiKey: string });

/** The models of shops; keys are encrypted where they lie. */
export interface ShopModelRepository {
  list(shop: string): Promise<ShopModelList>;
  /** Replaces the list, unless it is no longer the one that `basedOn` names. */
  replace(shop: string, basedOn: string, models: readonly ShopModelDraft[]): Promise<"saved" | "stale">;
}
