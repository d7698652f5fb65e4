import { randomBytes, randomUUID } from "node:crypto";
import { createDatabase } from "~/adapters/persistence/postgres/database";
import { createShopRepository } from "~/adapters/persistence/postgres/shop-repository";
import { createInMemoryStore, sampleProfile } from "~/core/store/fixtures/in-memory-store";
import { sampleOrder } from "~/core/store/fixtures/sample-orders";
import { sampleProduct } from "~/core/store/fixtures/sample-products";
import { storefrontOrigins } from "~/core/store/shop-lifecycle";
import type { StorePlatform } from "~/core/store/store-platform";
import { closeDatabase } from "~/db.server";
import { signAppProxyUrl } from "~/lib/app-proxy-signature";
import { singleton } from "~/lib/singleton";
import { createTestDatabase } from "../../../tests/setup/database";

export const SECRET = "proxy-secret";
export const SHOP = sampleProfile.domain;
export const ORIGIN = sampleProfile.storefrontUrl;
export const OTHER_SHOP = "other.myshopify.com";
export const CUSTOMER = "42";

export interface Answer {
  status: number;
  headers: Headers;
  /** Parsed JSON; undefined for a stream. */
  json: unknown;
  text: string;
}

/** Routes with a database of their own, and shops whose platform is plain data. */
export async function openStorefront(store: Partial<StorePlatform> = {}) {
  const database = await createTestDatabase();
  Object.assign(process.env, {
    NODE_ENV: "test",
    LOG_LEVEL: "silent",
    DATABASE_URL: database.url,
    SHOPIFY_API_KEY: "key",
    SHOPIFY_API_SECRET: SECRET,
    SHOPIFY_APP_URL: "https://aisle.example",
    TOKEN_ENCRYPTION_KEY: randomBytes(32).toString("base64"),
  });
  const connected = /^(REDIS_URL|SMTP_URL|MODEL_.*|(OPENAI|ANTHROPIC|GEMINI|MISTRAL)_.*)$/;
  for (const name of Object.keys(process.env)) if (connected.test(name)) delete process.env[name];
  const contents = {
    customers: { [CUSTOMER]: { firstName: "Ada", tags: [], orders: [sampleOrder({ name: "#1001" })] } },
    products: [sampleProduct()],
  };
  const platform = { ...createInMemoryStore(contents), ...store };
  singleton("shopify-parts", () => ({ platform }));

  const shops = createShopRepository(createDatabase(database.sql));
  for (const domain of [SHOP, OTHER_SHOP]) {
    await shops.ensureShop(domain, new Date(), null);
    const storefrontUrl = domain === SHOP ? ORIGIN : "https://other.example";
    const profile = { ...sampleProfile, domain, storefrontUrl };
    await shops.saveProfile(profile, storefrontOrigins(profile), new Date());
  }
  return {
    database,
    platform,
    shops,
    async close() {
      await closeDatabase();
      await database.drop();
    },
  };
}

interface Proxied {
  shop?: string;
  customerId?: string;
  parameters?: Record<string, string>;
  secret?: string;
  method?: string;
  headers?: HeadersInit;
}

/** A request as Shopify's App Proxy would send it; strings and bytes are bodies as they are, all else is JSON. */
export function proxied(path: string, body?: unknown, options: Proxied = {}): Request {
  const { shop = SHOP, customerId = "", parameters = {}, secret = SECRET } = options;
  const url = new URL(`https://aisle.example/proxy/${path}`);
  const timestamp = String(Math.floor(Date.now() / 1000));
  const all = {
    shop,
    logged_in_customer_id: customerId,
    path_prefix: "/apps/aisle",
    timestamp,
    ...parameters,
  };
  for (const [name, value] of Object.entries(all)) url.searchParams.set(name, value);
  return requestTo(signAppProxyUrl(url, secret), body, options);
}

/** A request straight from a browser. */
export function direct(
  path: string,
  body?: unknown,
  options: Pick<Proxied, "method" | "headers"> = {},
): Request {
  return requestTo(new URL(`https://aisle.example/chat${path}`), body, options);
}

function requestTo(url: URL, body: unknown, options: Pick<Proxied, "method" | "headers">): Request {
  const isRaw = typeof body === "string" || body instanceof Uint8Array;
  return new Request(url, {
    method: options.method ?? (body === undefined ? "GET" : "POST"),
    headers: options.headers,
    body: body === undefined ? undefined : isRaw ? (body as BodyInit) : JSON.stringify(body),
  });
}

type Route = (input: {
  request: Request;
  params: Record<string, string>;
  context: { clientAddress: string; requestId: string };
}) => Promise<Response>;

/** Calls a loader or action as Remix would, and reads the answer to its end. */
export async function call(
  route: unknown,
  request: Request,
  params: Record<string, string> = {},
): Promise<Answer> {
  const context = { clientAddress: "203.0.113.7", requestId: randomUUID() };
  const response = await (route as Route)({ request, params, context });
  const text = await response.text();
  const isJson = response.headers.get("Content-Type")?.startsWith("application/json");
  return {
    status: response.status,
    headers: response.headers,
    json: isJson ? JSON.parse(text) : undefined,
    text,
  };
}

export interface WireEvent {
  id: string;
  event: string;
  data: Record<string, unknown>;
}

export function readEvents(text: string): WireEvent[] {
  return text
    .split("\n\n")
    .filter((block) => block.startsWith("id:"))
    .map((block) => {
      const fields = Object.fromEntries(block.split("\n").map((line) => line.split(/: (.*)/s)));
      return { id: fields.id, event: fields.event, data: JSON.parse(fields.data) };
    });
}

export function shownText(events: WireEvent[]): string {
  return events.reduce((text, { event, data }) => {
    if (event === "reset") return "";
    return event === "text-delta" ? text + String(data.text) : text;
  }, "");
}
