import { z } from "zod";
import type { StoreDocument } from "../store/store-platform";
import type { KnowledgeWriter } from "./knowledge-writer";
import type { KnowledgeSyncs } from "./sync/knowledge-syncs";

export const MAX_ANSWERS = 500;

/** A question that the merchant answers for Aisle, as plain text. */
export const shopAnswerInputSchema = z.object({
  question: z.string().trim().min(3).max(300),
  answer: z.string().trim().min(1).max(4_000),
});
export type ShopAnswerInput = z.infer<typeof shopAnswerInputSchema>;

export interface ShopAnswer extends ShopAnswerInput {
  id: string;
  updatedAt: Date;
}

/** Answers by shop; they go with it. */
export interface ShopAnswerRepository {
  /** The one that changed last first. */
  list(shop: string): Promise<ShopAnswer[]>;
  /** Adds it, or replaces the one of that id. False: the shop is gone, or it has `limit` answers already. */
  save(shop: string, answer: ShopAnswer, limit: number): Promise<boolean>;
  /** False when it is not the shop's. */
  remove(shop: string, id: string): Promise<boolean>;
}

export interface AnswerProblem {
  field: "question" | "answer";
  problem: "missing" | "too-long";
}

export type SaveAnswerOutcome =
  | { status: "saved"; answer: ShopAnswer }
  | { status: "invalid"; problems: AnswerProblem[] }
  /** No room for another one, or none of that id. */
  | { status: "full" | "gone" };

/** The merchant's own questions and answers, found by shoppers as soon as they are saved. */
export interface ShopAnswers {
  list(shop: string): Promise<ShopAnswer[]>;
  /** `id` null adds one. */
  save(shop: string, id: string | null, input: unknown): Promise<SaveAnswerOutcome>;
  remove(shop: string, id: string): Promise<boolean>;
  /** All of them as documents of the index. */
  documents(shop: string): Promise<StoreDocument[]>;
}

export function createShopAnswers(deps: {
  repository: ShopAnswerRepository;
  writer: KnowledgeWriter;
  syncs: Pick<KnowledgeSyncs, "list">;
  /** Of the shop's storefront, without a trailing slash. */
  storefrontUrl(shop: string): Promise<string>;
  createId(): string;
  now(): Date;
}): ShopAnswers {
  const { repository, writer } = deps;

  async function documents(shop: string): Promise<StoreDocument[]> {
    const url = await deps.storefrontUrl(shop);
    return (await repository.list(shop)).map((answer) => answerDocument(answer, url));
  }

  async function generation(shop: string): Promise<number> {
    return (await deps.syncs.list(shop)).find(({ scope }) => scope === "documents")?.generation ?? 0;
  }

  return {
    list: (shop) => repository.list(shop),

    async save(shop, id, input) {
      const parsed = shopAnswerInputSchema.safeParse(input);
      if (!parsed.success) return { status: "invalid", problems: readProblems(parsed.error) };
      if (id !== null && !(await repository.list(shop)).some((answer) => answer.id === id))
        return { status: "gone" };
      const answer = { ...parsed.data, id: id ?? deps.createId(), updatedAt: deps.now() };
      if (!(await repository.save(shop, answer, MAX_ANSWERS))) return { status: "full" };
      const document = answerDocument(answer, await deps.storefrontUrl(shop));
      await writer.putDocuments(shop, [document], await generation(shop));
      return { status: "saved", answer };
    },

    async remove(shop, id) {
      const isRemoved = await repository.remove(shop, id);
      if (isRemoved) await writer.removeDocuments(shop, [documentId(id)]);
      return isRemoved;
    },

    documents,
  };
}

const documentId = (id: string) => `answer:${id}`;
const OWN_LINK = /\bhttps?:\/\/[^\s<>"')]+[^\s<>"').,;:!?]/g;

/** Its address is the storefront's, unless the answer names one of the storefront's own pages. */
function answerDocument(
  { id, question, answer, updatedAt }: ShopAnswer,
  storefrontUrl: string,
): StoreDocument {
  const links = answer.match(OWN_LINK) ?? [];
  const own = links.find((link) => link === storefrontUrl || link.startsWith(`${storefrontUrl}/`));
  const paragraphs = answer.split(/\n+/).map((line) => `<p>${escapeHtml(line)}</p>`);
  return {
    id: documentId(id),
    kind: "faq",
    title: question,
    url: own ?? storefrontUrl,
    html: paragraphs.join(""),
    updatedAt: updatedAt.toISOString(),
  };
}

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function readProblems(error: z.ZodError): AnswerProblem[] {
  return error.issues.flatMap(({ path, code }) => {
    const field = path[0];
    if (field !== "question" && field !== "answer") return [];
    return [{ field, problem: code === "too_big" ? "too-long" : "missing" }];
  });
}
