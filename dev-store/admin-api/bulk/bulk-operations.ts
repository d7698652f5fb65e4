import { randomBytes } from "node:crypto";
import { type FileHandle, mkdir, open, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { BulkErrorCode, BulkOperationRecord, StateStore } from "../../state-store";
import type { WebhookSender } from "../../webhooks/webhook-sender";
import { globalId } from "../views/scalars";
import type { ExportedPart } from "./flatten-records";

/** Exports that run beside the requests of the app, each into a file. */
export interface BulkOperations {
  /** `parts` are read once the operation is under way; the first one with an error ends it. */
  run(query: string, parts: AsyncIterable<ExportedPart>): RunOutcome;
  /** Asks it to stop; it ends a moment later. Null when there is none. */
  cancel(id: string): BulkOperationRecord | null;
  find(id: string): BulkOperationRecord | null;
  /** Oldest first. */
  list(): readonly BulkOperationRecord[];
  /** Trouble for the operations to come, until it is set anew. */
  setTrouble(trouble: BulkTrouble): void;
  /** As after seven days: finished operations lose their files. Returns how many. */
  expire(): number;
  /** The file that an URL names; null when there is none, or no longer. */
  findFile(name: string): string | null;
}

export type RunOutcome =
  | { status: "created"; record: BulkOperationRecord }
  | { status: "busy"; ids: string[] };

export interface BulkTrouble {
  /** Pause before the reading begins; 100 when absent. Those that wait already wait for as long as it says now. */
  delayMs?: number;
  /** Pause after each hundred root records. */
  partMs?: number;
  /** The operation fails after its first hundred root records. */
  failWith?: BulkErrorCode | null;
}

export interface BulkOperationsOptions {
  /** Where the files are kept. */
  directory: string;
  state: StateStore;
  webhooks: WebhookSender;
  clock: () => Date;
}

type Parts = AsyncIterable<ExportedPart>;

/** Since 2026-01 an app may run five at a time in a shop. */
const MAX_RUNNING = 5;
const DELAY_MS = 100;
/** How often an operation that waits looks for how long. */
const LOOK_MS = 50;
const KEPT_OPERATIONS = 50;
const SEVEN_DAYS_MS = 7 * 24 * 3_600_000;
const LIVE = ["CREATED", "RUNNING", "CANCELING"];

export function createBulkOperations(options: BulkOperationsOptions): BulkOperations {
  const { directory, state, webhooks, clock } = options;
  let trouble: BulkTrouble = {};
  failInterrupted(state, clock());

  const find = (id: string) => state.current.bulkOperations.find((record) => record.id === id) ?? null;

  function change(id: string, fields: Partial<BulkOperationRecord>): void {
    state.update((draft) => {
      draft.bulkOperations = draft.bulkOperations.map((record) =>
        record.id === id ? { ...record, ...fields } : record,
      );
    });
  }

  function run(query: string, parts: Parts): RunOutcome {
    const live = state.current.bulkOperations.filter(({ status }) => LIVE.includes(status));
    if (live.length >= MAX_RUNNING) return { status: "busy", ids: live.map(({ id }) => id) };
    const record = newRecord(query, clock(), state.current.bulkOperations.at(-1)?.id ?? "0");
    state.update((draft) => {
      draft.bulkOperations = [...draft.bulkOperations, record].slice(-KEPT_OPERATIONS);
    });
    void finish(record, parts);
    return { status: "created", record };
  }

  /** Until that share of the delay has passed, which may be set anew meanwhile. */
  async function untilPassed(start: number, share: number): Promise<void> {
    const left = () => start + (trouble.delayMs ?? DELAY_MS) * share - performance.now();
    while (left() > 0) await wait(Math.min(left(), LOOK_MS));
  }

  /** Writes the file, and says how it ended. An operation that the state no longer knows ends without a word. */
  async function finish({ id, file }: BulkOperationRecord, parts: Parts): Promise<void> {
    const created = performance.now();
    await untilPassed(created, 0.5);
    if (find(id)?.status === "CREATED") change(id, { status: "RUNNING" });
    await untilPassed(created, 1);
    const path = join(directory, file);
    const errorCode = await write(id, parts, path);
    const ended = find(id);
    if (!ended) return rm(path, { force: true });
    const status = ended.status === "CANCELING" ? "CANCELED" : errorCode ? "FAILED" : "COMPLETED";
    change(id, { status, errorCode, completedAt: clock().toISOString() });
    await announce(id);
  }

  async function write(id: string, parts: Parts, path: string): Promise<BulkErrorCode | null> {
    await mkdir(directory, { recursive: true });
    const file = await open(path, "w", 0o600);
    try {
      return await writeParts(id, parts, file);
    } catch (error) {
      console.error("A bulk operation broke.", error);
      return "INTERNAL_SERVER_ERROR";
    } finally {
      await file.close();
    }
  }

  async function writeParts(id: string, parts: Parts, file: FileHandle): Promise<BulkErrorCode | null> {
    for await (const { lines, errors } of parts) {
      const [error] = errors;
      if (error)
        return error.extensions?.code === "ACCESS_DENIED" ? "ACCESS_DENIED" : "INTERNAL_SERVER_ERROR";
      const record = find(id);
      if (record?.status !== "RUNNING") return null;
      const text = lines.map((line) => `${toJson(line.record)}\n`).join("");
      await file.appendFile(text);
      change(id, {
        objectCount: record.objectCount + lines.length,
        rootObjectCount: record.rootObjectCount + lines.filter(({ isRoot }) => isRoot).length,
        fileSize: record.fileSize + Buffer.byteLength(text),
      });
      if (trouble.failWith) return trouble.failWith;
      if (trouble.partMs) await wait(trouble.partMs);
    }
    return null;
  }

  async function announce(id: string): Promise<void> {
    const record = find(id);
    if (!record || !state.current.installation) return;
    await webhooks.deliver({ topic: "bulk_operations/finish", payload: describeEnd(record) });
  }

  return {
    run,
    find,
    list: () => state.current.bulkOperations,
    cancel(id) {
      if (LIVE.includes(find(id)?.status ?? "")) change(id, { status: "CANCELING" });
      return find(id);
    },
    setTrouble(next) {
      trouble = next;
    },
    expire() {
      const ended = state.current.bulkOperations.filter(({ status }) => !LIVE.includes(status));
      for (const { id } of ended) change(id, { status: "EXPIRED" });
      return ended.length;
    },
    findFile(name) {
      const record = state.current.bulkOperations.find(({ file }) => file === name);
      if (!record || record.status === "EXPIRED" || !record.completedAt) return null;
      const age = clock().getTime() - Date.parse(record.completedAt);
      return age < SEVEN_DAYS_MS ? join(directory, name) : null;
    },
  };
}

function newRecord(query: string, at: Date, newestId: string): BulkOperationRecord {
  const random = randomBytes(16).toString("hex");
  return {
    // Rising with time, as Shopify's ids do, also within a millisecond.
    id: String(Math.max(at.getTime() * 1000, Number(newestId) + 1)),
    file: `bulk-${random}.jsonl`,
    query,
    status: "CREATED",
    errorCode: null,
    createdAt: at.toISOString(),
    completedAt: null,
    objectCount: 0,
    rootObjectCount: 0,
    fileSize: 0,
  };
}

/** What ran when the store was stopped will not go on. */
function failInterrupted(state: StateStore, at: Date): void {
  if (!state.current.bulkOperations.some(({ status }) => LIVE.includes(status))) return;
  state.update((draft) => {
    for (const record of draft.bulkOperations.filter(({ status }) => LIVE.includes(status))) {
      record.status = "FAILED";
      record.errorCode = "INTERNAL_SERVER_ERROR";
      record.completedAt = at.toISOString();
    }
  });
}

function describeEnd({ id, status, errorCode, createdAt, completedAt }: BulkOperationRecord) {
  return {
    admin_graphql_api_id: globalId("BulkOperation", id),
    completed_at: completedAt,
    created_at: createdAt,
    error_code: errorCode?.toLowerCase() ?? null,
    status: status.toLowerCase(),
    type: "query",
  };
}

/** Shopify's files escape slashes, as PHP and Ruby may. */
function toJson(record: Record<string, unknown>): string {
  return JSON.stringify(record).replaceAll("/", "\\/");
}
