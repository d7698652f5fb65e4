import { type HtmlToken, readHtml } from "./html-tokens";

/** A heading or a line of running text, in reading order; a table row is a line that names its columns. */
export type Block = { type: "heading"; level: number; text: string } | { type: "line"; text: string };

const BREAKS = new Set(
  "p div section article header footer main aside nav ul ol li dl dt dd table thead tbody tfoot tr blockquote pre figure figcaption details summary br hr address button h1 h2 h3 h4 h5 h6 body html".split(
    " ",
  ),
);
const BOLD = new Set(["b", "strong"]);
const HEADINGS = new Set(["h1", "h2", "h3", "h4", "h5", "h6"]);
/** Below all real headings: what merely looks like one. */
const IMPLIED_LEVEL = 7;
const MAX_IMPLIED = 90;
/** Questions are longer than headings. */
const MAX_QUESTION = 200;
/** A page with so many questions that stand alone in a line, each before its answer, is a list of them. */
const MIN_QUESTIONS = 3;

export function readBlocks(html: string): Block[] {
  const reader = new BlockReader();
  for (const token of readHtml(html)) reader.read(token);
  return reader.finish();
}

class BlockReader {
  private readonly blocks: Block[] = [];
  private line = "";
  /** What of the line stood in bold, from its beginning on. */
  private boldStart = "";
  private boldDepth = 0;
  private isBoldSoFar = true;
  private block = "";
  private headers: string[] = [];
  private row: { cells: string[]; isHeader: boolean } | null = null;

  read(token: HtmlToken): void {
    if (token.type === "text") this.addText(token.text);
    else if (token.name === "td" || token.name === "th") this.endCell(token.type, token.name);
    else if (token.name === "tr") this.endRow(token.type);
    else this.readTag(token.type, token.name);
  }

  private readTag(type: "open" | "close", name: string): void {
    if (name === "table") this.headers = [];
    if (BOLD.has(name)) this.boldDepth = Math.max(0, this.boldDepth + (type === "open" ? 1 : -1));
    if (!BREAKS.has(name)) return;
    if (this.row) {
      this.line += " ";
      return;
    }
    this.endLine();
    this.block = type === "open" ? name : "";
  }

  finish(): Block[] {
    this.endRow("close");
    this.endLine();
    return headQuestions(this.blocks);
  }

  private addText(text: string): void {
    const clean = this.block === "pre" ? text : text.replace(/\s+/g, " ");
    if (clean.trim() === "") {
      this.line += " ";
      return;
    }
    if (this.boldDepth === 0) this.isBoldSoFar = false;
    else if (this.isBoldSoFar) this.boldStart += clean;
    this.line += clean;
  }

  private endLine(): void {
    const lines = this.line.split("\n").map(tidy).filter(Boolean);
    const bold = tidy(this.boldStart);
    this.line = "";
    this.boldStart = "";
    this.isBoldSoFar = true;
    for (const text of lines) this.blocks.push(...toBlocks(text, this.block, bold));
  }

  private endCell(type: "open" | "close", name: string): void {
    if (!this.row) return;
    if (type === "open") {
      this.line = "";
      if (name === "td") this.row.isHeader = false;
    } else {
      this.row.cells.push(tidy(this.line));
      this.line = "";
    }
  }

  private endRow(type: "open" | "close"): void {
    if (this.row) this.pushRow(this.row);
    else this.endLine();
    this.line = "";
    this.boldStart = "";
    this.isBoldSoFar = true;
    this.row = type === "open" ? { cells: [], isHeader: true } : null;
  }

  private pushRow({ cells, isHeader }: { cells: string[]; isHeader: boolean }): void {
    if (!cells.some(Boolean)) return;
    if (isHeader && this.headers.length === 0) {
      this.headers = cells;
      return;
    }
    const named = cells.map((cell, index) => {
      const header = this.headers[index];
      return header && cell ? `${header}: ${cell}` : cell;
    });
    const text = named.filter(Boolean).join("; ");
    this.blocks.push({ type: "line", text: /[.!?]$/.test(text) ? text : `${text}.` });
  }
}

/** Shops often write their headings as bold paragraphs, in capitals, or as a bold question before its answer. */
function toBlocks(text: string, block: string, bold: string): Block[] {
  if (HEADINGS.has(block)) return [{ type: "heading", level: Number(block[1]), text }];
  if (block === "dt" || block === "summary") return [{ type: "heading", level: IMPLIED_LEVEL, text }];
  const marked = /^(?:q|question)\s?[:.)]\s*(.{3,200}\?)$/i.exec(text)?.[1];
  if (marked) return [{ type: "heading", level: IMPLIED_LEVEL, text: marked }];
  if (bold.endsWith("?") && bold.length <= MAX_QUESTION && text.startsWith(bold)) {
    const answer = text.slice(bold.length).trim();
    const heading = { type: "heading" as const, level: IMPLIED_LEVEL, text: bold };
    return answer === "" ? [heading] : [heading, { type: "line", text: answer }];
  }
  if (block === "li") return [{ type: "line", text: `- ${text}` }];
  if (isImpliedHeading(text, bold))
    return [{ type: "heading", level: IMPLIED_LEVEL, text: text.replace(/:$/, "") }];
  return [{ type: "line", text: text.replace(/^(?:a|answer)\s?[:.)]\s+(?=\S)/i, "") }];
}

/** Questions without any markup: alone in their lines, with an answer in the next one. */
function headQuestions(blocks: Block[]): Block[] {
  const isQuestion = (index: number) => {
    const [block, next] = [blocks[index], blocks[index + 1]];
    return (
      block?.type === "line" &&
      isLoneQuestion(block.text) &&
      next?.type === "line" &&
      !isLoneQuestion(next.text)
    );
  };
  const questions = blocks.filter((_, index) => isQuestion(index)).length;
  if (questions < MIN_QUESTIONS) return blocks;
  return blocks.map((block, index) =>
    isQuestion(index)
      ? {
          type: "heading",
          level: IMPLIED_LEVEL,
          text: block.text.replace(/^- /, "").replace(/^\d+[.)]\s+/, ""),
        }
      : block,
  );
}

function isLoneQuestion(text: string): boolean {
  return text.length <= MAX_QUESTION && /^(?:\d+[.)] )?[^.!?]{3,}\?$/.test(text);
}

function isImpliedHeading(text: string, bold: string): boolean {
  if (text.length > MAX_IMPLIED || /[.!;,]$/.test(text)) return false;
  const isCapitals = /\p{Lu}{3}/u.test(text) && text === text.toUpperCase();
  return text === bold || isCapitals;
}

function tidy(text: string): string {
  return text
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e007f}]/gu, "")
    .replace(/\s+/g, " ")
    .trim();
}
