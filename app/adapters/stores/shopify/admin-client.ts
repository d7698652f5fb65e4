import {
  GraphqlQueryError,
  HttpMaxRetriesError,
  HttpResponseError,
  HttpThrottlingError,
  type Session,
  type Shopify,
} from "@shopify/shopify-api";
import { z } from "zod";
import { VendorError } from "~/lib/errors";
import type { OfflineSessions } from "./offline-sessions";

/** Asks a shop's Admin API in the shop's own name. */
export interface AdminClient {
  /**
   * Runs one operation and parses `data` with the schema. Fields that Shopify denies arrive as null, so schemas of
   * protected data are nullable. Rejects with VendorError: status 401 when the token is gone, 403 when access to
   * something that the schema needs is denied, 429 when throttled, null when there was no answer.
   */
  query<T>(input: {
    shop: string;
    operation: string;
    variables?: Record<string, unknown>;
    schema: z.ZodType<T>;
    signal?: AbortSignal;
  }): Promise<T>;
}

const graphQlErrorsSchema = z
  .array(
    z
      .object({ message: z.string(), extensions: z.object({ code: z.string() }).partial().optional() })
      .loose(),
  )
  .catch([]);
const costSchema = z
  .object({
    cost: z.object({
      requestedQueryCost: z.number(),
      throttleStatus: z.object({ currentlyAvailable: z.number(), restoreRate: z.number() }),
    }),
  })
  .nullable()
  .catch(null);

export function createAdminClient(api: Shopify, sessions: OfflineSessions): AdminClient {
  async function request(session: Session, input: AdminRequest): Promise<unknown> {
    const { operation, variables, signal } = input;
    const client = new api.clients.Graphql({ session });
    const response = await client.request(operation, { variables, signal, retries: 0 });
    return response.data;
  }

  /** A token may end before its time; with a new one, if there is one, the call is made once more. */
  async function requestWithRefresh(session: Session, input: AdminRequest): Promise<unknown> {
    try {
      return await request(session, input);
    } catch (error) {
      input.signal?.throwIfAborted();
      if (!isUnauthorized(error)) throw error;
      const renewed = await sessions.renewSession(input.shop, session.accessToken).catch(ignoreRefusal);
      if (!renewed) throw error;
      return request(renewed, input);
    }
  }

  return {
    async query({ schema, ...input }) {
      const session = await sessions.requireSession(input.shop);
      const data = await requestWithRefresh(session, input).catch((error: unknown) => {
        input.signal?.throwIfAborted();
        if (isUnauthorized(error)) sessions.forget(input.shop);
        return requirePartialData(error);
      });
      const parsed = schema.safeParse(data);
      if (!parsed.success) {
        throw new VendorError("shopify", "Shopify's answer has another shape than expected.", {
          status: 502,
          cause: parsed.error,
        });
      }
      return parsed.data;
    },
  };
}

interface AdminRequest {
  shop: string;
  operation: string;
  variables?: Record<string, unknown>;
  signal?: AbortSignal;
}

const isUnauthorized = (error: unknown) => error instanceof HttpResponseError && error.response.code === 401;

/** A refresh that is refused means that the token was revoked: the 401 stands. */
function ignoreRefusal(error: unknown): null {
  if (error instanceof VendorError && !error.isRetryable) return null;
  throw error;
}

/** Denied fields come as errors beside data that is otherwise whole; everything else is a failure. */
function requirePartialData(error: unknown): unknown {
  if (!(error instanceof GraphqlQueryError)) throw convertHttpError(error);

  const errors = graphQlErrorsSchema.parse(readErrors(error));
  const codes = new Set(errors.map((entry) => entry.extensions?.code ?? "UNKNOWN"));
  if (codes.has("THROTTLED")) {
    throw new VendorError("shopify", "Shopify is throttling requests.", {
      status: 429,
      retryAfterMs: waitForCost(error.body?.extensions),
      cause: error,
    });
  }
  const data: unknown = error.body?.data;
  const onlyDenied = codes.size === 1 && codes.has("ACCESS_DENIED");
  if (onlyDenied && data) return data;
  throw new VendorError("shopify", "Shopify refused the query.", {
    status: onlyDenied ? 403 : 502,
    cause: error,
  });
}

function readErrors(error: GraphqlQueryError): unknown {
  const errors = error.body?.errors as { graphQLErrors?: unknown } | undefined;
  return errors?.graphQLErrors;
}

function waitForCost(extensions: unknown): number | null {
  const cost = costSchema.parse(extensions)?.cost;
  if (!cost) return null;
  const missing = cost.requestedQueryCost - cost.throttleStatus.currentlyAvailable;
  return Math.max(0, Math.ceil((missing / cost.throttleStatus.restoreRate) * 1000));
}

function convertHttpError(error: unknown): VendorError {
  const status =
    error instanceof HttpMaxRetriesError
      ? 429
      : error instanceof HttpResponseError
        ? error.response.code
        : null;
  const retryAfter = error instanceof HttpThrottlingError ? error.response.retryAfter : undefined;
  return new VendorError("shopify", "Shopify did not answer the query.", {
    status,
    retryAfterMs: retryAfter === undefined ? null : retryAfter * 1000,
    cause: error,
  });
}
