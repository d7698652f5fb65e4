import { el } from "./dom";

export function iconButton(
  label: string,
  paths: string,
  className: string,
  onclick: () => void,
): HTMLButtonElement {
  return el("button", { type: "button", className, ariaLabel: label, title: label, onclick }, icon(paths));
}

export function icon(paths: string): SVGSVGElement {
  const namespace = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(namespace, "svg");
  const path = document.createElementNS(namespace, "path");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  path.setAttribute("d", paths);
  svg.append(path);
  return svg;
}
