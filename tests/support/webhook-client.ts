import { createHmac, randomUUID } from "node:crypto";

export interface Delivery {
  topic: string;
  payload: unknown;
  shop?: string;
  eventId?: string;
  triggeredAt?: Date;
  /** The body as it stands, in place of the payload's JSON. */
  rawBody?: string;
  /** Replaces headers, or leaves one out where null. */
  headers?: Record<string, string | null>;
}

/** Delivers webhooks to an app as Shopify does, signed with the app's secret over the raw body. */
export function createWebhookClient(appUrl: string, secret: string, defaultShop: string) {
  return async ({ topic, payload, shop = defaultShop, eventId = randomUUID(), ...rest }: Delivery) => {
    const body = rest.rawBody ?? JSON.stringify(payload);
    const headers: Record<string, string | null> = {
      "Content-Type": "application/json",
      "X-Shopify-Topic": topic,
      "X-Shopify-Shop-Domain": shop,
      "X-Shopify-API-Version": "2026-07",
      "X-Shopify-Webhook-Id": randomUUID(),
      "X-Shopify-Event-Id": eventId,
      "X-Shopify-Triggered-At": (rest.triggeredAt ?? new Date()).toISOString(),
      "X-Shopify-Hmac-Sha256": createHmac("sha256", secret).update(body).digest("base64"),
      ...rest.headers,
    };
    const given = Object.entries(headers).filter((entry): entry is [string, string] => entry[1] !== null);
    const response = await fetch(`${appUrl}/webhooks`, {
      method: "POST",
      headers: Object.fromEntries(given),
      body,
    });
    await response.arrayBuffer();
    return response.status;
  };
}
