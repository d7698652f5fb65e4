import type { ActionFunctionArgs } from "@remix-run/node";
import { answerPage } from "~/composition/pages.server";
import { answerDirect } from "~/composition/storefront.server";
import { streamTo } from "~/lib/sse";
import { chatRequestSchema } from "~/protocol/requests";

/** A message straight from the browser. */
export const action = ({ request, context }: ActionFunctionArgs) =>
  answerPage(request, chatRequestSchema, async ({ claims, body }) =>
    streamTo(request, (signal) => answerDirect(claims, context.clientAddress, body, signal)),
  );

export const loader = action;
