import type { z } from "zod";
import { readBearer } from "~/lib/bearer";
import type { ConversationClaims } from "~/lib/conversation-token";
import { forbidden } from "~/lib/http-errors.server";
import { readBody, requireMethod, respond } from "~/lib/respond.server";
import { BODY_LIMITS } from "~/protocol/requests";
import { requireAssistant } from "./assistant.server";
import { requireClaims } from "./visitors.server";

/** What every body may carry instead of an Authorization header. */
type WithToken = z.ZodType<{ conversationToken?: string | null | undefined }>;

/** A page's request that a token has let in. */
export interface PageRequest<Body> {
  claims: ConversationClaims;
  body: Body;
}

type OpenTo = (origin: string) => void;

/**
 * Answers what a shop's page posts straight to the app, so that the page can read the answer, errors included. The token
 * stands in the header, or in the body, which as plain text spares the preflight. Requests from elsewhere than a page have
 * no origin, and the token alone decides. Throws nothing: 401 without a good token, 403 for a page of another shop or none.
 */
export function answerPage<Schema extends WithToken>(
  request: Request,
  schema: Schema,
  work: (page: PageRequest<z.infer<Schema>>) => Promise<Response>,
): Promise<Response> {
  if (request.method === "OPTIONS") return answerPreflight(request);
  return respondToPage(request, async (openTo) => {
    requireMethod(request, "POST");
    const bearer = readBearer(request);
    // Before the body: a stranger's is not even read.
    const early = bearer === null ? null : await requireClaims(bearer);
    const body = await readBody(request, schema, BODY_LIMITS);
    const claims = early ?? (await requireClaims(body.conversationToken));
    await requireOwnPage(request, claims, openTo);
    return work({ claims, body });
  });
}

/** The same for a GET, whose token can stand in the header only. */
export function answerPageGet(
  request: Request,
  work: (claims: ConversationClaims) => Promise<Response>,
): Promise<Response> {
  if (request.method === "OPTIONS") return answerPreflight(request);
  return respondToPage(request, async (openTo) => {
    requireMethod(request, "GET");
    const claims = await requireClaims(readBearer(request));
    await requireOwnPage(request, claims, openTo);
    return work(claims);
  });
}

/** For addresses that are not there. */
export function refusePage(request: Request, error: Error): Promise<Response> {
  if (request.method === "OPTIONS") return answerPreflight(request);
  return respondToPage(request, async () => {
    throw error;
  });
}

/**
 * Runs `work`, which may open the answer to the request's own origin. Pages of installed shops read every answer: they are
 * known before any token is.
 */
export async function respondToPage(
  request: Request,
  work: (openTo: OpenTo) => Promise<Response>,
): Promise<Response> {
  const origin = request.headers.get("Origin");
  let reader: string | null = null;
  const response = await respond(async () => {
    if (origin !== null && (await isShopPage(origin))) reader = origin;
    return work((opened) => {
      reader = opened;
    });
  });
  if (reader !== null) allowReading(response.headers, reader);
  return response;
}

/** Throws 403 for a page that is neither one of the token's own shop's nor the website that the token was given to. */
async function requireOwnPage(
  request: Request,
  { shop, origin: site }: ConversationClaims,
  openTo: OpenTo,
): Promise<void> {
  const origin = request.headers.get("Origin");
  if (origin === null) return;
  if (origin !== site && !(await isShopPage(origin, shop))) throw forbidden();
  openTo(origin);
}

/** Any installed shop's pages may ask; which shop's token they bring is seen with the request itself. */
function answerPreflight(request: Request): Promise<Response> {
  return respond(async () => {
    const origin = request.headers.get("Origin");
    if (origin === null || !(await isShopPage(origin))) throw forbidden();
    const response = new Response(null, {
      status: 204,
      headers: {
        "Access-Control-Allow-Methods": "GET, POST, OPTIONS",
        "Access-Control-Allow-Headers": "Authorization, Content-Type, Last-Event-ID",
        "Access-Control-Max-Age": "86400",
      },
    });
    allowReading(response.headers, origin);
    return response;
  });
}

const isShopPage = (origin: string, shop?: string) =>
  requireAssistant().turns.shops.isStorefrontOrigin(origin, shop);

function allowReading(headers: Headers, origin: string): void {
  headers.set("Access-Control-Allow-Origin", origin);
  headers.set("Access-Control-Expose-Headers", "Retry-After, X-Request-Id");
  headers.set("Vary", "Origin");
}
