import { readReadiness } from "~/composition/operations.server";

/** Requests may be sent here. */
export async function loader() {
  const readiness = await readReadiness();
  return Response.json(readiness, {
    status: readiness.ready ? 200 : 503,
    headers: { "Cache-Control": "no-store", ...(!readiness.ready && { "Retry-After": "5" }) },
  });
}
