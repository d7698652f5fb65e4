import { adoptStyle } from "../adopt-style";
import controls from "./controls.css?inline";
import panel from "./panel.css?inline";

export function adoptPanelStyle(root: ShadowRoot): void {
  adoptStyle(root, panel + controls);
}
