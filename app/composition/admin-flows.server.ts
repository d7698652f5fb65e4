import { z } from "zod";
import { createDatabase } from "~/adapters/persistence/postgres/database";
import { createSettingsRepository } from "~/adapters/persistence/postgres/settings-repository";
import {
  type ConfiguredFlow,
  FLOW_TEMPLATES,
  MAX_FLOWS,
  ownFlowSchema,
  templateFlowSchema,
} from "~/core/settings/flow";
import { type FlowProblem, findFlowProblems } from "~/core/settings/flow-problems";
import { flowTemplate } from "~/core/settings/offered-flows";
import { requireSql } from "~/db.server";
import { singleton } from "~/lib/singleton";

/** What is wrong with a field of a flow as it was typed. */
export interface FlowFieldProblem {
  code: "empty" | "too-long" | "too-many" | "not-a-name";
  field: "id" | "title" | "message" | "steps" | "step" | "question" | "answers";
  step?: number;
  answer?: number;
  limit?: number;
}

const settings = () =>
  singleton("flow-settings", () => createSettingsRepository(createDatabase(requireSql())));

export async function loadFlowsPage(shop: string) {
  const { settings: known, version } = await settings().load(shop);
  const language = known.languages[0] ?? "en";
  return {
    flows: known.flows,
    version,
    languages: known.languages,
    templates: FLOW_TEMPLATES.map((template) => ({ template, flow: flowTemplate(template, language) })),
  };
}

const saveRequestSchema = z.object({
  basedOn: z.number().int().min(0),
  flows: z.array(z.unknown()).max(MAX_FLOWS),
});

/** Problems are told by the flow's position. */
export async function saveFlows(shop: string, body: unknown) {
  const request = saveRequestSchema.safeParse(body);
  if (!request.success) return { status: "too-many" as const };
  const read = request.data.flows.map(readFlow);
  const misspelt = read.flatMap(({ problems }, flow) => problems.map((problem) => ({ flow, ...problem })));
  if (misspelt.length > 0) return { status: "invalid" as const, problems: misspelt };
  const flows = read.flatMap(({ flow }) => flow ?? []);
  const problems = [...findFlowProblems(flows)].flatMap(([flow, found]) =>
    found.map((problem: FlowProblem) => ({ flow, ...problem })),
  );
  if (problems.length > 0) return { status: "invalid" as const, problems };
  const { basedOn } = request.data;
  const known = await settings().load(shop);
  return known.version === basedOn
    ? settings().save(shop, basedOn, { ...known.settings, flows })
    : { status: "stale" as const, version: known.version };
}

function readFlow(typed: unknown): { flow?: ConfiguredFlow; problems: FlowFieldProblem[] } {
  const template = templateFlowSchema.safeParse(typed);
  if (template.success) return { flow: template.data, problems: [] };
  const own = ownFlowSchema.safeParse(typed);
  return own.success ? { flow: own.data, problems: [] } : { problems: own.error.issues.map(describeIssue) };
}

function describeIssue(issue: z.core.$ZodIssue): FlowFieldProblem {
  const [field, step, inStep, answer] = issue.path;
  const limit = issue.code === "too_big" ? Number(issue.maximum) : undefined;
  return {
    code: codeOf(issue),
    field: fieldOf(field, inStep),
    ...(typeof step === "number" && { step }),
    ...(typeof answer === "number" && { answer }),
    ...(limit !== undefined && { limit }),
  };
}

function codeOf(issue: z.core.$ZodIssue): FlowFieldProblem["code"] {
  if (issue.code === "too_big") return issue.origin === "array" ? "too-many" : "too-long";
  return issue.code === "too_small" ? "empty" : "not-a-name";
}

function fieldOf(field: PropertyKey | undefined, inStep: PropertyKey | undefined): FlowFieldProblem["field"] {
  if (inStep === "id") return "step";
  if (inStep === "answers" || inStep === "question") return inStep;
  return field === "id" || field === "title" || field === "message" ? field : "steps";
}
