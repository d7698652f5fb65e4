import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { extname, join, parse } from "node:path";
import MarkdownIt from "markdown-it";
import type { PageData, PolicyData } from "../model";
import { deterministicId } from "./fields";

/** Merchants write these texts themselves, so HTML in Markdown stays. */
const markdown = new MarkdownIt({ html: true, linkify: true });

const POLICIES = [
  { type: "REFUND_POLICY", files: ["refund-policy"], title: "Refund policy", handle: "refund-policy" },
  {
    type: "SHIPPING_POLICY",
    files: ["shipping-policy"],
    title: "Shipping policy",
    handle: "shipping-policy",
  },
  { type: "PRIVACY_POLICY", files: ["privacy-policy"], title: "Privacy policy", handle: "privacy-policy" },
  {
    type: "TERMS_OF_SERVICE",
    files: ["terms-policy", "terms-of-service"],
    title: "Terms of service",
    handle: "terms-of-service",
  },
] as const;

export function loadPolicies(directory: string): PolicyData[] {
  const documents = readDocuments(directory);
  return POLICIES.flatMap(({ type, files, title, handle }) => {
    const document = documents.find(({ name }) => (files as readonly string[]).includes(name));
    if (!document) return [];
    const { bodyHtml, updatedAt } = document;
    return [{ type, id: deterministicId("policy", type), title, handle, bodyHtml, updatedAt }];
  });
}

/** A page's title is its first heading, which then is no part of its body, as in Shopify's editor. */
export function loadPages(directory: string): PageData[] {
  return readDocuments(directory).map(({ name, bodyHtml, updatedAt }) => {
    const heading = /^\s*<h1[^>]*>([\s\S]*?)<\/h1>\s*/i.exec(bodyHtml);
    const title = heading?.[1]?.replace(/<[^>]*>/g, "").trim();
    return {
      id: deterministicId("page", name),
      handle: name,
      title: title ? decodeEntities(title) : titleFromName(name),
      bodyHtml: heading ? bodyHtml.slice(heading[0].length) : bodyHtml,
      updatedAt,
    };
  });
}

interface Document {
  name: string;
  bodyHtml: string;
  updatedAt: string;
}

function readDocuments(directory: string): Document[] {
  if (!existsSync(directory)) return [];
  return readdirSync(directory)
    .filter((file) => [".md", ".html"].includes(extname(file)))
    .sort()
    .map((file) => {
      const path = join(directory, file);
      const text = readFileSync(path, "utf8").replace(/^\uFEFF/, "");
      return {
        name: parse(file).name,
        bodyHtml: extname(file) === ".md" ? markdown.render(text) : bodyOf(text),
        updatedAt: statSync(path).mtime.toISOString(),
      };
    });
}

/** What stands in `<body>` of a whole document; a fragment as it is. */
function bodyOf(html: string): string {
  return /<body[^>]*>([\s\S]*)<\/body>/i.exec(html)?.[1]?.trim() ?? html;
}

function titleFromName(name: string): string {
  const words = name.replaceAll(/[-_]+/g, " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function decodeEntities(text: string): string {
  return text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");
}
