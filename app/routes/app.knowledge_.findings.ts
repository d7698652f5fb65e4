import type { LoaderFunctionArgs } from "@remix-run/node";
import { loadFindings } from "~/composition/knowledge.server";
import { authenticateAdmin } from "~/shopify.server";

/** What the merchant should look at in her texts. By itself, since looking takes seconds. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { session } = await authenticateAdmin(request);
  return Response.json(await loadFindings(session.shop));
}
