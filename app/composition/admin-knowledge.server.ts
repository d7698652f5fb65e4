import { z } from "zod";
import { MAX_ANSWERS } from "~/core/knowledge/shop-answers";
import type { KnowledgeSync } from "~/core/knowledge/sync/knowledge-sync";
import { createLogger } from "~/lib/logger";
import { beginReading, loadKnowledgeState, readAgain, requireKnowledge } from "./knowledge.server";

const log = createLogger("admin-knowledge");

/** What the admin's page about knowledge shows. Whoever opens it wants to see the store as it is now. */
export async function loadKnowledgePage(shop: string) {
  await beginReading(shop);
  const [reading, stored] = await Promise.all([loadReading(shop), loadStored(shop)]);
  return { reading, stored };
}

/** How far the shop has been read. */
export async function loadReading(shop: string) {
  const { syncs, counts } = await loadKnowledgeState(shop);
  const parts = (["products", "documents"] as const).map((scope) => {
    const sync = syncs.find((candidate) => candidate.scope === scope);
    return { scope, count: counts[scope], ...progressOf(sync) };
  });
  return { parts, sections: counts.sections };
}

function progressOf(sync: KnowledgeSync | undefined) {
  return {
    state: sync?.state ?? ("waiting" as const),
    read: sync?.read ?? 0,
    expected: sync?.expected ?? null,
    problem: sync?.problem ?? null,
    readAt: sync?.finishedAt?.toISOString() ?? null,
    checkedAt: sync?.checkedAt?.toISOString() ?? null,
  };
}

async function loadStored(shop: string) {
  const { answers, synonyms } = requireKnowledge();
  const [list, groups] = await Promise.all([answers.list(shop), synonyms.load(shop)]);
  return {
    answers: list.map((answer) => ({ ...answer, updatedAt: answer.updatedAt.toISOString() })),
    synonyms: groups,
  };
}

const typedAnswerSchema = z.object({
  key: z.string().max(100),
  id: z.string().max(100).nullable(),
  basedOn: z.string().max(100).nullable(),
  question: z.string(),
  answer: z.string(),
});
const groupsSchema = z.array(z.array(z.string()));
const requestSchema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("read-again") }),
  z.object({
    intent: z.literal("save"),
    answers: z.array(typedAnswerSchema).max(MAX_ANSWERS),
    removed: z.array(z.string().max(100)).max(MAX_ANSWERS),
    synonyms: z.object({ basedOn: groupsSchema, groups: groupsSchema }).nullable(),
  }),
]);
type TypedAnswer = z.infer<typeof typedAnswerSchema>;
type SaveRequest = Extract<z.infer<typeof requestSchema>, { intent: "save" }>;

/** Does what the page asks for. Each answer succeeds or fails by itself. */
export async function changeKnowledge(shop: string, body: unknown) {
  const request = requestSchema.safeParse(body);
  if (!request.success) return { status: "failed" as const };
  if (request.data.intent === "save") return saveKnowledge(shop, request.data);
  await readAgain(shop);
  log.info({ shop }, "The merchant asked for everything to be read again");
  return { status: "reading" as const };
}

async function saveKnowledge(shop: string, request: SaveRequest) {
  // Deleting comes first: it makes room.
  for (const id of request.removed) await requireKnowledge().answers.remove(shop, id);
  const stored = await requireKnowledge().answers.list(shop);
  const changedAt = new Map(stored.map(({ id, updatedAt }) => [id, updatedAt.toISOString()]));
  const answers = [];
  for (const typed of request.answers) {
    const isStale = typed.id !== null && (changedAt.get(typed.id) ?? typed.basedOn) !== typed.basedOn;
    answers.push(isStale ? { key: typed.key, status: "stale" as const } : await saveAnswer(shop, typed));
  }
  return { status: "heard" as const, answers, synonyms: await saveSynonyms(shop, request.synonyms) };
}

async function saveAnswer(shop: string, { key, id, question, answer }: TypedAnswer) {
  const outcome = await requireKnowledge().answers.save(shop, id, { question, answer });
  return outcome.status === "saved"
    ? { key, status: outcome.status, id: outcome.answer.id }
    : { key, ...outcome };
}

/** Null where there was nothing to save. */
async function saveSynonyms(shop: string, typed: SaveRequest["synonyms"]) {
  if (!typed) return null;
  const { synonyms } = requireKnowledge();
  const isStale = JSON.stringify(await synonyms.load(shop)) !== JSON.stringify(typed.basedOn);
  if (isStale) return { status: "stale" as const };
  const outcome = await synonyms.save(shop, typed.groups);
  return outcome.status === "saved" ? { status: outcome.status } : outcome;
}
