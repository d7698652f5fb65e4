import type { ActionFunctionArgs } from "@remix-run/node";
import { answerSite } from "~/composition/sites.server";
import { recordFeedback } from "~/composition/storefront.server";
import { feedbackRequestSchema } from "~/protocol/requests";

export const action = ({ request, context }: ActionFunctionArgs) =>
  answerSite(request, context.clientAddress, feedbackRequestSchema, async (visitor, body) => {
    await recordFeedback(visitor, body);
    return Response.json({ recorded: true });
  });

export const loader = action;
