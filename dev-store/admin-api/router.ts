import { setTimeout as wait } from "node:timers/promises";
import express, { type Request, type Response, Router } from "express";
import { z } from "zod";
import { asyncRoute } from "../async-route";
import type { DevStoreContext } from "../context";
import { loadAdminSchema, resolveApiVersion } from "./admin-schema";
import { type CostBucket, createCostBucket, type ShopPlan } from "./cost-bucket";
import { executeOperation, type OperationAnswer, throttledAnswer } from "./execute-operation";
import type { Fault, FaultSwitch } from "./faults";
import type { RequestLog } from "./request-log";

export interface AdminApiOptions {
  context: DevStoreContext;
  faults: FaultSwitch;
  log: RequestLog;
  plan: ShopPlan;
}

const operationRequest = z.object({
  query: z.string(),
  operationName: z.string().nullish(),
  variables: z.record(z.string(), z.unknown()).nullish(),
});

/** What Shopify answers to a token that is wrong, revoked or expired. */
const INVALID_TOKEN = {
  errors: "[API] Invalid API key or access token (unrecognized login or wrong password)",
};
/** Longer than any client waits. */
const HANG_MS = 120_000;

type HttpAnswer = { status: number; body: OperationAnswer | { errors: string } };

export function createAdminApiRouter({ context, faults, log, plan }: AdminApiOptions): Router {
  const router = Router();
  const bucket = createCostBucket(context.clock, plan);
  router.post(
    "/admin/api/:version/graphql.json",
    express.json({ limit: "5mb" }),
    asyncRoute(async (request, response) => {
      const started = performance.now();
      const answer = await answerRequest(request, response, { context, faults, log }, bucket);
      if (!answer) return;
      log.add({
        time: context.clock().toISOString(),
        version: String(request.params.version),
        ...describeOperation(request.body),
        hasAccessToken: Boolean(request.get("x-shopify-access-token")),
        status: answer.status,
        milliseconds: Math.round(performance.now() - started),
        errors: listErrorCodes(answer),
      });
      response
        .status(answer.status)
        .set({ "x-request-id": crypto.randomUUID(), "x-shopify-api-version": String(request.params.version) })
        .json(answer.body);
    }),
  );
  return router;
}

/** Null when the client is gone before an answer. */
async function answerRequest(
  request: Request,
  response: Response,
  { context, faults, log }: Omit<AdminApiOptions, "plan">,
  bucket: CostBucket,
): Promise<HttpAnswer | null> {
  const grant = context.oauth.findGrant(request.get("x-shopify-access-token") ?? "");
  if (!grant) return { status: 401, body: INVALID_TOKEN };
  const version = resolveApiVersion(String(request.params.version));
  if (!version) return { status: 404, body: { errors: "Not Found" } };
  const operation = operationRequest.safeParse(request.body);
  if (!operation.success) return { status: 400, body: { errors: "Bad Request" } };
  const struck = await strike(faults.strike(), operation.data.query, bucket, response);
  if (struck === "gone") return null;
  if (struck) return struck;
  const body = await executeOperation(operation.data, {
    store: context,
    schema: loadAdminSchema(version),
    scopes: grant.scopes,
    bucket,
    onMissing: (field) => log.missingFields.set(field, (log.missingFields.get(field) ?? 0) + 1),
  });
  return { status: 200, body };
}

async function strike(
  fault: Fault | null,
  query: string,
  bucket: CostBucket,
  response: Response,
): Promise<HttpAnswer | "gone" | null> {
  switch (fault?.kind) {
    case "latency":
      return (await waitUnlessGone(fault.milliseconds ?? 1_000, response)) ? null : "gone";
    case "hang":
      return (await waitUnlessGone(HANG_MS, response))
        ? { status: 504, body: { errors: "Gateway Timeout" } }
        : "gone";
    case "error":
      return { status: fault.status ?? 500, body: { errors: "Internal Server Error" } };
    case "throttle":
      return { status: 200, body: throttledAnswer(100, { ...bucket.status, currentlyAvailable: 0 }) };
    case "denied":
      return { status: 200, body: deniedAnswer(query) };
    default:
      return null;
  }
}

/** False when the client went away meanwhile. */
async function waitUnlessGone(milliseconds: number, response: Response): Promise<boolean> {
  const gone = new AbortController();
  response.once("close", () => gone.abort());
  return wait(milliseconds, true, { signal: gone.signal }).catch(() => false);
}

function deniedAnswer(query: string): OperationAnswer {
  const [, field = "shop"] = /\{\s*(\w+)/.exec(query) ?? [];
  const requiredAccess = "`read_all_of_it` access scope.";
  return {
    data: null,
    errors: [
      {
        message: `Access denied for ${field} field. Required access: ${requiredAccess}`,
        path: [field],
        extensions: {
          code: "ACCESS_DENIED",
          documentation: "https://shopify.dev/api/usage/access-scopes",
          requiredAccess,
        },
      },
    ],
  };
}

function describeOperation(body: unknown): { operation: string; variables: string[] } {
  const parsed = operationRequest.safeParse(body);
  if (!parsed.success) return { operation: "", variables: [] };
  const [, kind = "query", name = ""] =
    /^\s*(query|mutation|subscription)\s+(\w+)/m.exec(parsed.data.query.replace(/#.*$/gm, "")) ?? [];
  return { operation: `${kind} ${name}`.trim(), variables: Object.keys(parsed.data.variables ?? {}) };
}

function listErrorCodes({ body }: HttpAnswer): string[] {
  if (typeof body.errors === "string") return [body.errors];
  return (body.errors ?? []).map(({ extensions, message }) => String(extensions?.code ?? message));
}
