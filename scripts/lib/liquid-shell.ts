import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { Window } from "happy-dom";
import { Liquid } from "liquidjs";
import type { ShellNode, ShellSource } from "../../app/widget/site/shell-source";

const EXTENSION = new URL("../../extensions/chat-widget/", import.meta.url).pathname;

/**
 * What the theme app extension's block prints into its shadow root, as data, so that a page without Liquid shows the same
 * shell. Its words stand as `{open}` and the like; colours and corner are the page's to choose (see app/widget/site).
 */
export async function readShellSource(): Promise<ShellSource> {
  const block = await readFile(join(EXTENSION, "blocks/chat.liquid"), "utf8");
  const template = /<template shadowrootmode="open">(.*?)<\/template>/s.exec(block)?.[1];
  if (!template) throw new Error("blocks/chat.liquid has no <template shadowrootmode> any more.");
  const html = await renderPrinted(template);
  const window = new Window();
  const { document } = window;
  document.body.innerHTML = html;
  const style = document.querySelector("style");
  const css = style?.textContent.trim() ?? "";
  style?.remove();
  const nodes = [...document.body.children].map((element) => toShellNode(element as unknown as Element));
  await window.happyDOM.close();
  return { css, nodes, texts: await readTexts(nodes) };
}

/** The block's own defaults, and places for what the page may choose. */
async function renderPrinted(template: string): Promise<string> {
  const liquid = new Liquid({ strictVariables: true, strictFilters: true });
  liquid.registerFilter("t", (key: string) => `{${key.replace(/^chat\./, "")}}`);
  const html = await liquid.parseAndRender(template, {
    ...{ scheme: "light dark", accent: "#1f3d36", on_accent: "#fff", label: "" },
    ...{ right: "{right}", left: "{left}" },
  });
  return String(html);
}

function toShellNode(element: Element): ShellNode {
  const attributes = Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value]));
  const children = [...element.childNodes].flatMap((node): (ShellNode | string)[] => {
    if (node.nodeType === 1) return [toShellNode(node as Element)];
    return node.textContent ? [node.textContent] : [];
  });
  return [element.tagName.toLowerCase(), attributes, ...children];
}

/** Of every language, the words that the shell needs. */
async function readTexts(nodes: ShellNode[]): Promise<ShellSource["texts"]> {
  const names = new Set(JSON.stringify(nodes).match(/(?<=\{)\w+(?=\})/g));
  const folder = join(EXTENSION, "locales");
  const texts: ShellSource["texts"] = {};
  for (const file of await readdir(folder)) {
    if (file.endsWith(".schema.json")) continue;
    const { chat } = JSON.parse(await readFile(join(folder, file), "utf8"));
    texts[chat.language] ??= Object.fromEntries([...names].map((name) => [name, chat[name]]));
  }
  return texts;
}
