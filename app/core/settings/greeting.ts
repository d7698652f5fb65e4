import { phrasesFor } from "./phrases";
import type { BehaviourSettings } from "./settings";

/** The first words of a conversation: the merchant's own, else one in the shopper's language with the shop's name. */
export function greet(
  settings: Pick<BehaviourSettings, "greeting" | "languages">,
  locale: string,
  shopName: string,
): string {
  if (settings.greeting !== "") return settings.greeting;
  return phrasesFor(locale, settings.languages).greeting.replace("{shop}", () => shopName);
}
