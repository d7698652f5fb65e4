import { BlockStack, Card, FormLayout, InlineError, Text, TextField } from "@shopify/polaris";
import { useTexts } from "./admin-locale";
import type { CeilingsDraft, SettingsDraft } from "./settings-draft";

export interface CeilingsCardProps {
  ceilings: CeilingsDraft;
  error: string | undefined;
  onChange(change: Partial<SettingsDraft>): void;
}

/** What connected models may take; above it the built-in one answers. */
export function CeilingsCard({ ceilings, error, onChange }: CeilingsCardProps) {
  const texts = useTexts().settings.ceilings;
  const field = (name: keyof CeilingsDraft) => ({
    label: texts[name],
    value: ceilings[name],
    inputMode: "decimal" as const,
    autoComplete: "off",
    onChange: (value: string) => onChange({ ceilings: { ...ceilings, [name]: value } }),
  });
  const money = (name: keyof CeilingsDraft) => (
    <TextField {...field(name)} prefix="$" placeholder={texts.none} />
  );
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {texts.title}
        </Text>
        <Text as="p" tone="subdued">
          {texts.help}
        </Text>
        <FormLayout>
          {money("month")}
          {money("day")}
          {money("shopperDay")}
          <TextField {...field("turnTokens")} helpText={texts.turnTokensHelp} />
        </FormLayout>
        {error && <InlineError fieldID="ceilings" message={error} />}
      </BlockStack>
    </Card>
  );
}
