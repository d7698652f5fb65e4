import { createHmac, randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { includeFields } from "./include-fields";

export interface WebhookSender {
  /** Sends to every URI that subscribed to the topic, tries again on failure, and waits for the last answer. */
  deliver(request: WebhookRequest): Promise<WebhookAnswer[]>;
  /** The last 500 attempts, oldest first. */
  readonly attempts: readonly WebhookAttempt[];
}

export interface WebhookRequest {
  /** `app/uninstalled`. */
  topic: string;
  payload: unknown;
  /** Two deliveries with one event id are one event, delivered twice. Random when absent. */
  eventId?: string;
  /** Deliveries of the one event, all at once. 1 when absent. */
  times?: number;
  tamper?: WebhookTampering;
}

/**
 * Deliveries that are not Shopify's: a signature with another secret, none at all, a body changed after signing, or
 * the name of another shop.
 */
export type WebhookTampering = "signature" | "no-signature" | "body" | "shop";

/** What the app said to the last attempt of one delivery; `status` 0 when it could not be reached in time. */
export interface WebhookAnswer {
  uri: string;
  eventId: string;
  status: number;
  milliseconds: number;
  /** The first 500 characters. */
  body: string;
  tries: number;
}

export interface WebhookAttempt extends WebhookAnswer {
  topic: string;
  time: string;
}

export interface WebhookSubscription {
  /** Whole, or a path below the app's URL. */
  uri: string;
  /** See `includeFields`. */
  includeFields: readonly string[];
}

export interface WebhookSenderOptions {
  appUrl: string;
  apiSecret: string;
  shop: string;
  apiVersion: string;
  findSubscriptions: (topic: string) => WebhookSubscription[];
  clock: () => Date;
  /** Pauses before the 2nd to the 8th try. Shopify spreads them over four hours. */
  retryDelaysMs?: number[];
}

const ATTEMPT_DEADLINE_MS = 5_000;
const KEPT_ATTEMPTS = 500;
const SHORT_RETRY_DELAYS_MS = [50, 100, 200, 400, 800, 1_600, 3_200];

export function createWebhookSender(options: WebhookSenderOptions): WebhookSender {
  const { appUrl, shop, clock, retryDelaysMs = SHORT_RETRY_DELAYS_MS } = options;
  const attempts: WebhookAttempt[] = [];

  async function attempt(url: string, request: WebhookRequest, eventId: string, tries: number) {
    const started = performance.now();
    const { headers, body } = signDelivery(options, request, eventId, clock());
    const { status, text } = await post(url, headers, body);
    const answer: WebhookAnswer = {
      uri: url,
      eventId,
      status,
      milliseconds: Math.round(performance.now() - started),
      body: text.slice(0, 500),
      tries,
    };
    attempts.push({ ...answer, topic: request.topic, time: clock().toISOString() });
    attempts.splice(0, attempts.length - KEPT_ATTEMPTS);
    return answer;
  }

  async function deliverOnce(url: string, request: WebhookRequest, eventId: string): Promise<WebhookAnswer> {
    const delays = request.tamper ? [] : retryDelaysMs;
    let answer = await attempt(url, request, eventId, 1);
    for (const [index, delay] of delays.entries()) {
      if (isAccepted(answer)) return answer;
      await wait(delay);
      answer = await attempt(url, request, eventId, index + 2);
    }
    return answer;
  }

  return {
    attempts,
    async deliver(request) {
      const eventId = request.eventId ?? randomUUID();
      const deliveries = options.findSubscriptions(request.topic).flatMap((subscription) => {
        const url = new URL(subscription.uri, `${appUrl}/`).href;
        const payload = includeFields(request.payload, subscription.includeFields);
        return Array.from({ length: request.times ?? 1 }, () => ({ url, payload }));
      });
      return Promise.all(
        deliveries.map(({ url, payload }) => deliverOnce(url, { ...request, payload }, eventId)),
      );
    },
  };

  function signDelivery(
    { apiSecret, apiVersion }: WebhookSenderOptions,
    { topic, payload, tamper }: WebhookRequest,
    eventId: string,
    time: Date,
  ) {
    const signedBody = JSON.stringify(payload);
    const secret = tamper === "signature" ? `${apiSecret}-of-another-app` : apiSecret;
    const headers: Record<string, string> = {
      "content-type": "application/json",
      "user-agent": "Shopify-Captain-Hook",
      "x-shopify-topic": topic,
      "x-shopify-shop-domain": tamper === "shop" ? "another-shop.myshopify.com" : shop,
      "x-shopify-api-version": apiVersion,
      "x-shopify-webhook-id": randomUUID(),
      "x-shopify-event-id": eventId,
      "x-shopify-triggered-at": time.toISOString(),
    };
    if (tamper !== "no-signature") {
      headers["x-shopify-hmac-sha256"] = createHmac("sha256", secret).update(signedBody).digest("base64");
    }
    return { headers, body: tamper === "body" ? `${signedBody} ` : signedBody };
  }
}

function isAccepted(answer: WebhookAnswer): boolean {
  return answer.status >= 200 && answer.status < 300;
}

async function post(url: string, headers: Record<string, string>, body: string) {
  try {
    const response = await fetch(url, {
      method: "POST",
      headers,
      body,
      redirect: "manual",
      signal: AbortSignal.timeout(ATTEMPT_DEADLINE_MS),
    });
    return { status: response.status, text: await response.text() };
  } catch (error) {
    return { status: 0, text: error instanceof Error ? error.message : String(error) };
  }
}
