import de from "../../app/adapters/models/builtin/locales/de.json";
import en from "../../app/adapters/models/builtin/locales/en.json";
import es from "../../app/adapters/models/builtin/locales/es.json";
import fr from "../../app/adapters/models/builtin/locales/fr.json";
import it from "../../app/adapters/models/builtin/locales/it.json";
import pt from "../../app/adapters/models/builtin/locales/pt.json";

const CATALOGUES: Record<string, Record<string, unknown>> = { en, de, fr, es, it, pt };
const CLAIMING = ["product.found", "product.found-one", "product.in-stock", "product.in-stock-count"];

/** Whether a reply presents products as what was asked for: it holds one of the sentences that do. */
export function claimsMatches(reply: string, locale: string): boolean {
  const entries = CLAIMING.map((key) => CATALOGUES[locale]?.[key]);
  const sentences = entries.flatMap((entry) =>
    typeof entry === "string" ? entry : Object.values(entry ?? {}),
  );
  return sentences.some((sentence) => {
    const parts = sentence.split(/\{\w+\}/).filter((part: string) => part.trim().length > 3);
    return parts.length > 0 && parts.every((part: string) => reply.includes(part));
  });
}
