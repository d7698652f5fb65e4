import type { LoaderFunctionArgs } from "@remix-run/node";
import { readMetrics } from "~/composition/operations.server";

export async function loader({ request }: LoaderFunctionArgs) {
  const metrics = await readMetrics(request);
  if (!metrics) return new Response(null, { status: 401, headers: { "WWW-Authenticate": "Bearer" } });
  return new Response(metrics.text, {
    headers: { "Content-Type": metrics.contentType, "Cache-Control": "no-store" },
  });
}
