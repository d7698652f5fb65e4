import { createHmac } from "node:crypto";
import { Prisma, type PrismaClient } from "@prisma/client";

/** Shopify tries a delivery for four hours; a week leaves room for its own replays. */
const KEEP_MS = 7 * 24 * 3600_000;

/** Remembers which deliveries were taken, without keeping what can be read back: only a keyed hash of each. */
export interface WebhookDeliveries {
  /** True the first time; false for a delivery that was taken before. */
  take(delivery: { shop: string; topic: string; eventId: string }): Promise<boolean>;
  /** Gives a delivery back that could not be worked off, so that the next try is taken. */
  release(delivery: { shop: string; topic: string; eventId: string }): Promise<void>;
}

export function createWebhookDeliveries(
  prisma: PrismaClient,
  secret: string,
  now = () => new Date(),
): WebhookDeliveries {
  const hashOf = ({ shop, topic, eventId }: { shop: string; topic: string; eventId: string }) =>
    createHmac("sha256", secret)
      .update(JSON.stringify([shop, topic, eventId]))
      .digest("hex");

  return {
    async take(delivery) {
      const at = now();
      const rows = await prisma.$executeRaw(
        Prisma.sql`INSERT INTO "WebhookDelivery" ("hash", "receivedAt") VALUES (${hashOf(delivery)}, ${at}) ON CONFLICT DO NOTHING`,
      );
      await prisma.webhookDelivery.deleteMany({
        where: { receivedAt: { lt: new Date(at.getTime() - KEEP_MS) } },
      });
      return rows === 1;
    },
    async release(delivery) {
      await prisma.webhookDelivery.deleteMany({ where: { hash: hashOf(delivery) } });
    },
  };
}
