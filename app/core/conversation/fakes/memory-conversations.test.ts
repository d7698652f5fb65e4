import { describeConversationRepository } from "../conversation-repository.contract";
import { createMemoryConversations } from "./memory-conversations";

describeConversationRepository("conversations in memory", async () => createMemoryConversations());
