import { existsSync, readdirSync, readFileSync } from "node:fs";
import { extname, join, parse } from "node:path";
import MarkdownIt from "markdown-it";
import { type ArticleData, type PageData, type PolicyData, type PolicyType, STORE_OPENED_AT } from "../model";
import { changedAt } from "./changed-at";
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
  { type: "TERMS_OF_SALE", files: ["terms-of-sale"], title: "Terms of sale", handle: "terms-of-sale" },
  { type: "LEGAL_NOTICE", files: ["legal-notice"], title: "Legal notice", handle: "legal-notice" },
  {
    type: "CONTACT_INFORMATION",
    files: ["contact-information"],
    title: "Contact information",
    handle: "contact-information",
  },
  {
    type: "SUBSCRIPTION_POLICY",
    files: ["subscription-policy"],
    title: "Cancellation policy",
    handle: "subscription-policy",
  },
] as const satisfies { type: PolicyType; files: readonly string[]; title: string; handle: string }[];

/** A policy that has no text yet; null for a type that Shopify does not know. */
export function newPolicy(type: string): PolicyData | null {
  const known = POLICIES.find((policy) => policy.type === type);
  if (!known) return null;
  const { title, handle } = known;
  return {
    type: known.type,
    id: deterministicId("policy", type),
    title,
    handle,
    bodyHtml: "",
    updatedAt: STORE_OPENED_AT,
  };
}

export function loadPolicies(directory: string): PolicyData[] {
  const documents = readDocuments(directory);
  return POLICIES.flatMap(({ type, files }) => {
    const document = documents.find(({ name }) => (files as readonly string[]).includes(name));
    const policy = document && newPolicy(type);
    return policy ? [{ ...policy, bodyHtml: document.bodyHtml, updatedAt: document.updatedAt }] : [];
  });
}

export function loadPages(directory: string): PageData[] {
  return loadTitledDocuments(directory).map((document) => ({
    ...document,
    id: deterministicId("page", document.handle),
    createdAt: STORE_OPENED_AT,
  }));
}

/** Articles of the store's one blog, signed by the shop. */
export function loadArticles(directory: string, shopName: string): ArticleData[] {
  return loadTitledDocuments(directory).map((document) => ({
    ...document,
    id: deterministicId("article", document.handle),
    createdAt: STORE_OPENED_AT,
    author: shopName,
    tags: [],
  }));
}

export interface TitledDocument {
  /** The file's name. */
  handle: string;
  title: string;
  bodyHtml: string;
  updatedAt: string;
}

/** A document's title is its first heading, which then is no part of its body, as in Shopify's editor. */
export function loadTitledDocuments(directory: string): TitledDocument[] {
  return readDocuments(directory).map(({ name, bodyHtml, updatedAt }) => {
    const heading = /^\s*<h1[^>]*>([\s\S]*?)<\/h1>\s*/i.exec(bodyHtml);
    const title = heading?.[1]?.replace(/<[^>]*>/g, "").trim();
    return {
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
        updatedAt: changedAt(path),
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
