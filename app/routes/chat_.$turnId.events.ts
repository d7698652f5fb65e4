import type { LoaderFunctionArgs } from "@remix-run/node";
import { resumeTurn } from "~/composition/storefront.server";
import { answerPreflight, requireClaims, respondToPage } from "~/composition/visitors.server";
import { readBearer } from "~/lib/bearer";
import { requireMethod } from "~/lib/respond.server";
import { streamTo } from "~/lib/sse";

/** The events of a turn after `Last-Event-ID`, and on. */
export const loader = async ({ request, params, context }: LoaderFunctionArgs) => {
  if (request.method === "OPTIONS") return answerPreflight(request);
  return respondToPage(request, async (admit) => {
    requireMethod(request, "GET");
    const claims = await requireClaims(readBearer(request));
    await admit(claims);
    const lastEventId =
      request.headers.get("Last-Event-ID") ?? new URL(request.url).searchParams.get("lastEventId");
    return streamTo(request, (signal) =>
      resumeTurn(claims, params.turnId ?? "", lastEventId, context.clientAddress, signal),
    );
  });
};

export const action = loader;
