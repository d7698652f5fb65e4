import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import "../redirect-fetch.mjs";
import "@shopify/shopify-api/adapters/node";
import { ApiVersion, RequestedTokenType, type Session, type Shopify, shopifyApi } from "@shopify/shopify-api";
import { API_KEY, API_SECRET } from "./start-dev-store";

export interface TestApp {
  url: string;
  shopify: Shopify;
  /** The offline session that the app got at its first admin page. */
  session(): Session;
  /** Webhooks that verified. */
  webhooks: { topic: string; eventId: string; body: unknown }[];
  /** Status that the next webhooks are answered with, one each; 200 when empty. */
  webhookAnswers: number[];
  close(): Promise<void>;
}

/** A minimal app on Shopify's unmodified library: exchanges its token at the first admin page, verifies webhooks. */
export async function startTestApp(): Promise<TestApp> {
  const shopify = shopifyApi({
    apiKey: API_KEY,
    apiSecretKey: API_SECRET,
    apiVersion: ApiVersion.July26,
    hostName: "app.example.com",
    isEmbeddedApp: true,
    logger: { log: () => undefined },
  });
  let session: Session | undefined;
  const webhooks: TestApp["webhooks"] = [];
  const webhookAnswers: number[] = [];
  const application = express();
  application.get("/healthz", (_request, response) => response.send("ok"));
  application.get("/app", async (request, response) => {
    const exchanged = await shopify.auth.tokenExchange({
      shop: String(request.query.shop),
      sessionToken: String(request.query.id_token),
      requestedTokenType: RequestedTokenType.OfflineAccessToken,
      expiring: true,
    });
    session = exchanged.session;
    response.send("installed");
  });
  application.post("/webhooks", express.text({ type: "*/*" }), async (request, response) => {
    const check = await shopify.webhooks.validate({
      rawBody: request.body,
      rawRequest: request,
      rawResponse: response,
    });
    if (!check.valid || check.domain !== "aisle-dev.myshopify.com") return response.sendStatus(401);
    webhooks.push({
      topic: check.topic,
      eventId: request.get("x-shopify-event-id") ?? "",
      body: JSON.parse(request.body),
    });
    return response.sendStatus(webhookAnswers.shift() ?? 200);
  });
  const server = createServer(application);
  await new Promise<void>((resolve) => void server.listen(0, resolve));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    shopify,
    webhooks,
    webhookAnswers,
    session() {
      if (!session) throw new Error("The app has not been installed.");
      return session;
    },
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
