import type { BehaviourSettings } from "~/core/settings/settings";

/** The settings as a form holds them: lists are text with a line for each entry. */
export interface SettingsDraft extends Omit<BehaviourSettings, "allowedTopics" | "forbiddenTopics"> {
  allowedTopics: string;
  forbiddenTopics: string;
}

export function draftOf(settings: BehaviourSettings): SettingsDraft {
  return {
    ...settings,
    allowedTopics: settings.allowedTopics.join("\n"),
    forbiddenTopics: settings.forbiddenTopics.join("\n"),
  };
}

/** What the server parses: nothing is checked here. */
export function settingsOf(draft: SettingsDraft): Record<string, unknown> {
  return {
    ...draft,
    allowedTopics: linesOf(draft.allowedTopics),
    forbiddenTopics: linesOf(draft.forbiddenTopics),
  };
}

function linesOf(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
}
