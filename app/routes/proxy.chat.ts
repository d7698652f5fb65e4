import type { ActionFunctionArgs } from "@remix-run/node";
import { answerProxied } from "~/composition/storefront.server";
import { requireProxiedVisitor } from "~/composition/visitors.server";
import { readBody, requireMethod, respond } from "~/lib/respond.server";
import { streamTo } from "~/lib/sse";
import { BODY_LIMITS, chatRequestSchema } from "~/protocol/requests";

export const action = ({ request, context }: ActionFunctionArgs) =>
  respond(async () => {
    requireMethod(request, "POST");
    const visitor = await requireProxiedVisitor(request, context.clientAddress);
    const body = await readBody(request, chatRequestSchema, BODY_LIMITS);
    return streamTo(request, (signal) => answerProxied(visitor, body, signal));
  });

export const loader = action;
