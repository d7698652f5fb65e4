import { createLocalEmbeddings } from "~/adapters/embeddings/local/local-embeddings";
import { createOpenAiEmbeddings } from "~/adapters/embeddings/openai/openai-embeddings";
import type { EmbeddingModel } from "~/core/knowledge/embedding-model";
import { requireEnvironment } from "~/env.server";
import { onShutdown } from "~/lib/shutdown";
import { singleton } from "~/lib/singleton";

/**
 * What turns texts into vectors: the provider's model where the installation names one, else the encoder that comes with
 * npm, which needs no network and knows English.
 */
export const requireEmbeddings = (): EmbeddingModel => singleton("embeddings", createEmbeddings);

function createEmbeddings(): EmbeddingModel {
  const { OPENAI_API_KEY, OPENAI_BASE_URL, OPENAI_EMBEDDING_MODEL } = requireEnvironment();
  if (OPENAI_EMBEDDING_MODEL)
    return createOpenAiEmbeddings({
      apiKey: OPENAI_API_KEY ?? "",
      baseUrl: OPENAI_BASE_URL,
      model: OPENAI_EMBEDDING_MODEL,
    });
  const local = createLocalEmbeddings();
  onShutdown("embeddings", () => local.close());
  return local;
}
