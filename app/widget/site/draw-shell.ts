import type { ShellNode, ShellSource } from "./shell-source";

const EDGE = "max(20px,env(safe-area-inset-";
const SVG = "http://www.w3.org/2000/svg";

/** Puts the shell into the host's shadow root, as the theme app extension would have printed it. */
export function drawShell(host: HTMLElement, { css, nodes, texts }: ShellSource): void {
  const root = host.attachShadow({ mode: "open" });
  const words = texts[host.lang] ?? {};
  const style = document.createElement("style");
  const isLeft = host.dataset.corner === "left";
  style.textContent = css
    .replace("{right}", isLeft ? "auto" : `${EDGE}right))`)
    .replace("{left}", isLeft ? `${EDGE}left))` : "auto");
  root.append(style, ...nodes.map((node) => draw(node, words)));
}

function draw([tag, attributes, ...children]: ShellNode, words: Record<string, string>): Element {
  const isDrawing = tag === "svg" || tag === "path";
  const element = isDrawing ? document.createElementNS(SVG, tag) : document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, fill(value, words));
  element.append(
    ...children.map((child) => (typeof child === "string" ? fill(child, words) : draw(child, words))),
  );
  return element;
}

const fill = (text: string, words: Record<string, string>) =>
  text.replace(/^\{(\w+)\}$/, (place, name: string) => words[name] ?? place);
