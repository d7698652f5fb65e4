import { BlockStack, Card, InlineStack, Text } from "@shopify/polaris";
import type { ProviderId } from "~/core/assistant/providers";
import { useTexts } from "./admin-locale";
import { type Condition, ConditionBadge, ConditionText } from "./models-list";

export interface InstallationModelsProps {
  models: { provider: ProviderId; model: string; condition: Condition }[];
}

/** Who answers after the merchant's own models: those of the installation, and the built-in one. */
export function InstallationModels({ models }: InstallationModelsProps) {
  const texts = useTexts().models;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {texts.then}
        </Text>
        {models.map(({ provider, model, condition }) => (
          <BlockStack key={`${provider} ${model}`} gap="050">
            <InlineStack gap="200" blockAlign="center">
              <Text as="h3" variant="headingSm">
                {model}
              </Text>
              <ConditionBadge condition={condition} />
            </InlineStack>
            <Text as="p" tone="subdued">
              {texts.providers[provider]}
            </Text>
            <ConditionText condition={condition} />
          </BlockStack>
        ))}
        <Text as="p">{texts.builtin}</Text>
      </BlockStack>
    </Card>
  );
}
