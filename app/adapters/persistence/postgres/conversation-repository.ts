import type { ConversationRepository } from "~/core/conversation/conversation-repository";
import { createConversationTable } from "./conversations";
import type { Database } from "./database";
import { createMessageTable } from "./messages";
import { createTurnRecords } from "./turn-records";
import { createTurnTable } from "./turns";

/** Conversations in PostgreSQL. Each call is one statement; `beginTurn` needs a second one for a message that it knows. */
export function createConversationRepository(database: Database): ConversationRepository {
  return {
    ...createConversationTable(database),
    ...createTurnTable(database),
    ...createTurnRecords(database),
    ...createMessageTable(database),
  };
}
