import { BlockStack, Box, Card, InlineStack, Spinner, Text, TextField } from "@shopify/polaris";

export interface ChatPreviewProps {
  name: string;
  greeting: string;
  question: string;
  /** Null while the first one is being written. */
  answer: string | null;
  isLoading: boolean;
  onQuestionChange(question: string): void;
}

/** How the unsaved settings greet and answer. */
export function ChatPreview(props: ChatPreviewProps) {
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack align="space-between" blockAlign="center">
          <Text as="h2" variant="headingMd">
            Preview
          </Text>
          {props.isLoading && <Spinner size="small" accessibilityLabel="Writing a sample answer" />}
        </InlineStack>
        <Text as="p" tone="subdued">
          {props.name || "Aisle"}, with these settings, before you save them
        </Text>
        <Bubble side="start">{props.greeting}</Bubble>
        <Bubble side="end">{props.question}</Bubble>
        <div aria-live="polite">
          <Bubble side="start">{props.answer ?? "…"}</Bubble>
        </div>
        <TextField
          label="Ask something else"
          value={props.question}
          onChange={props.onQuestionChange}
          maxLength={200}
          autoComplete="off"
        />
      </BlockStack>
    </Card>
  );
}

function Bubble({ side, children }: { side: "start" | "end"; children: string }) {
  return (
    <InlineStack align={side}>
      <Box
        background={side === "end" ? "bg-fill-inverse" : "bg-surface-secondary"}
        padding="300"
        borderRadius="300"
        maxWidth="90%"
      >
        <span style={{ whiteSpace: "pre-wrap" }}>
          <Text as="span" tone={side === "end" ? "text-inverse" : undefined} breakWord>
            {children}
          </Text>
        </span>
      </Box>
    </InlineStack>
  );
}
