import type { DevStoreContext } from "../../context";
import { deterministicId } from "../../load/fields";
import { STORE_OPENED_AT } from "../../model";
import { dateTime, globalId } from "./scalars";
import type { View } from "./view-context";

/** The one place where the store keeps its stock. */
export function viewLocation(store: DevStoreContext): View {
  const id = locationId(store);
  return {
    __typename: "Location",
    id: globalId("Location", id),
    legacyResourceId: id,
    name: "Warehouse",
    isActive: true,
    isPrimary: true,
    fulfillsOnlineOrders: true,
    shipsInventory: true,
    hasActiveInventory: true,
    createdAt: dateTime(STORE_OPENED_AT),
    updatedAt: dateTime(STORE_OPENED_AT),
  };
}

export function locationId({ config }: DevStoreContext): string {
  return deterministicId("location", config.shop);
}
