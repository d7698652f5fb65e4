import { el } from "./dom";
import { anchor } from "./links";

/**
 * The small Markdown of replies (bold, italics, lists, links, [1] for a source) as DOM nodes. Nothing is ever parsed as
 * HTML; what is not in the subset stays the text that it was.
 */

/** What a text may lead to. */
export interface LinkTargets {
  /** The address to link to, or null where it must stay text. */
  resolve(href: string): URL | null;
}

const BULLET = /^\s*[-*•]\s+/;
const NUMBER = /^\s*(\d{1,4})[.)]\s+/;
const HEADING = /^#{1,6}\s+/;
const LIST_ITEM = /^\s*(?:[-*•]|\d{1,4}[.)])\s/;

/** Emphasis between equal marks, a named link, the number of a source, a bare address. */
const INLINE =
  /(([*_])\2?)(?!\s|\2)((?:(?!\2).)+)(?<!\s)\1|\[([^[\]\n]{1,200})\]\(([^\s()]{1,2048})\)|[ \t]*\[(\d{1,2})\](?!\()|https?:\/\/[^\s<>"'()[\]]+/g;

/** Cuts text into blocks: paragraphs and whole lists. Joined again they are the text, so the last one tells where it began. */
export function splitBlocks(text: string): string[] {
  const blocks: string[] = [];
  let current = "";
  let inList: boolean = false;
  for (const line of text.match(/[^\n]*\n|[^\n]+$/g) ?? []) {
    const blank = line.trim() === "";
    const startsList: boolean = LIST_ITEM.test(line);
    const continuesList: boolean = inList && /^\s{2,}\S/.test(line);
    const turns = startsList !== inList && !continuesList;
    if (!blank && current.trim() !== "" && (turns || /\n\s*\n$/.test(current))) {
      blocks.push(current);
      current = "";
    }
    current += line;
    if (!blank) inList = startsList || continuesList;
  }
  if (current) blocks.push(current);
  return blocks;
}

export function renderBlock(block: string, links: LinkTargets): HTMLElement {
  const text = block.trim();
  return LIST_ITEM.test(`${text} `) ? renderList(text, links) : renderParagraph(text, links);
}

function renderList(text: string, links: LinkTargets): HTMLElement {
  const number = NUMBER.exec(text);
  const list = el(number ? "ol" : "ul");
  if (number) (list as HTMLOListElement).start = Number(number[1]);
  for (const line of text.split("\n").filter((each) => each.trim() !== "")) {
    if (LIST_ITEM.test(`${line} `) || !list.lastElementChild) {
      const words = line.replace(number ? NUMBER : BULLET, "").replace(BULLET, "");
      list.append(el("li", {}, ...renderInline(words, links)));
    } else {
      list.lastElementChild.append(el("br"), ...renderInline(line.trim(), links));
    }
  }
  return list;
}

function renderParagraph(text: string, links: LinkTargets): HTMLElement {
  const paragraph = el("p");
  text.split("\n").forEach((line, index) => {
    if (index > 0) paragraph.append(el("br"));
    if (HEADING.test(line)) paragraph.append(emphasis("strong", line.replace(HEADING, ""), links));
    else paragraph.append(...renderInline(line, links));
  });
  return paragraph;
}

function renderInline(text: string, links: LinkTargets): (Node | string)[] {
  const nodes: (Node | string)[] = [];
  let end = 0;
  for (const match of text.matchAll(INLINE)) {
    if (match.index < end || isInsideWord(text, match)) continue;
    nodes.push(text.slice(end, match.index), ...renderMatch(match, links));
    end = match.index + match[0].length;
  }
  nodes.push(text.slice(end));
  return nodes.filter((node) => node !== "");
}

/** snake_case words such as article numbers are no emphasis, nor are measures such as 120*60*45. */
function isInsideWord(text: string, match: RegExpMatchArray): boolean {
  const at = match.index ?? 0;
  const around = (text[at - 1] ?? "") + (text[at + match[0].length] ?? "");
  return match[2] === "_" ? /\w/.test(around) : match[2] === "*" && /\d/.test(around);
}

function renderMatch(match: RegExpMatchArray, links: LinkTargets): (Node | string)[] {
  const [whole, mark, , words = "", label = "", href, source] = match;
  if (mark) return [emphasis(mark[1] ? "strong" : "em", words, links)];
  if (source) return [el("sup", {}, source)];
  if (!href) return renderBareAddress(whole, links);
  const url = links.resolve(href);
  return [url ? anchor(url, ...renderInline(label.replace(/https?:\/\//g, ""), links)) : label];
}

function renderBareAddress(address: string, links: LinkTargets): (Node | string)[] {
  const href = address.replace(/[.,;:!?]+$/, "");
  const url = links.resolve(href);
  return url ? [anchor(url, href), address.slice(href.length)] : [address];
}

function emphasis(tag: "strong" | "em", text: string, links: LinkTargets): HTMLElement {
  return el(tag, {}, ...renderInline(text, links));
}
