import { Banner } from "@shopify/polaris";
import { useTexts } from "./admin-locale";
import type { FieldProblems } from "./settings-draft";
import { fill, type Texts } from "./texts";

/** Why the settings are not saved, above a form that still holds everything typed. */
export type SaveProblem =
  | { status: "stale" }
  | { status: "invalid"; problems: FieldProblems }
  | { status: "failed" };

export function SettingsNotice({ problem }: { problem: SaveProblem }) {
  const texts = useTexts().settings;
  switch (problem.status) {
    case "stale":
      return (
        <Banner tone="warning" title={texts.staleTitle}>
          <p>{texts.stale}</p>
        </Banner>
      );
    case "failed":
      return (
        <Banner tone="critical" title={texts.failedTitle}>
          <p>{texts.failed}</p>
        </Banner>
      );
    case "invalid":
      return (
        <Banner tone="critical" title={texts.invalidTitle}>
          <p>{fill(texts.invalid, { fields: labelsOf(problem.problems, texts).join(", ") })}</p>
        </Banner>
      );
  }
}

function labelsOf(problems: FieldProblems, texts: Texts["settings"]): string[] {
  const labels: Record<keyof FieldProblems, string> = {
    name: texts.persona.name,
    greeting: texts.persona.greeting,
    tone: texts.persona.tone,
    role: texts.persona.role,
    allowedTopics: texts.topics.allowed,
    forbiddenTopics: texts.topics.forbidden,
    instructions: texts.topics.instructions,
    languages: texts.languages.title,
    tools: texts.tools.title,
    handoverEmail: texts.handover.email,
    toolTags: texts.tools.tags,
    forbiddenPromises: texts.topics.promises,
    handoverRules: texts.handover.rules,
    ceilings: texts.ceilings.title,
    flows: texts.flows.title,
  };
  return (Object.keys(problems) as (keyof FieldProblems)[]).map((name) => labels[name]);
}
