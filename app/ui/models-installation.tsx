import { BlockStack, InlineStack, Text } from "@shopify/polaris";
import type { ProviderId } from "~/core/assistant/providers";
import { useTexts } from "./admin-locale";
import { type Condition, ConditionBadge, ConditionText } from "./models-list";
import { TitledCard } from "./titled-card";

export interface InstallationModelsProps {
  models: { provider: ProviderId; model: string; condition: Condition }[];
}

/** Who answers after the merchant's own models: those of the installation, and the built-in one. */
export function InstallationModels({ models }: InstallationModelsProps) {
  const texts = useTexts().models;
  return (
    <TitledCard title={texts.then}>
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
    </TitledCard>
  );
}
