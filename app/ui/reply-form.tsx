import { BlockStack, Button, Card, InlineStack, Text, TextField } from "@shopify/polaris";
import { useEffect, useState } from "react";

export interface ReplyFormProps {
  /** The open request for a person, if there is one. */
  handoff: { id: string; email: string | null; note: string | null } | null;
  isSending: boolean;
  /** When the last reply was stored; what was typed is kept until then. */
  sentAt: string | null;
  onSend(reply: string): void;
  onResolve(handoffId: string): void;
}

export function ReplyForm({ handoff, isSending, sentAt, onSend, onResolve }: ReplyFormProps) {
  const [reply, setReply] = useState("");
  useEffect(() => {
    if (sentAt) setReply("");
  }, [sentAt]);

  return (
    <Card>
      <BlockStack gap="300">
        {handoff && (
          <Text as="p">
            {handoff.email ? `Left the email ${handoff.email}.` : "Left no email."} {handoff.note ?? ""}
          </Text>
        )}
        <TextField
          label="Reply as a person"
          helpText="The shopper sees it when she opens the chat again."
          multiline={3}
          maxLength={4000}
          value={reply}
          onChange={setReply}
          autoComplete="off"
        />
        <InlineStack gap="200">
          <Button
            variant="primary"
            loading={isSending}
            disabled={reply.trim() === ""}
            onClick={() => onSend(reply.trim())}
          >
            Send
          </Button>
          {handoff && (
            <Button disabled={isSending} onClick={() => onResolve(handoff.id)}>
              Mark as settled
            </Button>
          )}
        </InlineStack>
      </BlockStack>
    </Card>
  );
}
