import { randomUUID } from "node:crypto";
import { LRUCache } from "lru-cache";
import { createPageKnowledge } from "~/adapters/index/page-knowledge";
import { createPostgresKnowledgeIndex } from "~/adapters/index/postgres/knowledge-index";
import { createPostgresKnowledgeWriter } from "~/adapters/index/postgres/knowledge-writer";
import { createDatabase } from "~/adapters/persistence/postgres/database";
import { createKnowledgeSyncs } from "~/adapters/persistence/postgres/knowledge-syncs";
import { createShopAnswerRepository } from "~/adapters/persistence/postgres/shop-answers";
import { createShopRepository } from "~/adapters/persistence/postgres/shop-repository";
import { createShopSynonymRepository } from "~/adapters/persistence/postgres/shop-synonyms";
import { createShopifyKnowledgeSource } from "~/adapters/stores/shopify/knowledge-source";
import { announceChanges } from "~/core/knowledge/announce-changes";
import { findProblems } from "~/core/knowledge/findings/find-problems";
import type { Finding } from "~/core/knowledge/findings/finding";
import type { KnowledgeIndex } from "~/core/knowledge/knowledge-index";
import type { KnowledgeScope, KnowledgeWriter } from "~/core/knowledge/knowledge-writer";
import { readOrLive } from "~/core/knowledge/read-or-live";
import { createShopAnswers, type ShopAnswers } from "~/core/knowledge/shop-answers";
import { createShopSynonyms, type ShopSynonyms } from "~/core/knowledge/shop-synonyms";
import { followChanges } from "~/core/knowledge/sync/follow-changes";
import { type KnowledgeFollower, startKnowledgeFollower } from "~/core/knowledge/sync/knowledge-follower";
import type { KnowledgeSource } from "~/core/knowledge/sync/knowledge-source";
import type { KnowledgeSync } from "~/core/knowledge/sync/knowledge-sync";
import type { KnowledgeSyncs } from "~/core/knowledge/sync/knowledge-syncs";
import { findProfile } from "~/core/store/find-profile";
import type { ShopChange } from "~/core/store/shop-job";
import type { ShopProfile } from "~/core/store/store-platform";
import { requireSql } from "~/db.server";
import { VendorError } from "~/lib/errors";
import { createLogger } from "~/lib/logger";
import { requireCounter } from "~/lib/metrics";
import { onShutdown } from "~/lib/shutdown";
import { singleton } from "~/lib/singleton";
import { requireEmbeddings } from "./embeddings.server";
import { shopCaches } from "./shop-caches.server";
import { requireShopifyParts } from "./shopify.server";

/** For currency and addresses, which hardly ever change. */
const PROFILE_CACHE_MS = 60_000;
const CHANGES_DEADLINE_MS = 60_000;
const FINDINGS_DEADLINE_MS = 20_000;
const log = createLogger("knowledge");

export interface KnowledgeParts {
  /** Answers from the first second on: live from the store's pages until its texts have been read. */
  index: KnowledgeIndex;
  writer: KnowledgeWriter;
  source: KnowledgeSource;
  syncs: KnowledgeSyncs;
  answers: ShopAnswers;
  synonyms: ShopSynonyms;
  /** Without a trailing slash. */
  storefrontUrl(shop: string): Promise<string>;
}

/** What is known of the shops, made once a process. */
export const requireKnowledge = (): KnowledgeParts => singleton("knowledge", createKnowledge);

function createKnowledge(): KnowledgeParts {
  const database = createDatabase(requireSql());
  const { client, platform } = requireShopifyParts();
  const syncs = createKnowledgeSyncs(database);
  const live = createPageKnowledge({ store: platform });
  const index = readOrLive({
    index: createPostgresKnowledgeIndex({
      pool: requireSql(),
      embeddings: requireEmbeddings(),
      onProblem: (error) => log.warn({ error }, "Texts could not be read for their meaning"),
    }),
    live,
    async areTextsRead(shop) {
      const texts = (await syncs.list(shop)).find(({ scope }) => scope === "documents");
      return texts?.finishedAt != null;
    },
  });
  const writer = announceChanges(createPostgresKnowledgeWriter({ pool: requireSql() }), (shop) =>
    index.invalidate(shop),
  );
  const profileOf = createProfileReader();
  const storefrontUrl = async (shop: string) => (await profileOf(shop)).storefrontUrl;
  shopCaches().set("knowledge", { forget: (shop) => index.invalidate(shop) });

  return {
    index,
    writer,
    syncs,
    storefrontUrl,
    source: createShopifyKnowledgeSource({ client, profileOf }),
    answers: createShopAnswers({
      repository: createShopAnswerRepository(database),
      writer,
      syncs,
      storefrontUrl,
      createId: randomUUID,
      now: () => new Date(),
    }),
    synonyms: createShopSynonyms({
      repository: createShopSynonymRepository(database),
      writer,
      now: () => new Date(),
    }),
  };
}

