import { plausibleLanguages } from "~/core/knowledge/plausible-languages";

/** Whether the English encoder would be asked for a text. */
export const isReadable = (text: string) => plausibleLanguages(text).includes("en");
