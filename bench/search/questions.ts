import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, parse } from "node:path";
import MarkdownIt from "markdown-it";
import type { DocumentKind } from "~/core/store/document-kind";
import type { StoreDocument } from "~/core/store/store-platform";

export interface PolicyQuestion {
  question: string;
  /** "document#heading" of the sections that answer it. */
  sections: string[];
}

export interface QuestionedShop {
  name: string;
  documents: StoreDocument[];
  questions: PolicyQuestion[];
}

const RETAIL = "../shared/data/stores/retail";
const EXAMPLE = "dev-store/example-store";
const OWN = "bench/search/questions";

/** The shops whose texts are asked about; the one in the shared data only where that is there. */
export function readQuestionedShops(): QuestionedShop[] {
  const shops: [string, string[]][] = [
    ["retail", [join(RETAIL, "policies")]],
    ["example", ["policies", "pages", "articles", "collections"].map((folder) => join(EXAMPLE, folder))],
    ...["teehaus", "patas", "savonnerie", "cartoleria"].map((name): [string, string[]] => [
      name,
      [join(OWN, name)],
    ]),
  ];
  return shops
    .filter(([, folders]) => folders.every((folder) => existsSync(folder)))
    .map(([name, folders]) => ({
      name,
      documents: folders.flatMap(readDocuments),
      questions: readQuestions(join(OWN, `${name}.tsv`)),
    }));
}

const markdown = new MarkdownIt({ html: true });
const KINDS: Record<string, DocumentKind> = {
  policies: "policy",
  articles: "article",
  collections: "collection",
};

function readDocuments(folder: string): StoreDocument[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".md"))
    .map((file) => {
      const text = readFileSync(join(folder, file), "utf8");
      const [, title = parse(file).name] = /^# (.+)$/m.exec(text) ?? [];
      return {
        id: parse(file)
          .name.replace(/-policy$/, "")
          .replace(/^breaking-in-leather-boots$/, "boots"),
        kind: KINDS[parse(folder).name] ?? "page",
        title,
        url: `https://shop.example/${parse(file).name}`,
        html: markdown.render(text.replace(/^# .+$/m, "")),
        updatedAt: null,
      };
    });
}

function readQuestions(path: string): PolicyQuestion[] {
  return readFileSync(path, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => {
      const [question = "", sections = ""] = line.split("\t");
      return { question, sections: sections.split("|") };
    });
}
