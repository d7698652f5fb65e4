import { VendorError } from "~/lib/errors";
import type { ToolName } from "../settings/settings";
import type { Authorisation, Tool, ToolContext } from "./tool";

type Asker = Pick<ToolContext, "shopper" | "settings">;

/** Whoever asks, as long as the merchant has the tool turned on. */
export function allowEverybody(name: ToolName): (asker: Asker) => Authorisation {
  return ({ settings }) =>
    settings.tools[name] ? { allowed: true } : { allowed: false, reason: "turned-off" };
}

/** Only a customer whom Shopify's signature named. */
export function allowCustomers(name: ToolName): (asker: Asker) => Authorisation {
  return ({ shopper, settings }) => {
    if (!settings.tools[name]) return { allowed: false, reason: "turned-off" };
    if (shopper.kind !== "customer") return { allowed: false, reason: "sign-in-required" };
    return { allowed: true };
  };
}

/**
 * Whether this shopper may have this tool used for her: the tool's own rule first, then the tags that the merchant asks
 * for. Tags are the verified customer's own, as the store has them; a visitor has to sign in to show any, and a store that
 * does not answer knows of none.
 */
export async function authoriseCall(
  tool: Pick<Tool, "name" | "authorise">,
  context: Pick<ToolContext, "shopper" | "settings" | "orders">,
): Promise<Authorisation> {
  const authorisation = tool.authorise(context);
  const wanted = context.settings.toolTags[tool.name];
  if (!authorisation.allowed || wanted.length === 0) return authorisation;
  if (context.shopper.kind !== "customer") return { allowed: false, reason: "sign-in-required" };
  const tags = new Set((await loadTags(context)).map(plainTag));
  return wanted.some((tag) => tags.has(plainTag(tag)))
    ? { allowed: true }
    : { allowed: false, reason: "not-permitted" };
}

async function loadTags({ orders }: Pick<ToolContext, "orders">): Promise<string[]> {
  try {
    return (await orders()).tags;
  } catch (error) {
    if (error instanceof VendorError) return [];
    throw error;
  }
}

/** Shopify compares tags without regard to case. */
function plainTag(tag: string): string {
  return tag.normalize("NFKC").trim().toLowerCase();
}
