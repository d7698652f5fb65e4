import type { ActionFunctionArgs } from "@remix-run/node";
import { answerDirect } from "~/composition/storefront.server";
import { answerPreflight, requireClaims, respondToPage } from "~/composition/visitors.server";
import { readBearer } from "~/lib/bearer";
import { readBody, requireMethod } from "~/lib/respond.server";
import { streamTo } from "~/lib/sse";
import { BODY_LIMITS, chatRequestSchema } from "~/protocol/requests";

/** A message straight from the browser; the token stands in the header, or in the body, which spares the preflight. */
export const action = async ({ request, context }: ActionFunctionArgs) => {
  if (request.method === "OPTIONS") return answerPreflight(request);
  return respondToPage(request, async (admit) => {
    requireMethod(request, "POST");
    const bearer = readBearer(request);
    const early = bearer === null ? null : await requireClaims(bearer);
    const body = await readBody(request, chatRequestSchema, BODY_LIMITS);
    const claims = early ?? (await requireClaims(body.conversationToken));
    await admit(claims);
    return streamTo(request, (signal) => answerDirect(claims, context.clientAddress, body, signal));
  });
};

export const loader = action;
