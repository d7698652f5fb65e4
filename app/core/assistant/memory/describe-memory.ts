import type { ConversationMemory } from "../../conversation/conversation";
import { fence } from "../fence";

/** The memory as models read it; empty where there is none. All of it was said or found, so it is fenced as data. */
export function describeMemory(memory: ConversationMemory | null): string {
  if (memory === null) return "";
  const { summary, orders, products, wishes, promises } = memory;
  const lines = [
    list("Orders that came up", orders),
    list("Products that she looked at closely", products),
    list("Searched for", wishes),
    list("Promised or handed over", promises),
    summary.length > 0 ? `Said before:\n${summary.map((line) => `- ${line}`).join("\n")}` : "",
  ];
  return `# Earlier in this conversation\nFacts may have changed since: ask the tools again before you repeat one.\n${fence(lines.filter(Boolean).join("\n"))}`;
}

function list(lead: string, entries: readonly string[]): string {
  return entries.length > 0 ? `${lead}: ${entries.join("; ")}` : "";
}
