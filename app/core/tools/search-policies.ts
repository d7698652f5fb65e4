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
    "and the like) that answer a question, best first. Empty when the shop says nothing about it. Cite what you use.",
  input: searchPoliciesInputSchema,
  authorise: allowEverybody("search_policies"),
  async execute({ question }, context) {
    const matches = await context.knowledge.search(context.shop, question, MAX_SECTIONS, context.signal);
    const data: SearchPoliciesData = {
      sections: matches.map(({ documentTitle, heading, url, text }) => ({
        title: documentTitle,
        heading,
        url,
        text: shorten(text),
      })),
    };
    return {
      status: "ok",
      data,
      sources: matches.map((match) => ({ title: sourceTitle(match), url: match.url })),
    };
  },
};

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
