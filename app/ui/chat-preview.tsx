import { BlockStack, Box, Card, InlineStack, Spinner, Text, TextField } from "@shopify/polaris";
import { useTexts } from "./admin-locale";
import { fill } from "./texts";

export interface ChatPreviewProps {
  name: string;
  greeting: string;
  question: string;
  /** Null while the first one is being written. */
  answer: string | null;
  isLoading: boolean;
  onQuestionChange(question: string): void;
}

/** How the unsaved settings greet and answer. Stays in view beside a taller form; what grows is last, so nothing else moves. */
export function ChatPreview(props: ChatPreviewProps) {
  const texts = useTexts().preview;
  return (
    <div>
      <div style={{ position: "sticky", top: "16px" }}>
        <Card>
          <BlockStack gap="300">
            <InlineStack align="space-between" blockAlign="center">
              <Text as="h2" variant="headingMd">
                {texts.title}
              </Text>
              {/* Its place is kept, so that nothing moves. */}
              <Box minHeight="28px">
                {props.isLoading && <Spinner size="small" accessibilityLabel={texts.writing} />}
              </Box>
            </InlineStack>
            <Text as="p" tone="subdued" breakWord>
              {fill(texts.intro, { name: props.name.trim() || "Aisle" })}
            </Text>
            <Bubble side="start">{props.greeting}</Bubble>
            <TextField
              label={texts.ask}
              value={props.question}
              onChange={props.onQuestionChange}
              maxLength={200}
              autoComplete="off"
            />
            <Bubble side="end">{props.question || texts.waiting}</Bubble>
            <div aria-live="polite">
              <Bubble side="start">{props.answer ?? texts.waiting}</Bubble>
            </div>
          </BlockStack>
        </Card>
      </div>
    </div>
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
