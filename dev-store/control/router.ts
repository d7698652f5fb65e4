import express, { type NextFunction, type Request, type Response, Router } from "express";
import { z } from "zod";
import { newScriptTag } from "../admin-api/mutation-root";
import { asyncRoute } from "../async-route";
import type { DevStoreContext } from "../context";
import type { InstallOutcome } from "../installation";
import type { ControlOptions } from "./control-options";
import { describeState } from "./describe-state";
import { addMerchant } from "./merchant-routes";
import { examplePayload } from "./webhook-payloads";

const commands = {
  install: z.object({ waitMs: z.number().int().min(0).max(600_000).optional() }),
  proxyMode: z.object({ mode: z.enum(["stream", "buffer", "timeout", "html-error", "password"]) }),
  proxyPath: z.object({
    prefix: z.enum(["a", "apps", "community", "tools"]),
    subpath: z.string().regex(/^[\w-]+$/),
  }),
  faults: z.object({
    kind: z.enum(["latency", "throttle", "error", "denied", "hang", "none"]),
    milliseconds: z.number().int().min(0).max(600_000).optional(),
    status: z.number().int().min(400).max(599).optional(),
    count: z.number().int().min(1).optional(),
  }),
  webhooks: z.object({
    topic: z.string().regex(/^[a-z_]+\/[a-z_]+$/),
    payload: z.unknown().optional(),
    eventId: z.string().max(200).optional(),
    times: z.number().int().min(1).max(100).optional(),
    tamper: z.enum(["signature", "no-signature", "body", "shop"]).optional(),
  }),
  embed: z.object({ on: z.boolean(), settings: z.record(z.string(), z.unknown()).optional() }),
  scopes: z.object({ scopes: z.array(z.string().regex(/^\w+$/)) }),
  protectedData: z.object({ approved: z.boolean() }),
  bulkOperations: z.object({
    delayMs: z.number().int().min(0).max(600_000).optional(),
    partMs: z.number().int().min(0).max(60_000).optional(),
    failWith: z.enum(["ACCESS_DENIED", "INTERNAL_SERVER_ERROR", "TIMEOUT"]).nullish(),
    expire: z.boolean().optional(),
  }),
  scriptTags: z.object({ src: z.url() }),
};

/** The control door: everything that on the real platform only Shopify, a merchant or bad luck can do. */
export function createControlRouter(options: ControlOptions): Router {
  const router = Router();
  router.use(express.json({ limit: "1mb" }));
  addInstallation(router, options);
  addStorefront(router, options);
  addAdminApi(router, options);
  addMerchant(router, options.context);
  router.use((_request, response) => refuse(response, 404, "not-found", "There is no such control."));
  router.use((error: Error, _request: Request, response: Response, next: NextFunction) => {
    if (error instanceof z.ZodError) return refuse(response, 400, "malformed", z.prettifyError(error));
    if (error instanceof SyntaxError) return refuse(response, 400, "malformed", "The body is not JSON.");
    return next(error);
  });
  return router;
}

function addInstallation(router: Router, { context, log }: ControlOptions): void {
  const { installation, state, webhooks } = context;
  router.post(
    "/install",
    asyncRoute(async (request, response) => {
      const outcome = await installation.install(commands.install.parse(request.body ?? {}));
      if (outcome.status === "installed") response.json(outcome);
      else refuse(response, 502, outcome.status, sentenceOf(outcome));
    }),
  );
  router.post(
    "/uninstall",
    asyncRoute(async (_request, response) => {
      response.json({ status: "uninstalled", answers: await installation.uninstall() });
    }),
  );
  router.post(
    "/webhooks",
    asyncRoute(async (request, response) => {
      const command = commands.webhooks.parse(request.body);
      const payload = command.payload ?? examplePayload(command.topic, context);
      response.json({ answers: await webhooks.deliver({ ...command, payload }) });
    }),
  );
  router.get("/webhooks", (_request, response) => response.json({ attempts: webhooks.attempts }));
  router.get("/scopes", (_request, response) => response.json({ scopes: grantedScopes(context) }));
  router.post(
    "/scopes",
    asyncRoute(async (request, response) => {
      const { scopes } = commands.scopes.parse(request.body);
      response.json({ scopes, answers: await changeScopes(context, scopes) });
    }),
  );
  router.post("/expire-tokens", (_request, response) => response.json({ expired: expireTokens(context) }));
  router.post("/reset", (_request, response) => {
    state.reset();
    context.merchant.forgetChanges();
    log.clear();
    response.json({ status: "reset" });
  });
}

