import type { LoaderFunctionArgs } from "@remix-run/node";
import { exportForRequest } from "~/composition/admin-data-requests.server";
import { authenticateAdmin } from "~/shopify.server";

/** What is kept of the customer of one data request, as JSON. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { session } = await authenticateAdmin(request);
  const data = await exportForRequest(session.shop, params.id ?? "");
  if (!data) throw new Response(null, { status: 404 });
  return Response.json(data, { headers: { "Cache-Control": "no-store" } });
}
