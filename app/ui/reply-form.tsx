import { BlockStack, Button, Card, InlineError, InlineStack, Text, TextField } from "@shopify/polaris";
import { useEffect, useState } from "react";
import { useTexts } from "./admin-locale";
import { fill } from "./texts";

export interface ReplyFormProps {
  /** The open request for a person, if there is one. */
  handoff: { id: string; reason: string; email: string | null; note: string | null } | null;
  isSending: boolean;
  /** The last reply could not be stored. */
  hasFailed: boolean;
  /** When the last reply was stored; what was typed is kept until then. */
  sentAt: string | null;
  onSend(reply: string): void;
  onResolve(handoffId: string): void;
}

export function ReplyForm({ handoff, isSending, hasFailed, sentAt, onSend, onResolve }: ReplyFormProps) {
  const texts = useTexts().conversation;
  const [reply, setReply] = useState("");
  useEffect(() => {
    if (sentAt) setReply("");
  }, [sentAt]);

  return (
    <Card>
      <BlockStack gap="300">
        {handoff?.reason && (
          <Text as="p" breakWord>
            {fill(texts.why, { reason: handoff.reason })}
          </Text>
        )}
        {handoff && (
          <Text as="p" breakWord>
            {handoff.email ? fill(texts.leftEmail, { email: handoff.email }) : texts.leftNoEmail}{" "}
            {handoff.note ?? ""}
          </Text>
        )}
        <TextField
          id="reply"
          label={texts.reply}
          helpText={texts.replyHelp}
          multiline={3}
          maxLength={4000}
          value={reply}
          onChange={setReply}
          autoComplete="off"
        />
        {hasFailed && <InlineError fieldID="reply" message={texts.replyFailed} />}
        <InlineStack align="start" gap="200">
          <Button
            variant="primary"
            loading={isSending}
            disabled={reply.trim() === ""}
            onClick={() => onSend(reply.trim())}
          >
            {texts.send}
          </Button>
          {handoff && (
            <Button disabled={isSending} onClick={() => onResolve(handoff.id)}>
              {texts.settle}
            </Button>
          )}
        </InlineStack>
      </BlockStack>
    </Card>
  );
}
