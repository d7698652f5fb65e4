import { Banner, BlockStack, Button, Card, InlineStack, Text } from "@shopify/polaris";
import type { ScriptTag } from "~/core/store/shop-access";

export interface ScriptTagsProps {
  /** Null when Shopify did not let us look. */
  scriptTags: ScriptTag[] | null;
  /** Why the last attempt to change them was refused, in Shopify's words. */
  refusal: string | null;
  isBusy: boolean;
  onAdd(): void;
  onRemove(id: string): void;
}

/** Script tags are how apps came into themes before app embeds; what is left of them is found and removed here. */
export function ScriptTagsCard({ scriptTags, refusal, isBusy, onAdd, onRemove }: ScriptTagsProps) {
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          Script tags
        </Text>
        {refusal && (
          <Banner tone="warning" title="Shopify no longer takes script tags">
            <p>
              Since October 2026 the theme embed is the way in, and tags that are left stop running in March
              2027. Turn the embed on instead. Shopify said: “{refusal}”
            </p>
          </Banner>
        )}
        {scriptTags === null && <Text as="p">Shopify did not let Aisle look for script tags just now.</Text>}
        {scriptTags?.length === 0 && (
          <InlineStack align="space-between" blockAlign="center" gap="300">
            <Text as="p" tone="subdued">
              None. The chat comes through the theme embed alone.
            </Text>
            <Button variant="plain" onClick={onAdd} disabled={isBusy}>
              My theme has no app embeds
            </Button>
          </InlineStack>
        )}
        {scriptTags?.map((tag) => (
          <InlineStack key={tag.id} align="space-between" blockAlign="center" gap="300" wrap={false}>
            <Text as="p" breakWord>
              {tag.src}
            </Text>
            <Button
              onClick={() => onRemove(tag.id)}
              disabled={isBusy}
              tone="critical"
              accessibilityLabel={`Remove the script tag ${tag.src}`}
            >
              Remove
            </Button>
          </InlineStack>
        ))}
      </BlockStack>
    </Card>
  );
}
