import { beforeEach, expect } from "vitest";
import { sampleProduct } from "../../store/fixtures/sample-products";
import type { StoreDocument } from "../../store/store-platform";
import { createMemoryKnowledge } from "../fakes/memory-knowledge";
import { createMemorySource } from "../fakes/memory-source";
import { createMemorySyncs } from "../fakes/memory-syncs";
import type { KnowledgeScope } from "../knowledge-writer";
import type { SyncTask } from "../sync/knowledge-sync";
import { LEASE_MS, runSyncTask } from "../sync/run-sync-task";

export const SHOP = "fernway.myshopify.com";
export const never = new AbortController().signal;
export const HOUR_MS = 3_600_000;
const PACE = { activeEveryMs: 10_000, activeMs: 300_000, idleEveryMs: HOUR_MS };

/** When something in the shop was changed: so many minutes into the day before. */
export const date = (minute: number) => new Date(Date.UTC(2026, 10, 20, 0, minute)).toISOString();

function createState() {
  return {
    now: new Date("2026-11-21T12:00:00.000Z"),
    source: createMemorySource(),
    syncs: createMemorySyncs(SHOP),
    knowledge: createMemoryKnowledge(SHOP),
    answers: [] as StoreDocument[],
    problems: [] as unknown[],
  };
}

/** A shop in memory whose platform is read and followed, empty before each test; time passes only when told to. */
export function prepareFollowedShop() {
  let state = createState();
  beforeEach(async () => {
    state = createState();
    await state.syncs.ensure();
  });

  const dependencies = () => ({
    source: state.source,
    writer: state.knowledge.writer,
    syncs: state.syncs,
    answers: { documents: async () => state.answers },
    now: () => state.now,
    onProblem: ({ error }: { error: unknown }) => void state.problems.push(error),
  });
  const run = (task: SyncTask, signal = never) => runSyncTask(task, dependencies(), signal);
  const claim = () => state.syncs.claim(PACE, LEASE_MS, state.now);

  async function claimScope(scope: KnowledgeScope): Promise<SyncTask> {
    for (let task = await claim(); task; task = await claim()) {
      if (task.sync.scope === scope) return task;
      await run(task);
    }
    return expect.fail("It was not due");
  }

  function sell(number: number, updatedAt = date(0), title = `Thing ${number}`): void {
    const entry = { value: sampleProduct({ id: String(number), title }), updatedAt };
    const { source } = state;
    source.products = [...source.products.filter(({ value }) => value.id !== entry.value.id), entry];
  }

  function publish(id: string, html: string, updatedAt = date(0)): void {
    const value = { id, kind: "page" as const, title: id, url: `https://f.example/${id}`, html, updatedAt };
    const { source } = state;
    source.documents = [...source.documents.filter((entry) => entry.value.id !== id), { value, updatedAt }];
  }

  return {
    /** The parts as they are now: they are others in each test. */
    parts: () => state,
    dependencies,
    run,
    claim,
    claimScope,
    sell,
    publish,
    sellMany(count: number) {
      for (let number = 1; number <= count; number += 1) sell(number);
    },
    drop(number: number) {
      const { source } = state;
      source.products = source.products.filter(({ value }) => value.id !== String(number));
    },
    pass(milliseconds: number) {
      state.now = new Date(state.now.getTime() + milliseconds);
    },
    /** Works off whatever is due now, as the follower does. */
    async workOff() {
      for (let task = await claim(); task; task = await claim()) await run(task);
    },
    sync: async (scope: KnowledgeScope) =>
      (await state.syncs.list(SHOP)).find((one) => one.scope === scope) ??
      expect.fail("There is no such sync"),
    title: (number: number) => state.knowledge.product(SHOP, String(number))?.title,
    counts: () => state.knowledge.writer.counts(SHOP),
  };
}
