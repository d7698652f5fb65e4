import type attention from "../locales/en/attention.json";
import type cards from "../locales/en/cards.json";
import type flows from "../locales/en/flows.json";
import type forms from "../locales/en/forms.json";
import type panel from "../locales/en/panel.json";

/** The widget's own words, in parts that arrive with the module that says them. English has every key, and each other language the same. */
export interface Texts {
  panel: typeof panel;
  cards: typeof cards;
  forms: typeof forms;
  attention: typeof attention;
  flows: typeof flows;
}
export type PanelTexts = Texts["panel"];
export type CardTexts = Texts["cards"];
export type AttentionTexts = Texts["attention"];
export type FormTexts = Texts["forms"];

/**
 * Rejects when they do not arrive. `language` is a folder's name. The build writes a module for each part and language, and
 * this address to suit.
 */
export async function loadTexts<Part extends keyof Texts>(
  part: Part,
  language: string,
): Promise<Texts[Part]> {
  const { default: texts } = await import(`../locales/${language}/${part}.json`);
  return texts;
}