function createProfileReader(): (shop: string) => Promise<ShopProfile> {
  const profiles = new LRUCache<string, ShopProfile>({ max: 1000, ttl: PROFILE_CACHE_MS });
  shopCaches().set("knowledge-profiles", { forget: (shop) => profiles.delete(shop) });
  const deps = {
    shops: createShopRepository(createDatabase(requireSql())),
    store: requireShopifyParts().platform,
    now: () => new Date(),
    onProblem: (error: unknown) => log.warn({ error }, "A shop's profile could not be renewed"),
  };
  return async (shop) => {
    const profile = profiles.get(shop) ?? (await findProfile(deps, shop));
    if (!profile) throw new VendorError("shopify", "The shop has not installed the app.", { status: 401 });
    profiles.set(shop, profile);
    return profile;
  };
}

/** Reads shops and follows them, in the background, for as long as the process lives. */
export function startFollowingShops(): KnowledgeFollower {
  return singleton("knowledge-follower", () => {
    // Closed after the follower, since what registers later is closed earlier.
    requireSql();
    const { source, writer, syncs, answers } = requireKnowledge();
    const follower = startKnowledgeFollower({
      source,
      writer,
      syncs,
      answers,
      now: () => new Date(),
      onProblem: ({ shop, scope, error }) => {
        countProblem(scope);
        log.warn({ shop, scope, error }, "A shop could not be read; another try follows");
      },
      onError: (error) => log.warn({ error }, "Shops could not be followed; another try follows"),
    });
    onShutdown("knowledge", () => follower.stop());
    return follower;
  });
}

function countProblem(scope: KnowledgeScope): void {
  requireCounter("aisle_knowledge_problems_total", "Failed readings and checks", ["scope"]).inc({ scope });
}

/** A shop that was just installed, or opened by its merchant, is read or looked at now. */
export async function beginReading(shop: string): Promise<void> {
  const { syncs } = requireKnowledge();
  await syncs.ensure(shop);
  await Promise.all([syncs.wake(shop, "products"), syncs.wake(shop, "documents")]);
  startFollowingShops().nudge();
}

/** The merchant wants everything read again. */
export async function readAgain(shop: string): Promise<void> {
  const { syncs } = requireKnowledge();
  await syncs.ensure(shop);
  await Promise.all([syncs.request(shop, "products"), syncs.request(shop, "documents")]);
  startFollowingShops().nudge();
}

export async function followShopChanges(shop: string, changes: ShopChange[]): Promise<void> {
  const deadline = new AbortController();
  const timer = setTimeout(
    () => deadline.abort(new VendorError("shopify", "The changes took too long to read.")),
    CHANGES_DEADLINE_MS,
  );
  try {
    await followChanges(shop, changes, requireKnowledge(), deadline.signal);
  } finally {
    clearTimeout(timer);
    startFollowingShops().nudge();
  }
}

export interface KnowledgeState {
  syncs: KnowledgeSync[];
  counts: { products: number; documents: number; sections: number };
}

/** How far the shop has been read, and what is known of it. */
export async function loadKnowledgeState(shop: string): Promise<KnowledgeState> {
  const { syncs, writer } = requireKnowledge();
  const [list, counts] = await Promise.all([syncs.list(shop), writer.counts(shop)]);
  return { syncs: list, counts };
}

/** What the merchant should look at in her texts, as they are now. Takes some seconds; null when the store does not answer. */
export async function loadFindings(shop: string): Promise<Finding[] | null> {
  const { source, index, answers, storefrontUrl } = requireKnowledge();
  const store = requireShopifyParts().platform;
  const deadline = new AbortController();
  const timer = setTimeout(() => deadline.abort(), FINDINGS_DEADLINE_MS);
  try {
    const deps = { source, store, index, answers, storefrontUrl, now: () => new Date() };
    return await findProblems(shop, deps, deadline.signal);
  } catch (error) {
    log.warn({ shop, error }, "A shop's texts could not be looked through");
    return null;
  } finally {
    clearTimeout(timer);
  }
}
