import { Badge, BlockStack, Box, Card, InlineStack, List, Text } from "@shopify/polaris";
import type { Card as ChatCard } from "~/core/conversation/turn-event";

export interface ConversationMessage {
  id: string;
  role: "shopper" | "assistant" | "person";
  text: string;
  createdAt: string;
  cards: ChatCard[];
  sources: { n: number; title: string; url: string }[];
}

const WHO = { shopper: "Shopper", assistant: "Aisle", person: "Your team" } as const;

/** A transcript. Texts are shown as they are: no markup of a shopper or a model is ever interpreted here. */
export function ConversationView({ messages, locale }: { messages: ConversationMessage[]; locale: string }) {
  return (
    <BlockStack gap="300" as="ul">
      {messages.map((message) => (
        <li key={message.id}>
          <Message message={message} locale={locale} />
        </li>
      ))}
    </BlockStack>
  );
}

function Message({ message, locale }: { message: ConversationMessage; locale: string }) {
  return (
    <Card background={message.role === "shopper" ? "bg-surface" : "bg-surface-secondary"}>
      <BlockStack gap="200">
        <InlineStack gap="200" blockAlign="center">
          <Text as="h3" variant="headingSm">
            {WHO[message.role]}
          </Text>
          <Text as="span" tone="subdued">
            {new Date(message.createdAt).toLocaleString(locale, { dateStyle: "medium", timeStyle: "short" })}
          </Text>
        </InlineStack>
        <span style={{ whiteSpace: "pre-wrap" }}>
          <Text as="span" breakWord>
            {message.text}
          </Text>
        </span>
        <Shown message={message} />
      </BlockStack>
    </Card>
  );
}

function Shown({ message }: { message: ConversationMessage }) {
  return (
    <>
      {message.cards.length > 0 && (
        <InlineStack gap="200">
          {message.cards.map((card) => (
            <Badge key={JSON.stringify(card)}>{describeCard(card)}</Badge>
          ))}
        </InlineStack>
      )}
      {message.sources.length > 0 && (
        <Box>
          <List>
            {message.sources.map((source) => (
              <List.Item key={source.n}>{source.title}</List.Item>
            ))}
          </List>
        </Box>
      )}
    </>
  );
}

function describeCard(card: ChatCard): string {
  switch (card.kind) {
    case "product":
      return `Product: ${card.title}`;
    case "order":
      return `Order ${card.name}: ${card.state.replaceAll("_", " ")}`;
    case "policy":
      return `Policy: ${card.title}`;
    case "cart":
      return "Cart";
    case "confirm":
      return card.action === "sign-in" ? "Asked to sign in" : `Offered for the cart: ${card.title}`;
  }
}
