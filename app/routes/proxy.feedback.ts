import type { ActionFunctionArgs } from "@remix-run/node";
import { recordFeedback } from "~/composition/storefront.server";
import { requireProxiedVisitor } from "~/composition/visitors.server";
import { readBody, requireMethod, respond } from "~/lib/respond.server";
import { BODY_LIMITS, feedbackRequestSchema } from "~/protocol/requests";

export const action = ({ request, context }: ActionFunctionArgs) =>
  respond(async () => {
    requireMethod(request, "POST");
    const visitor = await requireProxiedVisitor(request, context.clientAddress);
    await recordFeedback(visitor, await readBody(request, feedbackRequestSchema, BODY_LIMITS));
    return Response.json({ recorded: true });
  });

export const loader = action;
