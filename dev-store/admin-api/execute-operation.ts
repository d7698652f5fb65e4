import {
  type DocumentNode,
  type GraphQLError,
  type GraphQLFormattedError,
  getOperationAST,
  type OperationDefinitionNode,
  parse,
} from "graphql";
import { LRUCache } from "lru-cache";
import type { DevStoreContext } from "../context";
import type { AdminSchema } from "./admin-schema";
import { apiError } from "./api-error";
import type { CostBucket, ThrottleStatus } from "./cost-bucket";
import { createMutationRoot } from "./mutation-root";
import { estimateQueryCost, MAX_QUERY_COST, measureQueryCost } from "./query-cost";
import { createQueryRoot } from "./query-root";
import { runDocument } from "./run-document";
import { validateDocument } from "./validate-document";
import type { ViewContext } from "./views/view-context";
import { viewOrder } from "./views/view-order";
import { viewProduct } from "./views/view-product";

export interface OperationRequest {
  query: string;
  operationName?: string | null;
  variables?: Record<string, unknown> | null;
}

/** Always sent with HTTP 200, as Shopify does it. */
export interface OperationAnswer {
  data?: unknown;
  errors?: GraphQLFormattedError[];
  extensions?: Record<string, unknown>;
}

export interface OperationContext {
  store: DevStoreContext;
  schema: AdminSchema;
  scopes: readonly string[];
  bucket: CostBucket;
  onMissing: (field: string) => void;
}

type Prepared = { status: "invalid"; errors: GraphQLError[] } | { status: "valid"; document: DocumentNode };

const preparedBySchema = new WeakMap<AdminSchema, LRUCache<string, Prepared>>();

export async function executeOperation(
  request: OperationRequest,
  context: OperationContext,
): Promise<OperationAnswer> {
  const prepared = prepare(context.schema, request.query);
  if (prepared.status === "invalid") return { errors: prepared.errors.map((error) => error.toJSON()) };
  const operation = getOperationAST(prepared.document, request.operationName);
  if (!operation) {
    const error = apiError(`No operation named "${request.operationName ?? ""}"`, "operationNotFound");
    return { errors: [error.toJSON()] };
  }
  return runWithinBudget(request, prepared.document, operation, context);
}

function prepare(schema: AdminSchema, query: string): Prepared {
  const cache = preparedBySchema.get(schema) ?? new LRUCache<string, Prepared>({ max: 200 });
  preparedBySchema.set(schema, cache);
  const known = cache.get(query);
  if (known) return known;
  const prepared = parseAndValidate(schema, query);
  cache.set(query, prepared);
  return prepared;
}

function parseAndValidate(schema: AdminSchema, query: string): Prepared {
  try {
    const document = parse(query, { maxTokens: 10_000 });
    const errors = validateDocument(schema, document);
    return errors.length > 0 ? { status: "invalid", errors } : { status: "valid", document };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { status: "invalid", errors: [apiError(message, "PARSE_ERROR")] };
  }
}

async function runWithinBudget(
  request: OperationRequest,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  context: OperationContext,
): Promise<OperationAnswer> {
  const requested = estimateQueryCost(context.schema.schema, document, operation, request.variables ?? {});
  const { bucket } = context;
  if (requested > MAX_QUERY_COST) {
    const message = `Query cost is ${requested}, which exceeds the single query max cost limit (${MAX_QUERY_COST}).`;
    const error = apiError(message, "MAX_COST_EXCEEDED", { cost: requested, maxCost: MAX_QUERY_COST });
    return { errors: [error.toJSON()] };
  }
  if (!bucket.take(requested)) return throttledAnswer(requested, bucket.status);
  const viewContext: ViewContext = {
    store: context.store,
    schema: context.schema,
    scopes: context.scopes,
    onMissing: context.onMissing,
    searchWarnings: [],
    wholes: { viewOrder, viewProduct },
  };
  const root =
    operation.operation === "mutation" ? createMutationRoot(viewContext) : createQueryRoot(viewContext);
  const result = await runDocument({ ...request, document, root }, viewContext);
  const actual = measureQueryCost(context.schema.schema, document, operation, result.data);
  bucket.refund(requested - actual);
  return {
    ...(result.data === undefined ? {} : { data: result.data }),
    ...(result.errors ? { errors: result.errors.map((error) => error.toJSON()) } : {}),
    extensions: {
      cost: { requestedQueryCost: requested, actualQueryCost: actual, throttleStatus: bucket.status },
      ...(viewContext.searchWarnings.length > 0 ? { search: viewContext.searchWarnings } : {}),
    },
  };
}

/** What Shopify answers when the bucket is empty; also what the control door's `throttle` fault sends. */
export function throttledAnswer(requestedQueryCost: number, throttleStatus: ThrottleStatus): OperationAnswer {
  return {
    errors: [
      {
        message: "Throttled",
        extensions: { code: "THROTTLED", documentation: "https://shopify.dev/api/usage/rate-limits" },
      },
    ],
    extensions: { cost: { requestedQueryCost, actualQueryCost: null, throttleStatus } },
  };
}
