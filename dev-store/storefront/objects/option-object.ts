import { Drop } from "liquidjs";
import type { ProductData, VariantData } from "../../model";
import { isAvailable } from "../assortment/assortment";

/** A value of an option: its name where text is wanted. */
class OptionValue extends Drop {
  readonly swatch = null;
  readonly product_url = null;
  constructor(
    readonly id: string,
    readonly name: string,
    readonly selected: boolean,
    readonly available: boolean,
    private readonly variantId: string | null,
  ) {
    super();
  }
  get variant(): { id: number } | null {
    return this.variantId === null ? null : { id: Number(this.variantId) };
  }
  override valueOf(): string {
    return this.name;
  }
  override toString(): string {
    return this.name;
  }
  toJSON(): string {
    return this.name;
  }
}

/** `options_with_values`, with what `selected` has chosen. */
export function createOptionObjects(product: ProductData, selected: VariantData | null) {
  return product.options.map(({ name, values }, index) => {
    const described = values.map((value, at) => {
      const variant = findVariantWith(product, selected, index, value);
      const isSelected = selected?.optionValues[index] === value;
      const id = `${product.id}${index + 1}${at + 1}`;
      return new OptionValue(
        id,
        value,
        isSelected,
        variant !== null && isAvailable(variant),
        variant?.id ?? null,
      );
    });
    return {
      name,
      position: index + 1,
      values: described,
      selected_value: selected?.optionValues[index] ?? null,
    };
  });
}

/** The variant that is one step from the chosen one: another value of one option, all others as they are. */
function findVariantWith(
  product: ProductData,
  selected: VariantData | null,
  index: number,
  value: string,
): VariantData | null {
  const matches = (variant: VariantData) =>
    variant.optionValues.every(
      (own, at) => own === (at === index ? value : (selected?.optionValues[at] ?? own)),
    );
  return product.variants.find(matches) ?? null;
}
