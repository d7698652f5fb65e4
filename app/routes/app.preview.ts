import type { ActionFunctionArgs } from "@remix-run/node";
import { previewSettings } from "~/composition/admin-settings.server";
import { authenticateAdmin } from "~/shopify.server";

/** A sample answer with settings that are not saved. */
export async function action({ request }: ActionFunctionArgs) {
  const { session } = await authenticateAdmin(request);
  return Response.json(await previewSettings(session.shop, await request.json(), request.signal));
}
