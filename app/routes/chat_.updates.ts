import type { ActionFunctionArgs } from "@remix-run/node";
import { answerPage } from "~/composition/pages.server";
import { readUpdates } from "~/composition/storefront.server";
import { updatesRequestSchema } from "~/protocol/requests";

/** What people have said in a conversation that was handed over to them. */
export const action = ({ request, context }: ActionFunctionArgs) =>
  answerPage(request, updatesRequestSchema, async ({ claims, body }) =>
    Response.json(await readUpdates(claims, context.clientAddress, body.after ?? null)),
  );

export const loader = action;
