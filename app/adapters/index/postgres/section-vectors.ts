import type { EmbeddingModel } from "~/core/knowledge/embedding-model";
import { sectionPassages } from "~/core/knowledge/section-passages";
import type { IndexedSection } from "~/core/knowledge/sections";
import type { Sql } from "./sql";

/** A section as the table keeps it. */
export interface StoredSection extends IndexedSection {
  position: number;
  language: string;
  vector: Buffer | null;
  vectorModel: string | null;
}

/** The vectors of a section's passages one after the other, by this model; none where it has none yet. */
export function readVectors(
  { vector, vectorModel }: StoredSection,
  { name, dimensions }: EmbeddingModel,
): Float32Array[] {
  if (vector === null || vectorModel !== name) return [];
  const bytes = dimensions * Float32Array.BYTES_PER_ELEMENT;
  return Array.from({ length: Math.floor(vector.length / bytes) }, (_, at) => {
    const copy = Uint8Array.from(vector.subarray(at * bytes, (at + 1) * bytes));
    return new Float32Array(copy.buffer);
  });
}

/** Whether the model can read the section, and has not yet. */
export function lacksVectors({ language, vectorModel }: StoredSection, model: EmbeddingModel): boolean {
  return vectorModel !== model.name && (model.languages?.includes(language) ?? true);
}

/** Makes the vectors of sections that lack them. A section that changed meanwhile takes none. */
export async function writeVectors(
  sql: Sql,
  shop: string,
  sections: readonly StoredSection[],
  model: EmbeddingModel,
  signal: AbortSignal,
): Promise<void> {
  for (const section of sections) {
    const vectors = await model.embed(sectionPassages(section), signal);
    const bytes = Buffer.concat(
      vectors.map(({ buffer, byteOffset, byteLength }) => Buffer.from(buffer, byteOffset, byteLength)),
    );
    await sql.query(
      `UPDATE "KnowledgeSection" SET "vector" = $4, "vectorModel" = $5
       WHERE "shop" = $1 AND "document" = $2 AND "position" = $3 AND "text" = $6 AND "heading" = $7`,
      [shop, section.documentId, section.position, bytes, model.name, section.text, section.heading],
    );
  }
}
