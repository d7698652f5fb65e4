import type { LoaderFunctionArgs } from "@remix-run/node";
import { authenticateAdmin } from "~/shopify.server";

/** The library's own pages: session token bounce, exit from the frame, callback. */
export async function loader({ request }: LoaderFunctionArgs) {
  await authenticateAdmin(request);
  return null;
}
