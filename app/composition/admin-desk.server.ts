import { createConversationRepository } from "~/adapters/persistence/postgres/conversation-repository";
import { createDatabase } from "~/adapters/persistence/postgres/database";
import { createHandoffRepository } from "~/adapters/persistence/postgres/handoff-repository";
import { createSettingsRepository } from "~/adapters/persistence/postgres/settings-repository";
import { createShopRepository } from "~/adapters/persistence/postgres/shop-repository";
import { createPersonalDataRepository } from "~/adapters/persistence/prisma/personal-data";
import type { Handoff } from "~/core/handoff/handoff";
import { requirePrisma, requireSql } from "~/db.server";
import { singleton } from "~/lib/singleton";

/** What the embedded admin reads and changes. Every function takes the shop of the verified session. */
export const adminDesk = () =>
  singleton("admin-desk", () => {
    const database = createDatabase(requireSql());
    return {
      shops: createShopRepository(database),
      conversations: createConversationRepository(database),
      handoffs: createHandoffRepository(database),
      settings: createSettingsRepository(database),
      personalData: createPersonalDataRepository(requirePrisma()),
    };
  });

/** A request for a person as the admin shows it. */
export function toHandoffRow({ id, conversationId, reason, summary, email, note, createdAt }: Handoff) {
  return { id, conversationId, reason, summary, email, note, createdAt: createdAt.toISOString() };
}
