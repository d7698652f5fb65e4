import type { ActionFunctionArgs } from "@remix-run/node";
import { openSession } from "~/composition/storefront.server";
import { requireProxiedVisitor } from "~/composition/visitors.server";
import { readBody, requireMethod, respond } from "~/lib/respond.server";
import { BODY_LIMITS, sessionRequestSchema } from "~/protocol/requests";

export const action = ({ request, context }: ActionFunctionArgs) =>
  respond(async () => {
    requireMethod(request, "POST");
    const visitor = await requireProxiedVisitor(request, context.clientAddress);
    const body = await readBody(request, sessionRequestSchema, BODY_LIMITS);
    return Response.json(await openSession(visitor, body));
  });

export const loader = action;
