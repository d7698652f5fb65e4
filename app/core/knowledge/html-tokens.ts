import { decodeEntities } from "./decode-entities";

export type HtmlToken =
  | { type: "open" | "close"; name: string }
  /** Decoded; white space as it stood. */
  | { type: "text"; text: string };

/** Elements whose content is for machines, or is a control: nothing of it is read. */
const UNREAD = new Set(
  "script style template noscript svg math iframe object embed head title textarea select option canvas audio video form".split(
    " ",
  ),
);
const VOID = new Set("area base br col embed hr img input link meta source track wbr".split(" "));
const TAG_START = /<(\/?)([a-z][a-z0-9:-]*)/iy;
/** How often a tag may be looked for in vain through the whole rest, so that hostile text costs no quadratic time. */
const MAX_VAIN_SCANS = 50;
const HIDDEN =
  /\shidden(?:[\s=/]|$)|display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d])|aria-hidden\s*=\s*["']?true/i;

/**
 * Reads HTML of any quality: what a browser would not show (comments, scripts, hidden elements) is left out, and what is
 * no whole tag is text. Attributes are never read but to see what is hidden. Takes time in proportion to the length.
 */
export function* readHtml(html: string): Generator<HtmlToken> {
  let text = "";
  let position = 0;
  const source = html.replaceAll("\0", "");
  const tagAt = createTagReader(source);
  while (position < source.length) {
    const next = source.indexOf("<", position);
    text += source.slice(position, next === -1 ? undefined : next);
    if (next === -1) break;
    const end = skipMarkup(source, next);
    if (end !== null) {
      position = end;
      continue;
    }
    const tag = tagAt(next);
    if (!tag) {
      text += "<";
      position = next + 1;
      continue;
    }
    if (text !== "") yield { type: "text", text: decodeEntities(text) };
    text = "";
    yield { type: tag.isClosing ? "close" : "open", name: tag.name };
    position = tag.isUnread ? skipElement(source, tag.name, tag.end) : tag.end;
  }
  if (text !== "") yield { type: "text", text: decodeEntities(text) };
}

/** The end of a comment, doctype or processing instruction that begins here; null when none does. Unclosed ones take the rest. */
function skipMarkup(source: string, start: number): number | null {
  const closing = source.startsWith("<!--", start)
    ? "-->"
    : /^<[!?]/.test(source.slice(start, start + 2))
      ? ">"
      : null;
  if (closing === null) return null;
  const end = source.indexOf(closing, start + 2);
  return end === -1 ? source.length : end + closing.length;
}

function createTagReader(source: string) {
  let vainScans = 0;
  return (start: number) => {
    TAG_START.lastIndex = start;
    const match = TAG_START.exec(source);
    if (!match) return null;
    const from = start + match[0].length;
    const quoted = vainScans < MAX_VAIN_SCANS ? endOutsideQuotes(source, from) : -1;
    if (quoted === -1) vainScans += 1;
    const end = quoted === -1 ? source.indexOf(">", from) + 1 : quoted;
    if (end === 0) return null;
    const name = (match[2] ?? "").toLowerCase();
    const isClosing = match[1] === "/";
    const attributes = source.slice(from, end - 1);
    const isUnread = !isClosing && !VOID.has(name) && (UNREAD.has(name) || HIDDEN.test(attributes));
    return { name, isClosing, isUnread, end };
  };
}

/** Past the ">" that no quotes enclose; -1 when there is none. */
function endOutsideQuotes(source: string, from: number): number {
  for (let at = from; at < source.length; at += 1) {
    const character = source[at];
    if (character === ">") return at + 1;
    if (character !== '"' && character !== "'") continue;
    at = source.indexOf(character, at + 1);
    if (at === -1) return -1;
  }
  return -1;
}

/** Past the closing tag that belongs to an element opened before `from`; unclosed ones take the rest. */
function skipElement(source: string, name: string, from: number): number {
  const tags = new RegExp(`<(/?)${name}(?![a-z0-9:-])[^<>]*>`, "gi");
  tags.lastIndex = from;
  let depth = 1;
  for (let match = tags.exec(source); match; match = tags.exec(source)) {
    depth += match[1] === "/" ? -1 : 1;
    if (depth === 0) return match.index;
  }
  return source.length;
}
