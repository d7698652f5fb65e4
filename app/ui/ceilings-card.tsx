import { FormLayout, InlineError, TextField } from "@shopify/polaris";
import { useTexts } from "./admin-locale";
import type { CeilingsDraft, SettingsDraft } from "./settings-draft";
import { TitledCard } from "./titled-card";

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
    <TitledCard title={texts.title} intro={texts.help}>
      <FormLayout>
        {money("month")}
        {money("day")}
        {money("shopperDay")}
        <TextField {...field("turnTokens")} helpText={texts.turnTokensHelp} />
      </FormLayout>
      {error && <InlineError fieldID="ceilings" message={error} />}
    </TitledCard>
  );
}
