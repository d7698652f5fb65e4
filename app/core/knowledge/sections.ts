import type { DocumentKind } from "../store/document-kind";
import { readBlocks } from "./html-blocks";
import type { KnowledgeSection } from "./knowledge-index";

export interface IndexedSection extends KnowledgeSection {
  /** The headings that it stands under, outermost first, without the document's title. */
  context: string[];
}

interface SourceDocument {
  id: string;
  kind: DocumentKind;
  title: string;
  url: string;
  html: string;
}

/** Longer sections are cut between lines, so that what is found is what answers. */
const MAX_CHARACTERS = 1000;
/** Of one document; what a policy is longer than is not read. */
const MAX_HTML = 300_000;

/** A document cut at its headings; text before the first one has an empty heading. Headings without text only name what follows. */
export function readSections(document: SourceDocument): IndexedSection[] {
  const sections: IndexedSection[] = [];
  let path: { level: number; text: string }[] = [];
  let lines: string[] = [];
  const close = () => {
    for (const text of cut(lines)) sections.push(section(document, path, text));
    lines = [];
  };
  for (const block of readBlocks(document.html.slice(0, MAX_HTML))) {
    if (block.type === "line") lines.push(block.text);
    else {
      close();
      path = [...path.filter(({ level }) => level < block.level), block];
    }
  }
  close();
  return sections;
}

function section(
  document: SourceDocument,
  path: { level: number; text: string }[],
  text: string,
): IndexedSection {
  const headings = path.map((heading) => heading.text);
  const isIntroduction = path.length === 1 && path[0]?.level === 1;
  return {
    documentId: document.id,
    documentTitle: document.title,
    kind: document.kind,
    url: document.url,
    heading: isIntroduction ? "" : (headings.at(-1) ?? ""),
    context: isIntroduction ? headings : headings.slice(0, -1),
    text,
  };
}

function cut(lines: string[]): string[] {
  const pieces: string[] = [];
  for (const line of lines.flatMap(cutLine)) {
    const last = pieces.at(-1);
    if (last !== undefined && last.length + line.length < MAX_CHARACTERS)
      pieces[pieces.length - 1] = `${last}\n${line}`;
    else pieces.push(line);
  }
  return pieces;
}

/** A paragraph that is too long by itself, at its sentences; one without sentences at any place. */
function cutLine(line: string): string[] {
  if (line.length <= MAX_CHARACTERS) return [line];
  const sentences = line.match(/.{1,999}?(?:[.!?。](?=\s|$)|$)|.{1,999}/gsu) ?? [];
  return cutJoined(sentences.map((sentence) => sentence.trim()).filter(Boolean));
}

function cutJoined(sentences: string[]): string[] {
  const pieces: string[] = [];
  for (const sentence of sentences) {
    const last = pieces.at(-1);
    if (last !== undefined && last.length + sentence.length < MAX_CHARACTERS) {
      pieces[pieces.length - 1] = `${last} ${sentence}`;
    } else pieces.push(sentence);
  }
  return pieces;
}
