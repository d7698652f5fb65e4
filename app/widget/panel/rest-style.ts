import { adoptStyle } from "../adopt-style";
import css from "./rest.css?inline";

let styled: ShadowRoot | undefined;

/** May be called again: the first call brings the style sheet. */
export function adoptRestStyle(root: ShadowRoot): void {
  if (styled !== root) adoptStyle(root, css);
  styled = root;
}
