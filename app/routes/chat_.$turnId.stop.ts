import type { ActionFunctionArgs } from "@remix-run/node";
import { answerPage } from "~/composition/pages.server";
import { stopTurn } from "~/composition/storefront.server";
import { turnRequestSchema } from "~/protocol/requests";

/** Ends the turn; what was said of it is kept. */
export const action = ({ request, params }: ActionFunctionArgs) =>
  answerPage(request, turnRequestSchema, async ({ claims }) => {
    await stopTurn(claims, params.turnId ?? "");
    return Response.json({ stopping: true });
  });

export const loader = action;
