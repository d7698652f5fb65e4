import type { ActionFunctionArgs } from "@remix-run/node";
import { stopTurn } from "~/composition/storefront.server";
import { answerPreflight, requireClaims, respondToPage } from "~/composition/visitors.server";
import { readBearer } from "~/lib/bearer";
import { requireMethod } from "~/lib/respond.server";

/** Ends the turn; what was said of it is kept. */
export const action = async ({ request, params }: ActionFunctionArgs) => {
  if (request.method === "OPTIONS") return answerPreflight(request);
  return respondToPage(request, async (admit) => {
    requireMethod(request, "POST");
    const claims = await requireClaims(readBearer(request));
    await admit(claims);
    await stopTurn(claims, params.turnId ?? "");
    return Response.json({ stopping: true });
  });
};

export const loader = action;
