import { adoptStyle } from "../adopt-style";
import css from "./panel.css?inline";

export function adoptPanelStyle(root: ShadowRoot): void {
  adoptStyle(root, css);
}
