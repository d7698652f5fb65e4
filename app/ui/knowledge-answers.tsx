import { BlockStack, Button, ButtonGroup, Card, Divider, InlineStack, Text } from "@shopify/polaris";
import { Fragment, useEffect, useId, useRef, useState } from "react";
import { useNumberFormat, useTexts } from "./admin-locale";
import { AnswerForm } from "./knowledge-answer-form";
import type { StoredAnswer } from "./knowledge-draft";
import { fill } from "./texts";
import type { KnowledgeEditor } from "./use-knowledge-editor";

/** More are shown when they are asked for. */
const FIRST_SHOWN = 10;

/** The merchant's own questions and answers. */
export function AnswersCard({ editor }: { editor: KnowledgeEditor }) {
  const texts = useTexts().knowledge.answers;
  const formatNumber = useNumberFormat();
  const [showsAll, setShowsAll] = useState(false);
  const { answers } = editor.stored;
  const fresh = editor.draft.answers.filter(({ id }) => !answers.some((answer) => answer.id === id));
  const shown = showsAll ? answers : answers.slice(0, FIRST_SHOWN);
  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="100">
          <InlineStack align="space-between" blockAlign="center" gap="200">
            <Text as="h2" variant="headingMd">
              {texts.title}
            </Text>
            <Button onClick={editor.addAnswer}>{texts.add}</Button>
          </InlineStack>
          <Text as="p" tone="subdued">
            {texts.intro}
          </Text>
        </BlockStack>
        {fresh.map((draft) => (
          <AnswerForm key={draft.key} draft={draft} editor={editor} />
        ))}
        {answers.length + fresh.length === 0 && <Text as="p">{texts.none}</Text>}
        {shown.map((answer, position) => (
          <Fragment key={answer.id}>
            {position + fresh.length > 0 && <Divider />}
            <Answer answer={answer} editor={editor} />
          </Fragment>
        ))}
        {shown.length < answers.length && (
          <InlineStack>
            <Button onClick={() => setShowsAll(true)}>
              {fill(texts.showAll, { count: formatNumber(answers.length) })}
            </Button>
          </InlineStack>
        )}
      </BlockStack>
    </Card>
  );
}

function Answer({ answer, editor }: { answer: StoredAnswer; editor: KnowledgeEditor }) {
  const draft = editor.draft.answers.find(({ id }) => id === answer.id);
  const editId = useId();
  useFocusWhenClosed(draft !== undefined, editId);
  return draft ? (
    <AnswerForm draft={draft} editor={editor} />
  ) : (
    <Row answer={answer} editor={editor} editId={editId} />
  );
}

/** Whoever closes a form with the keyboard goes on where she opened it. */
function useFocusWhenClosed(isOpen: boolean, id: string): void {
  const wasOpen = useRef(isOpen);
  useEffect(() => {
    if (wasOpen.current && !isOpen && document.activeElement === document.body)
      document.getElementById(id)?.focus();
    wasOpen.current = isOpen;
  }, [isOpen, id]);
}

interface RowProps {
  answer: StoredAnswer;
  editor: KnowledgeEditor;
  editId: string;
}

function Row({ answer, editor, editId }: RowProps) {
  const texts = useTexts().knowledge.answers;
  const isRemoved = editor.draft.removed.includes(answer.id);
  const named = { question: answer.question };
  return (
    <BlockStack gap="200">
      <BlockStack gap="050">
        <Text
          as="h3"
          variant="headingSm"
          breakWord
          {...(isRemoved && { textDecorationLine: "line-through" })}
        >
          {answer.question}
        </Text>
        {/* Line breaks are the merchant's. */}
        <div style={{ whiteSpace: "pre-line" }}>
          <Text as="p" tone="subdued" breakWord>
            {isRemoved ? texts.willGo : answer.answer}
          </Text>
        </div>
      </BlockStack>
      <ButtonGroup>
        <Button
          id={editId}
          disabled={isRemoved}
          onClick={() => editor.openAnswer(answer)}
          accessibilityLabel={fill(texts.editOne, named)}
        >
          {texts.edit}
        </Button>
        <Button
          onClick={() => (isRemoved ? editor.keepAnswer(answer.id) : editor.removeAnswer(answer.id))}
          accessibilityLabel={fill(isRemoved ? texts.keepOne : texts.removeOne, named)}
        >
          {isRemoved ? texts.keep : texts.remove}
        </Button>
      </ButtonGroup>
    </BlockStack>
  );
}
