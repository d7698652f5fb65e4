import type { ProductCard } from "~/protocol/events";
import { el } from "../panel/dom";

export type Variant = ProductCard["variants"][number];

/**
 * A field for each option that has a choice, in which values that are sold out in the present combination say so; null
 * when there is nothing to choose. `onChoose` is given undefined for a combination that the card does not tell of.
 */
export function createVariantChoice(
  { options, variants }: ProductCard,
  suggested: Variant | undefined,
  soldOut: string,
  onChoose: (variant: Variant | undefined) => void,
): HTMLElement | null {
  const open = options.filter(({ values }) => values.length > 1);
  if (open.length === 0 || variants.length < 2) return null;
  const fields = open.map(({ name, values }) => {
    const items = values.map((value) =>
      el("option", { value, selected: suggested?.options[name] === value }, value),
    );
    return { name, select: el("select", { onchange: choose }, ...items) };
  });

  /** As chosen, but for one field. */
  function findVariant(field?: HTMLSelectElement, value?: string): Variant | undefined {
    return variants.find((variant) =>
      fields.every(({ name, select }) => variant.options[name] === (select === field ? value : select.value)),
    );
  }

  function markSoldOut(): void {
    for (const { select } of fields) {
      for (const option of select.options) {
        const sold = findVariant(select, option.value)?.available === false;
        option.text = sold ? `${option.value} · ${soldOut}` : option.value;
      }
    }
  }

  function choose(): void {
    markSoldOut();
    onChoose(findVariant());
  }

  markSoldOut();
  const labels = fields.map(({ name, select }) => el("label", {}, name, select));
  return el("div", { className: "choices" }, ...labels);
}
