import type { ActionFunctionArgs } from "@remix-run/node";
import { answerSite } from "~/composition/sites.server";
import { answerProxied } from "~/composition/storefront.server";
import { streamTo } from "~/lib/sse";
import { chatRequestSchema } from "~/protocol/requests";

export const action = ({ request, context }: ActionFunctionArgs) =>
  answerSite(request, context.clientAddress, chatRequestSchema, async (visitor, body) =>
    streamTo(request, (signal) => answerProxied(visitor, body, signal)),
  );

export const loader = action;
