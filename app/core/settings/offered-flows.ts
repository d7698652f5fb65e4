import type { Flow, FlowTemplate } from "./flow";
import { flowSchema } from "./flow";
import de from "./flow-templates/de.json";
import en from "./flow-templates/en.json";
import es from "./flow-templates/es.json";
import fr from "./flow-templates/fr.json";
import it from "./flow-templates/it.json";
import pt from "./flow-templates/pt.json";
import { chooseLanguage, type Language } from "./phrases";
import type { BehaviourSettings } from "./settings";

const TEMPLATES: Record<Language, Record<FlowTemplate, unknown>> = { en, es, fr, de, pt, it };

/** The app's own flow of that name, as a merchant would write it in that language. */
export function flowTemplate(template: FlowTemplate, language: Language): Flow {
  return flowSchema.parse(TEMPLATES[language][template]);
}

/** The flows that a shopper is offered, in her language where the shop speaks it; each id once, the first one counts. */
export function offeredFlows({ flows, languages }: BehaviourSettings, locale: string): Flow[] {
  const language = chooseLanguage(locale, languages);
  const offered = new Map<string, Flow>();
  for (const configured of flows) {
    const flow = "template" in configured ? flowTemplate(configured.template, language) : configured;
    const isForHer = "template" in configured || ["", language].includes(configured.language);
    if (isForHer && !offered.has(flow.id)) offered.set(flow.id, flowSchema.parse(flow));
  }
  return [...offered.values()];
}
