import type { ActionFunctionArgs } from "@remix-run/node";
import { answerSite } from "~/composition/sites.server";
import { openSession } from "~/composition/storefront.server";
import { sessionRequestSchema } from "~/protocol/requests";

export const action = ({ request, context }: ActionFunctionArgs) =>
  answerSite(request, context.clientAddress, sessionRequestSchema, async (visitor, body) =>
    Response.json(await openSession(visitor, body)),
  );

export const loader = action;
