import type { LoaderFunctionArgs } from "@remix-run/node";
import { loadReading } from "~/composition/admin-knowledge.server";
import { authenticateAdmin } from "~/shopify.server";

/** How far the shop has been read, asked again and again while it is. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { session } = await authenticateAdmin(request);
  return Response.json(await loadReading(session.shop));
}
