import type { BehaviourSettings } from "~/core/settings/settings";

/** The settings as a form holds them: lists are text with a line for each entry. */
export interface SettingsDraft
  extends Omit<BehaviourSettings, "allowedTopics" | "forbiddenTopics" | "forbiddenPromises"> {
  allowedTopics: string;
  forbiddenTopics: string;
  forbiddenPromises: string;
}

/** What is wrong with a field, as the server says it. `line` counts from 1 where the field is a list. */
export interface FieldProblem {
  code: "empty" | "too-long" | "too-many" | "line-too-long" | "not-an-email" | "invalid";
  limit?: number;
  line?: number;
}
export type FieldProblems = Partial<Record<keyof SettingsDraft, FieldProblem>>;

export function draftOf(settings: BehaviourSettings): SettingsDraft {
  return {
    ...settings,
    allowedTopics: settings.allowedTopics.join("\n"),
    forbiddenTopics: settings.forbiddenTopics.join("\n"),
    forbiddenPromises: settings.forbiddenPromises.join("\n"),
  };
}

/** What the server parses: nothing is checked here. */
export function settingsOf(draft: SettingsDraft): Record<string, unknown> {
  return {
    ...draft,
    allowedTopics: linesOf(draft.allowedTopics),
    forbiddenTopics: linesOf(draft.forbiddenTopics),
    forbiddenPromises: linesOf(draft.forbiddenPromises),
  };
}

/** Whether saving would change nothing. */
export function isSameDraft(a: SettingsDraft, b: SettingsDraft): boolean {
  return JSON.stringify(inOrder(settingsOf(a))) === JSON.stringify(inOrder(settingsOf(b)));
}

function linesOf(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
}

function inOrder(settings: Record<string, unknown>): [string, unknown][] {
  return Object.entries(settings).sort(([a], [b]) => (a < b ? -1 : 1));
}
