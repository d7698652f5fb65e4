import type { KnowledgeSection } from "../knowledge/knowledge-index";
import { allowEverybody } from "./authorise";
import { type SearchPoliciesData, type SearchPoliciesInput, searchPoliciesInputSchema } from "./results";
import type { Tool } from "./tool";

const MAX_SECTIONS = 3;
const MAX_CHARACTERS = 1200;

export const searchPolicies: Tool<SearchPoliciesInput> = {
  name: "search_policies",
  description:
    "Sections of the shop's own policies and pages (shipping, returns, refunds, payment, privacy, contact, sizes, about " +
    "and the like) that answer a question, best first. Empty when the shop says nothing about it: `nearest` may then hold " +
    "sections that come near; use one only if it truly answers, else say that the shop's texts do not tell. Cite what you use.",
  input: searchPoliciesInputSchema,
  authorise: allowEverybody("search_policies"),
  async execute({ question }, context) {
    const { knowledge, shop, signal } = context;
    const matches = await knowledge.search(shop, question, MAX_SECTIONS, signal);
    const nearest =
      matches.length > 0 ? [] : await knowledge.findNearest(shop, question, MAX_SECTIONS, signal);
    const data: SearchPoliciesData = {
      sections: matches.map(toSection),
      ...(nearest.length > 0 && { nearest: nearest.map(toSection) }),
    };
    return {
      status: "ok",
      data,
      sources: [...matches, ...nearest].map((match) => ({ title: sourceTitle(match), url: match.url })),
    };
  },
};

function toSection({ documentTitle, heading, url, text }: KnowledgeSection) {
  return { title: documentTitle, heading, url, text: shorten(text) };
}

function sourceTitle({ documentTitle, heading }: KnowledgeSection): string {
  return heading === "" || heading === documentTitle ? documentTitle : `${documentTitle}: ${heading}`;
}

/** Cut after the last whole sentence that fits. */
function shorten(text: string): string {
  if (text.length <= MAX_CHARACTERS) return text;
  const start = text.slice(0, MAX_CHARACTERS);
  const end = Math.max(start.lastIndexOf(". "), start.lastIndexOf("\n"));
  return `${start.slice(0, end > MAX_CHARACTERS / 2 ? end + 1 : MAX_CHARACTERS).trimEnd()} …`;
}
