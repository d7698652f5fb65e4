import { BlockStack, InlineStack, Link, Text } from "@shopify/polaris";
import { useDateFormat, useTexts } from "./admin-locale";
import { fill } from "./texts";
import { TitledCard } from "./titled-card";

export interface HandoffRow {
  id: string;
  conversationId: string;
  summary: string;
  email: string | null;
  note: string | null;
  createdAt: string;
}

/** Shoppers who wait for a person. */
export function HandoffList({ handoffs }: { handoffs: HandoffRow[] }) {
  const texts = useTexts().handoffs;
  return (
    <TitledCard title={texts.title}>
      {handoffs.length === 0 && (
        <Text as="p" tone="subdued">
          {texts.none}
        </Text>
      )}
      {handoffs.map((handoff) => (
        <Waiting key={handoff.id} handoff={handoff} />
      ))}
    </TitledCard>
  );
}

function Waiting({ handoff }: { handoff: HandoffRow }) {
  const texts = useTexts().handoffs;
  const formatDate = useDateFormat();
  const who = handoff.email ?? texts.noEmail;
  return (
    <BlockStack gap="100">
      <InlineStack align="space-between" gap="300">
        <Link
          url={`/app/conversations/${handoff.conversationId}`}
          accessibilityLabel={fill(texts.open, { who })}
        >
          {who}
        </Link>
        <Text as="span" tone="subdued">
          <time dateTime={handoff.createdAt}>{formatDate(handoff.createdAt)}</time>
        </Text>
      </InlineStack>
      <Text as="p" truncate>
        {handoff.note || handoff.summary}
      </Text>
    </BlockStack>
  );
}