function addStorefront(router: Router, { context }: ControlOptions): void {
  const { state, data } = context;
  router.post("/proxy-mode", (request, response) => {
    const { mode } = commands.proxyMode.parse(request.body);
    state.update((draft) => {
      draft.proxy.mode = mode;
    });
    response.json({ mode });
  });
  router.post("/proxy-path", (request, response) => {
    const path = commands.proxyPath.parse(request.body);
    state.update((draft) => Object.assign(draft.proxy, path));
    response.json(path);
  });
  router.post("/embed", (request, response) => {
    const { on, settings } = commands.embed.parse(request.body);
    const embed = state.update((draft) => {
      draft.embed = { on, settings: settings ?? draft.embed.settings };
      return draft.embed;
    });
    response.json(embed);
  });
  router.get("/customers", (_request, response) => {
    const customers = data.customers.map(({ id, firstName, lastName, email }) => ({
      id,
      name: `${firstName} ${lastName}`.trim(),
      email,
    }));
    response.json({ customers });
  });
  router.post("/script-tags", (request, response) => {
    const { src } = commands.scriptTags.parse(request.body);
    const record = newScriptTag(src, { displayScope: "ONLINE_STORE" }, context.clock());
    state.update((draft) => draft.scriptTags.push(record));
    response.json(record);
  });
}

function addAdminApi(router: Router, options: ControlOptions): void {
  const { context, faults, log } = options;
  router.post("/faults", (request, response) => {
    const fault = commands.faults.parse(request.body);
    faults.set(fault);
    response.json(fault);
  });
  router.post("/protected-data", (request, response) => {
    const { approved } = commands.protectedData.parse(request.body);
    context.state.update((draft) => {
      draft.protectedDataApproved = approved;
    });
    response.json({ approved });
  });
  router.post("/bulk-operations", (request, response) => {
    const { expire, ...trouble } = commands.bulkOperations.parse(request.body);
    context.bulkOperations.setTrouble(trouble);
    response.json({ ...trouble, expired: expire ? context.bulkOperations.expire() : 0 });
  });
  router.get("/bulk-operations", (_request, response) => {
    response.json({ operations: context.bulkOperations.list() });
  });
  router.get("/requests", (_request, response) => {
    response.json({ requests: log.requests, missingFields: Object.fromEntries(log.missingFields) });
  });
  router.delete("/requests", (_request, response) => {
    log.clear();
    response.json({ status: "cleared" });
  });
  router.get("/state", (_request, response) => response.json(describeState(options)));
}

function grantedScopes({ state }: DevStoreContext): string[] {
  return state.current.installation?.scopes ?? [];
}

/** As when a merchant grants or takes back scopes: tokens change with them, and the app is told. */
async function changeScopes(context: DevStoreContext, scopes: string[]) {
  const previous = grantedScopes(context);
  context.state.update((draft) => {
    if (draft.installation) draft.installation.scopes = scopes;
    for (const token of draft.tokens) token.scopes = scopes;
  });
  const payload = {
    id: Number(context.data.shop.id),
    previous,
    current: scopes,
    updated_at: context.clock().toISOString(),
  };
  return context.webhooks.deliver({ topic: "app/scopes_update", payload });
}

/** As after an hour; refresh tokens stay good. */
function expireTokens({ state, clock }: DevStoreContext): number {
  return state.update((draft) => {
    for (const token of draft.tokens) token.expiresAt = clock().getTime() - 1;
    return draft.tokens.length;
  });
}

function sentenceOf(outcome: Exclude<InstallOutcome, { status: "installed" }>): string {
  if (outcome.status === "app-unreachable") return outcome.reason;
  return `The app answered its first admin page with ${outcome.appStatus} and has no token: ${outcome.reason}`;
}

function refuse(response: Response, status: number, code: string, message: string): void {
  response.status(status).json({ error: { code, message } });
}
