import type { ActionFunctionArgs } from "@remix-run/node";
import { answerSite } from "~/composition/sites.server";
import { requestPerson } from "~/composition/storefront.server";
import { handoffRequestSchema } from "~/protocol/requests";

export const action = ({ request, context }: ActionFunctionArgs) =>
  answerSite(request, context.clientAddress, handoffRequestSchema, async (visitor, body) =>
    Response.json(await requestPerson(visitor, body)),
  );

export const loader = action;
