import type { ActionFunctionArgs } from "@remix-run/node";
import type { ClientActionFunctionArgs } from "@remix-run/react";
import { previewSettings } from "~/composition/admin.server";
import { authenticateAdmin } from "~/shopify.server";

/** A sample answer with settings that are not saved. */
export async function action({ request }: ActionFunctionArgs) {
  const { session } = await authenticateAdmin(request);
  return previewSettings(session.shop, await request.json(), request.signal);
}

/** A failure must not replace the page that holds the unsaved settings. */
export const clientAction = ({ serverAction }: ClientActionFunctionArgs) =>
  serverAction<typeof action>().catch(() => ({ status: "failed" as const }));
