import { readdirSync, readFileSync } from "node:fs";
import { join, parse } from "node:path";
import MarkdownIt from "markdown-it";
import type { StoreDocument } from "~/core/store/store-platform";

/** A question that a shop's texts answer, or none of them does. */
export interface PolicyCase {
  question: string;
  /** "document#heading" of the sections that answer it. */
  sections: string[];
  /** Another language than the shop's, where the question is asked in it. */
  foreign: string | null;
  /** Why nothing answers it: the shop says nothing of the matter, or a product is what is asked about. */
  absent: "matter" | "product" | null;
}

export interface PolicyShop {
  name: string;
  documents: StoreDocument[];
  cases: PolicyCase[];
}

const markdown = new MarkdownIt({ html: true });
const TITLE = /^# \[(\S+)\] (.+)$/;
const HEADING = /^## \[(\S+)\] (.+)$/;

/**
 * Shops as folders keep them: `name.md` holds documents ("# [key] Title") and sections ("## [key] Heading"); `name.tsv`
 * the questions, each after the keys that answer it. A line "- absent" or "- product" is answered by none.
 */
export function readPolicyShops(folder: string): PolicyShop[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".md"))
    .sort()
    .map((file) => readShop(join(folder, parse(file).name), parse(file).name));
}

function readShop(path: string, name: string): PolicyShop {
  const keys = new Map<string, string>();
  const documents: StoreDocument[] = [];
  let lines: string[] = [];
  const close = () => {
    const document = documents.at(-1);
    if (document) document.html = markdown.render(lines.join("\n\n"));
    lines = [];
  };
  for (const line of readFileSync(`${path}.md`, "utf8").split("\n")) {
    const [, id, title] = TITLE.exec(line) ?? [];
    const [, key, heading] = HEADING.exec(line) ?? [];
    if (id && title) {
      close();
      keys.set(id, `${id}#`);
      const url = `https://${name}.example/${id}`;
      documents.push({ id, kind: "page", title, url, html: "", updatedAt: null });
    } else if (key && heading) {
      keys.set(key, `${documents.at(-1)?.id}#${heading}`);
      lines.push(`## ${heading}`);
    } else lines.push(line);
  }
  close();
  return { name, documents, cases: readCases(`${path}.tsv`, keys) };
}

function readCases(path: string, keys: ReadonlyMap<string, string>): PolicyCase[] {
  return readFileSync(path, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => {
      const [answer = "", question = ""] = line.split("\t");
      const [first = "", second] = answer.split(" ");
      if (first === "-") {
        const absent = second === "product" ? "product" : "matter";
        return { question, sections: [], foreign: null, absent };
      }
      const foreign = second === undefined ? null : first;
      const sections = (second ?? first).split("|").map((key) => {
        const section = keys.get(key);
        if (section === undefined) throw new Error(`${path}: there is no section ${key}`);
        return section;
      });
      return { question, sections, foreign, absent: null };
    });
}
