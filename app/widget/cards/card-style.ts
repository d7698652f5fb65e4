import { adoptStyle } from "../adopt-style";
import css from "./cards.css?inline";

const styled = new WeakSet<ShadowRoot>();

/** May be called for every card; the first one brings the style sheet. */
export function adoptCardStyle(root: ShadowRoot): void {
  if (!styled.has(root)) adoptStyle(root, css);
  styled.add(root);
}
