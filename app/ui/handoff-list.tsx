import { BlockStack, Card, InlineStack, Link, Text } from "@shopify/polaris";

export interface HandoffRow {
  id: string;
  conversationId: string;
  summary: string;
  email: string | null;
  createdAt: string;
}

/** Shoppers who wait for a person. */
export function HandoffList({ handoffs, locale }: { handoffs: HandoffRow[]; locale: string }) {
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          Waiting for a person
        </Text>
        {handoffs.length === 0 && (
          <Text as="p" tone="subdued">
            Nobody is waiting.
          </Text>
        )}
        {handoffs.map((handoff) => (
          <BlockStack key={handoff.id} gap="100">
            <InlineStack align="space-between" gap="300">
              <Link url={`/app/conversations/${handoff.conversationId}`}>
                {handoff.email ?? "No email left"}
              </Link>
              <Text as="span" tone="subdued">
                {new Date(handoff.createdAt).toLocaleString(locale, {
                  dateStyle: "medium",
                  timeStyle: "short",
                })}
              </Text>
            </InlineStack>
            <Text as="p" truncate>
              {handoff.summary}
            </Text>
          </BlockStack>
        ))}
      </BlockStack>
    </Card>
  );
}
