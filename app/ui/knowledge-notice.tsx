import { Banner, Box } from "@shopify/polaris";
import { useTexts } from "./admin-locale";
import type { KnowledgeTrouble } from "./use-knowledge-editor";

/** Says above the page that something is not saved; announced, since its field may be far below. */
export function KnowledgeNotice({ trouble }: { trouble: KnowledgeTrouble }) {
  const texts = useTexts().knowledge;
  const isPartly = trouble.answers.size > 0 || trouble.synonyms !== null;
  return (
    <div role="status">
      {(trouble.isUnreachable || isPartly) && (
        <Box paddingBlockEnd="400">
          <Banner tone="critical" title={texts.notSaved}>
            <p>{trouble.isUnreachable ? texts.unreachable : texts.partly}</p>
          </Banner>
        </Box>
      )}
    </div>
  );
}
