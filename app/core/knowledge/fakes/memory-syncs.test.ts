import { describeKnowledgeSyncs } from "../sync/knowledge-syncs.contract";
import { createMemorySyncs } from "./memory-syncs";

describeKnowledgeSyncs("syncs in memory", async () => {
  const syncs = createMemorySyncs();
  return {
    syncs,
    addShop: async (shop) => syncs.addShop(shop),
    removeShop: async (shop) => syncs.removeShop(shop),
    converse: async (shop, at) => syncs.converse(shop, at),
  };
});
