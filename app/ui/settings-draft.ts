import type { BehaviourSettings, ToolName } from "~/core/settings/settings";

/** The settings as a form holds them: lists are text with a line for each entry, tags stand between commas as in Shopify. */
export interface SettingsDraft
  extends Omit<
    BehaviourSettings,
    "allowedTopics" | "forbiddenTopics" | "forbiddenPromises" | "toolTags" | "ceilings"
  > {
  ceilings: CeilingsDraft;
  toolTags: Record<ToolName, string>;
  allowedTopics: string;
  forbiddenTopics: string;
  forbiddenPromises: string;
}

/** As typed: money in dollars, empty for no ceiling. */
export type CeilingsDraft = Record<"month" | "day" | "shopperDay" | "turnTokens", string>;

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
    toolTags: mapTools(settings.toolTags, (tags) => tags.join(", ")),
    ceilings: {
      month: dollarsOf(settings.ceilings.monthCents),
      day: dollarsOf(settings.ceilings.dayCents),
      shopperDay: dollarsOf(settings.ceilings.shopperDayCents),
      turnTokens: String(settings.ceilings.turnTokens),
    },
  };
}

/** What the server parses: nothing is checked here. */
export function settingsOf(draft: SettingsDraft): Record<string, unknown> {
  return {
    ...draft,
    allowedTopics: linesOf(draft.allowedTopics),
    forbiddenTopics: linesOf(draft.forbiddenTopics),
    forbiddenPromises: linesOf(draft.forbiddenPromises),
    toolTags: mapTools(draft.toolTags, tagsOf),
    ceilings: {
      monthCents: centsOf(draft.ceilings.month),
      dayCents: centsOf(draft.ceilings.day),
      shopperDayCents: centsOf(draft.ceilings.shopperDay),
      turnTokens: numberOf(draft.ceilings.turnTokens),
    },
  };
}

/** Whether saving would change nothing. */
export function isSameDraft(a: SettingsDraft, b: SettingsDraft): boolean {
  return JSON.stringify(inOrder(settingsOf(a))) === JSON.stringify(inOrder(settingsOf(b)));
}

const dollarsOf = (cents: number | null) => (cents === null ? "" : (cents / 100).toFixed(2));

/** What is no number stays as it was typed, for the server to say so. */
function numberOf(text: string): number | string {
  const number = Number(text.trim().replace(",", "."));
  return text.trim() === "" || Number.isNaN(number) ? text : number;
}

function centsOf(text: string): number | string | null {
  if (text.trim() === "") return null;
  const dollars = numberOf(text);
  return typeof dollars === "number" ? Math.round(dollars * 100) : dollars;
}

const linesOf = (text: string): string[] => entriesOf(text, "\n");
const tagsOf = (text: string): string[] => entriesOf(text, ",");

function entriesOf(text: string, separator: string): string[] {
  return text
    .split(separator)
    .map((entry) => entry.trim())
    .filter(Boolean);
}

function mapTools<From, To>(
  values: Record<ToolName, From>,
  convert: (value: From) => To,
): Record<ToolName, To> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, convert(value as From)]),
  ) as Record<ToolName, To>;
}

function inOrder(settings: Record<string, unknown>): [string, unknown][] {
  return Object.entries(settings).sort(([a], [b]) => (a < b ? -1 : 1));
}
