import type { KnowledgeSource } from "~/core/knowledge/sync/knowledge-source";
import type { ShopProfile } from "~/core/store/store-platform";
import type { AdminClient } from "./admin-client";
import { createBulkExport } from "./bulk-export";
import { createDocumentReader } from "./load-documents";
import { createPatientClient } from "./patient-client";
import { createCatalogueReader } from "./read-catalogue";

/** The Shopify adapter of KnowledgeSource. Documents have Shopify's global ids, products their numbers. */
export function createShopifyKnowledgeSource(options: {
  client: AdminClient;
  profileOf(shop: string, signal: AbortSignal): Promise<ShopProfile>;
}): KnowledgeSource {
  const client = createPatientClient(options.client);
  return {
    ...createCatalogueReader(client, options.profileOf),
    ...createBulkExport(client, options.profileOf),
    ...createDocumentReader(client, options.profileOf),
  };
}
