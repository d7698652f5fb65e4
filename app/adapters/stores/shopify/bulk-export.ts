import { z } from "zod";
import type { ExportState, KnowledgeSource } from "~/core/knowledge/sync/knowledge-source";
import type { ShopProfile } from "~/core/store/store-platform";
import { VendorError } from "~/lib/errors";
import type { AdminClient } from "./admin-client";
import { EXPORT_STATE_QUERY, PRODUCT_EXPORT_QUERY, START_EXPORT_MUTATION } from "./operations/bulk";
import { createExportLines } from "./read-export-lines";

const startedSchema = z.object({
  bulkOperationRunQuery: z
    .object({
      bulkOperation: z.object({ id: z.string() }).nullable(),
      userErrors: z.array(z.object({ code: z.string().nullable() })),
    })
    .nullable(),
});
const stateSchema = z.object({
  bulkOperation: z.object({ status: z.string(), url: z.string().nullable() }).nullable(),
});

/** Others of the app's exports are under way: https://shopify.dev/docs/api/usage/bulk-operations/queries */
const BUSY_CODES = new Set(["OPERATION_IN_PROGRESS", "LIMIT_REACHED"]);
const MAX_SILENCE_MS = 30_000;
/** How Shopify's file store says that an address is of the past, or of nothing. */
const GONE_STATUSES = new Set([403, 404, 410]);

/** The part of a KnowledgeSource that reads products by a bulk operation. */
export function createBulkExport(
  client: AdminClient,
  profileOf: (shop: string, signal: AbortSignal) => Promise<ShopProfile>,
): Pick<KnowledgeSource, "startExport" | "findExport" | "readExport"> {
  async function findOperation(shop: string, id: string, signal: AbortSignal) {
    const schema = stateSchema;
    const data = await client.query({
      shop,
      operation: EXPORT_STATE_QUERY,
      variables: { id },
      schema,
      signal,
    });
    return data.bulkOperation;
  }

  return {
    async startExport(shop, signal) {
      const { bulkOperationRunQuery: outcome } = await client.query({
        shop,
        operation: START_EXPORT_MUTATION,
        variables: { query: PRODUCT_EXPORT_QUERY },
        schema: startedSchema,
        signal,
      });
      if (outcome?.bulkOperation) return { status: "started", exportId: outcome.bulkOperation.id };
      if (outcome?.userErrors.some(({ code }) => BUSY_CODES.has(code ?? ""))) return { status: "busy" };
      throw new VendorError("shopify", "Shopify refused the export.", { status: outcome ? 422 : 403 });
    },

    async findExport(shop, exportId, signal) {
      return stateOf(await findOperation(shop, exportId, signal));
    },

    async *readExport(shop, exportId, fromLine, signal) {
      const url = (await findOperation(shop, exportId, signal))?.url;
      // An export that found nothing has no file.
      if (!url) return;
      const read = createExportLines(await profileOf(shop, signal), fromLine);
      for await (const line of readLines(url, signal)) {
        const entry = read.next(line);
        if (entry) yield entry;
      }
      const last = read.end();
      if (last) yield last;
    },
  };
}

function stateOf(operation: { status: string } | null): ExportState {
  switch (operation?.status) {
    case "CREATED":
    case "RUNNING":
    case "CANCELING":
      return { status: "running" };
    case "COMPLETED":
      return { status: "ready" };
    case "FAILED":
      return { status: "failed" };
    // Canceled, expired, or never heard of.
    default:
      return { status: "gone" };
  }
}

/** Line by line as they arrive: an export may be larger than the memory. */
async function* readLines(url: string, signal: AbortSignal): AsyncGenerator<string> {
  const silence = watchSilence(signal);
  try {
    const body = await openExport(url, silence.signal);
    const decoder = new TextDecoder();
    let rest = "";
    for await (const chunk of body) {
      silence.reset();
      const lines = (rest + decoder.decode(chunk, { stream: true })).split("\n");
      rest = lines.pop() ?? "";
      yield* lines;
      // What the reader of these lines takes is not the sender's silence.
      silence.reset();
    }
    if (rest !== "") yield rest;
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof VendorError) throw error;
    throw new VendorError("shopify", "The export broke off.", { cause: error });
  } finally {
    silence.end();
  }
}

async function openExport(url: string, signal: AbortSignal): Promise<AsyncIterable<Uint8Array>> {
  const response = await fetch(url, { signal });
  // The DOM's types do not know that Node's streams can be iterated.
  if (response.ok && response.body) return response.body as typeof response.body & AsyncIterable<Uint8Array>;
  await response.body?.cancel();
  const status = GONE_STATUSES.has(response.status) ? 404 : response.status;
  throw new VendorError("shopify", "The export could not be fetched.", { status });
}

/** Aborts with the outer signal, and when nothing came for too long. */
function watchSilence(outer: AbortSignal) {
  const controller = new AbortController();
  const abort = () => controller.abort(outer.reason);
  const timer = setTimeout(() => controller.abort(new Error("The export fell silent.")), MAX_SILENCE_MS);
  outer.addEventListener("abort", abort, { once: true });
  if (outer.aborted) abort();
  return {
    signal: controller.signal,
    reset: () => void timer.refresh(),
    end() {
      clearTimeout(timer);
      outer.removeEventListener("abort", abort);
      controller.abort();
    },
  };
}
