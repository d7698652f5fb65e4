import { Badge, BlockStack, Card, InlineStack, List, Text } from "@shopify/polaris";
import type { Card as ChatCard } from "~/core/conversation/turn-event";
import { useDateFormat, useTexts } from "./admin-locale";
import { plainText } from "./plain-text";
import { fill, type Texts } from "./texts";

export interface ConversationMessage {
  id: string;
  role: "shopper" | "assistant" | "person";
  text: string;
  createdAt: string;
  cards: ChatCard[];
  sources: { n: number; title: string; url: string }[];
  feedback: { rating: "up" | "down"; comment: string | null } | null;
}

/** A transcript. Texts are shown as text: no markup of a shopper or a model is ever interpreted here. */
export function ConversationView({ messages }: { messages: ConversationMessage[] }) {
  return (
    <ul style={{ listStyle: "none", margin: 0, padding: 0, display: "grid", gap: "12px" }}>
      {messages.map((message) => (
        <li key={message.id}>
          <Message message={message} />
        </li>
      ))}
    </ul>
  );
}

function Message({ message }: { message: ConversationMessage }) {
  const texts = useTexts().conversation;
  const formatDate = useDateFormat();
  return (
    <Card background={message.role === "shopper" ? "bg-surface" : "bg-surface-secondary"}>
      <BlockStack gap="200">
        <InlineStack align="start" gap="200" blockAlign="center">
          <Text as="h2" variant="headingSm">
            {texts.who[message.role]}
          </Text>
          <Text as="span" tone="subdued">
            <time dateTime={message.createdAt}>{formatDate(message.createdAt)}</time>
          </Text>
        </InlineStack>
        <span style={{ whiteSpace: "pre-wrap" }}>
          <Text as="span" breakWord>
            {message.role === "assistant" ? plainText(message.text) : message.text}
          </Text>
        </span>
        <Shown message={message} />
        {message.feedback && <Opinion {...message.feedback} />}
      </BlockStack>
    </Card>
  );
}

/** What the shopper thought of the answer. */
function Opinion({ rating, comment }: NonNullable<ConversationMessage["feedback"]>) {
  const texts = useTexts().conversation;
  return (
    <InlineStack align="start" gap="200" blockAlign="center">
      <Badge tone={rating === "up" ? "success" : "critical"}>{texts.feedback[rating]}</Badge>
      {comment && (
        <Text as="span" tone="subdued" breakWord>
          {comment}
        </Text>
      )}
    </InlineStack>
  );
}

function Shown({ message }: { message: ConversationMessage }) {
  const texts = useTexts().conversation.cards;
  return (
    <>
      {message.cards.length > 0 && (
        <InlineStack align="start" gap="200">
          {message.cards.map((card) => (
            <Badge key={JSON.stringify(card)}>{describeCard(card, texts)}</Badge>
          ))}
        </InlineStack>
      )}
      {message.sources.length > 0 && (
        <List>
          {message.sources.map((source) => (
            <List.Item key={source.n}>
              [{source.n}] {source.title}
            </List.Item>
          ))}
        </List>
      )}
    </>
  );
}

function describeCard(card: ChatCard, texts: Texts["conversation"]["cards"]): string {
  switch (card.kind) {
    case "product":
      return fill(texts.product, { title: card.title });
    case "order":
      return fill(texts.order, { name: card.name, state: card.state.replaceAll("_", " ") });
    case "policy":
      return fill(texts.policy, { title: card.title });
    case "cart":
      return texts.cart;
    case "confirm":
      return card.action === "sign-in" ? texts.signIn : fill(texts.offer, { title: card.title });
  }
}
