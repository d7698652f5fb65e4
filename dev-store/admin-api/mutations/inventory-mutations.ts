import { editVariants } from "../../merchant/edit-product";
import { requireNumericId } from "../views/scalars";
import type { ViewContext } from "../views/view-context";
import { locationId } from "../views/view-location";
import { userError } from "./user-error";

interface QuantityInput {
  inventoryItemId: string;
  locationId: string;
  quantity: number;
}

/** Stock is kept at one location, and an inventory item has the number of its variant. */
export function inventoryMutations(context: ViewContext): Record<string, unknown> {
  const { catalogue, merchant } = context.store;

  function findFault({ inventoryItemId, locationId: location, quantity }: QuantityInput) {
    if (!catalogue.variantById.has(requireNumericId(inventoryItemId, "InventoryItem")))
      return {
        name: "inventoryItemId",
        message: "The specified inventory item could not be found.",
        code: "INVALID_INVENTORY_ITEM",
      };
    if (requireNumericId(location, "Location") !== locationId(context.store))
      return {
        name: "locationId",
        message: "The specified location could not be found.",
        code: "INVALID_LOCATION",
      };
    if (quantity < 0)
      return {
        name: "quantity",
        message: "The quantity can't be negative.",
        code: "INVALID_QUANTITY_NEGATIVE",
      };
    return null;
  }

  return {
    inventorySetQuantities: ({ input }: { input: { name: string; quantities: QuantityInput[] } }) => {
      const errors = input.quantities.flatMap((quantity, index) => {
        const fault = findFault(quantity);
        if (!fault) return [];
        const field = ["input", "quantities", String(index), fault.name];
        return [userError(field, fault.message, fault.code)];
      });
      if (input.name !== "available" && input.name !== "on_hand") {
        errors.push(
          userError(["input", "name"], "The quantity name must be available or on_hand.", "INVALID_NAME"),
        );
      }
      if (errors.length === 0) setQuantities(input.quantities);
      return { inventoryAdjustmentGroup: null, userErrors: errors };
    },
  };

  function setQuantities(quantities: QuantityInput[]): void {
    const byVariant = new Map(
      quantities.map(({ inventoryItemId, quantity }) => [
        requireNumericId(inventoryItemId, "InventoryItem"),
        quantity,
      ]),
    );
    const products = new Set([...byVariant.keys()].map((id) => catalogue.variantById.get(id)?.product));
    for (const product of products) {
      if (!product) continue;
      const edited = editVariants(product, ({ id }) =>
        byVariant.has(id) ? { inventoryQuantity: byVariant.get(id) } : undefined,
      );
      void merchant.saveProduct(edited);
    }
  }
}
