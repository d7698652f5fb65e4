import { describeKnowledgeWriter } from "../knowledge-writer.contract";
import { createMemoryKnowledge } from "./memory-knowledge";

describeKnowledgeWriter("knowledge in memory", async () => {
  const { writer, index, addShop, removeShop } = createMemoryKnowledge();
  return {
    writer,
    index,
    addShop: async (shop) => addShop(shop),
    removeShop: async (shop) => removeShop(shop),
  };
});
