import type { ActionFunctionArgs } from "@remix-run/node";
import { requestPerson } from "~/composition/storefront.server";
import { requireProxiedVisitor } from "~/composition/visitors.server";
import { readBody, requireMethod, respond } from "~/lib/respond.server";
import { BODY_LIMITS, handoffRequestSchema } from "~/protocol/requests";

export const action = ({ request, context }: ActionFunctionArgs) =>
  respond(async () => {
    requireMethod(request, "POST");
    const visitor = await requireProxiedVisitor(request, context.clientAddress);
    const body = await readBody(request, handoffRequestSchema, BODY_LIMITS);
    return Response.json(await requestPerson(visitor, body));
  });

export const loader = action;
