import { Button, FormLayout, InlineError, InlineStack, TextField } from "@shopify/polaris";
import { useTexts } from "./admin-locale";
import type { AnswerDraft } from "./knowledge-draft";
import type { KnowledgeEditor } from "./use-knowledge-editor";

const MAX_QUESTION = 300;
const MAX_ANSWER = 4_000;

export interface AnswerFormProps {
  draft: AnswerDraft;
  editor: KnowledgeEditor;
}

/** One question and its answer; they are saved from the bar, like everything on the page. */
export function AnswerForm({ draft, editor }: AnswerFormProps) {
  const texts = useTexts().knowledge.answers;
  const trouble = editor.trouble.answers.get(draft.key);
  const errorOf = (field: "question" | "answer") => {
    const found =
      trouble?.status === "invalid" && trouble.problems.find((candidate) => candidate.field === field);
    return found ? texts.errors[found.problem][field] : undefined;
  };
  return (
    <FormLayout>
      <TextField
        label={texts.question}
        value={draft.question}
        error={errorOf("question")}
        maxLength={MAX_QUESTION}
        focused
        autoComplete="off"
        onChange={(question) => editor.typeAnswer(draft.key, { question })}
      />
      <TextField
        label={texts.answer}
        helpText={texts.answerHelp}
        value={draft.answer}
        error={errorOf("answer")}
        multiline={4}
        maxLength={MAX_ANSWER}
        showCharacterCount
        autoComplete="off"
        onChange={(answer) => editor.typeAnswer(draft.key, { answer })}
      />
      {trouble && trouble.status !== "invalid" && (
        <InlineError fieldID={draft.key} message={texts.notSaved[trouble.status]} />
      )}
      <InlineStack>
        <Button onClick={() => editor.closeAnswer(draft.key)}>{texts.cancel}</Button>
      </InlineStack>
    </FormLayout>
  );
}
