import type { ToolName } from "../settings/settings";
import type { Authorisation, ToolContext } from "./tool";

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
