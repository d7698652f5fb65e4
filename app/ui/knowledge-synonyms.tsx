import { TextField } from "@shopify/polaris";
import { useTexts } from "./admin-locale";
import { fill, type Texts } from "./texts";
import { TitledCard } from "./titled-card";
import type { KnowledgeEditor, KnowledgeTrouble } from "./use-knowledge-editor";

/** Words that mean the same in this shop. */
export function SynonymsCard({ editor }: { editor: KnowledgeEditor }) {
  const texts = useTexts().knowledge.synonyms;
  return (
    <TitledCard title={texts.title} intro={texts.intro}>
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
    </TitledCard>
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
