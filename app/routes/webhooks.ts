import type { ActionFunctionArgs } from "@remix-run/node";
import { receiveWebhook, type WebhookReceipt } from "~/composition/webhooks.server";
import { createLogger } from "~/lib/logger";

const STATUS: Record<WebhookReceipt, number> = {
  accepted: 200,
  duplicate: 200,
  unsigned: 401,
  malformed: 400,
};

/** Deliveries of every topic. Shopify wants an answer within seconds and tries again on anything but 2xx. */
export async function action({ request }: ActionFunctionArgs): Promise<Response> {
  if (request.method !== "POST") return refuseMethod();
  const body = await request.text();
  try {
    return new Response(null, { status: STATUS[await receiveWebhook(request, body)] });
  } catch (error) {
    createLogger("webhooks").error({ error }, "A delivery could not be kept");
    return new Response(null, { status: 503, headers: { "Retry-After": "30" } });
  }
}

export const loader = () => refuseMethod();

const refuseMethod = () => new Response(null, { status: 405, headers: { Allow: "POST" } });
