import { BlockStack, Card, Text, TextField } from "@shopify/polaris";
import { useTexts } from "./admin-locale";
import { fill, type Texts } from "./texts";
import type { KnowledgeEditor, KnowledgeTrouble } from "./use-knowledge-editor";

/** Words that mean the same in this shop. */
export function SynonymsCard({ editor }: { editor: KnowledgeEditor }) {
  const texts = useTexts().knowledge.synonyms;
  return (
    <Card>
      <BlockStack gap="300">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {texts.title}
          </Text>
          <Text as="p" tone="subdued">
            {texts.intro}
          </Text>
        </BlockStack>
        <TextField
          label={texts.label}
          helpText={texts.help}
          placeholder={texts.sample}
          value={editor.synonymText}
          error={describe(editor.trouble.synonyms, texts)}
          multiline={4}
          maxHeight="24rem"
          autoComplete="off"
          onChange={editor.typeSynonyms}
        />
      </BlockStack>
    </Card>
  );
}

function describe(
  trouble: KnowledgeTrouble["synonyms"],
  texts: Texts["knowledge"]["synonyms"],
): string | undefined {
  if (!trouble) return undefined;
  if (trouble.status !== "lines") return texts.errors[trouble.status];
  const lines = trouble.lines.join(", ");
  return fill(trouble.lines.length === 1 ? texts.errors.line : texts.errors.lines, { lines });
}
