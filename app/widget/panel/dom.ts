type Child = Node | string | false | null | undefined;
type Properties<K extends keyof HTMLElementTagNameMap> = Partial<
  Omit<HTMLElementTagNameMap[K], "style" | "innerHTML" | "outerHTML" | "children">
>;

/** Builds an element. Text is always text: nothing here parses markup, so no policy on scripts or styles can object. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Properties<K> = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children.filter((child): child is Node | string => Boolean(child)));
  return element;
}

export function button(label: string, className: string, onclick: () => void): HTMLButtonElement {
  return el("button", { type: "button", className, onclick }, label);
}
