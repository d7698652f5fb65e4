import { z } from "zod";
import {
  createWebhookDeliveries,
  type WebhookDeliveries,
} from "~/adapters/persistence/postgres/webhook-deliveries";
import { webhookJob } from "~/adapters/stores/shopify/webhook-job";
import { requireSql } from "~/db.server";
import { requireEnvironment } from "~/env.server";
import { singleton } from "~/lib/singleton";
import { requireJobQueue } from "./shop-lifecycle.server";
import { requireShopifyParts } from "./shopify.server";

export type WebhookReceipt = "accepted" | "duplicate" | "unsigned" | "malformed";

/**
 * Verifies a delivery, remembers it, and queues what it asks for. Rejects when it could not be kept: answer 503 then, and
 * Shopify tries again.
 */
export async function receiveWebhook(request: Request, rawBody: string): Promise<WebhookReceipt> {
  const check = await requireShopifyParts().api.webhooks.validate({ rawBody, rawRequest: request });
  if (!check.valid)
    return check.reason === "missing_headers" && hasSignature(request) ? "malformed" : "unsigned";

  const payload = parseJson(rawBody);
  if (payload === undefined) return "malformed";

  const topic = request.headers.get("X-Shopify-Topic") ?? check.topic;
  const triggeredAt = request.headers.get("X-Shopify-Triggered-At");
  const eventId =
    request.headers.get("X-Shopify-Event-Id") ?? request.headers.get("X-Shopify-Webhook-Id") ?? "";
  const delivery = { shop: check.domain, topic, eventId };
  // Shopify signs the body alone: a header that names another shop than the body does is not Shopify's.
  const job = namesOtherShop(payload, check.domain)
    ? null
    : webhookJob(topic, check.domain, payload, parseDate(triggeredAt));

  const queue = await requireJobQueue();
  const isFirst = await deliveries().take(delivery, async (transaction) => {
    if (job) await queue.send(job, transaction);
  });
  return isFirst ? "accepted" : "duplicate";
}

const deliveries = (): WebhookDeliveries =>
  singleton("webhook-deliveries", () =>
    createWebhookDeliveries(requireSql(), requireEnvironment().SHOPIFY_API_SECRET),
  );

const hasSignature = (request: Request) => request.headers.has("X-Shopify-Hmac-Sha256");

const shopNamesSchema = z
  .object({ myshopify_domain: z.string(), shop_domain: z.string(), domain: z.string() })
  .partial()
  .catch({});

/** `domain` may also be an address of the merchant's own, which says nothing. */
function namesOtherShop(payload: unknown, shop: string): boolean {
  const { myshopify_domain, shop_domain, domain } = shopNamesSchema.parse(payload);
  const own = domain?.endsWith(".myshopify.com") ? domain : undefined;
  return [myshopify_domain, shop_domain, own].some((name) => name !== undefined && name !== shop);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function parseDate(text: string | null): Date {
  const date = new Date(text ?? Number.NaN);
  return Number.isNaN(date.getTime()) ? new Date() : date;
}
