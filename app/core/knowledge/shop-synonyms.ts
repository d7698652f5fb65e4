import { z } from "zod";
import type { KnowledgeWriter } from "./knowledge-writer";

export const MAX_GROUPS = 500;
export const MAX_WORDS = 20;

/** Words or short phrases, each once in its group; empty ones are left out. */
const groupSchema = z
  .array(z.string().trim().max(60))
  .transform((words) => [
    ...new Map(words.filter(Boolean).map((word) => [word.toLowerCase(), word])).values(),
  ])
  .pipe(z.array(z.string()).min(2).max(MAX_WORDS));
export const synonymGroupsSchema = z.array(groupSchema).max(MAX_GROUPS);

/** Synonym groups by shop; they go with it. */
export interface ShopSynonymRepository {
  load(shop: string): Promise<string[][]>;
  /** False when the shop is gone. */
  save(shop: string, groups: string[][], at: Date): Promise<boolean>;
}

export type SaveSynonymsOutcome =
  | { status: "saved"; groups: string[][] }
  /** The positions of the groups that are not 2 to 20 words of up to 60 characters; none: too many groups, or no list. */
  | { status: "invalid"; groups: number[] }
  | { status: "gone" };

/** Words that mean the same in a shop, as its merchant sees it. */
export interface ShopSynonyms {
  load(shop: string): Promise<string[][]>;
  /** Replaces all groups, and finds by them at once. */
  save(shop: string, input: unknown): Promise<SaveSynonymsOutcome>;
}

export function createShopSynonyms(deps: {
  repository: ShopSynonymRepository;
  writer: KnowledgeWriter;
  now(): Date;
}): ShopSynonyms {
  return {
    load: (shop) => deps.repository.load(shop),
    async save(shop, input) {
      const parsed = synonymGroupsSchema.safeParse(input);
      if (!parsed.success) {
        const positions = parsed.error.issues.map(({ path }) => path[0]);
        const groups = [...new Set(positions)].filter((position) => typeof position === "number");
        return { status: "invalid", groups };
      }
      if (!(await deps.repository.save(shop, parsed.data, deps.now()))) return { status: "gone" };
      await deps.writer.putSynonyms(shop, parsed.data);
      return { status: "saved", groups: parsed.data };
    },
  };
}
