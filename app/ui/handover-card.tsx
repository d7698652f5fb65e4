import { Checkbox, FormLayout, InlineError, Select, Text, TextField } from "@shopify/polaris";
import type { BehaviourSettings } from "~/core/settings/settings";
import { useTexts } from "./admin-locale";
import type { SettingsDraft } from "./settings-draft";
import { TitledCard } from "./titled-card";

type Rules = BehaviourSettings["handoverRules"];

export interface HandoverCardProps {
  rules: Rules;
  email: string;
  contactEmail: string;
  rulesError: string | undefined;
  emailError: string | undefined;
  onChange(change: Partial<SettingsDraft>): void;
}

const MOST_ATTEMPTS = 5;

/** When a person is called in without being asked for, and where that is announced. */
export function HandoverCard(props: HandoverCardProps) {
  const { rules, email, contactEmail, rulesError, emailError, onChange } = props;
  const texts = useTexts().settings.handover;
  const change = (changed: Partial<Rules>) => onChange({ handoverRules: { ...rules, ...changed } });
  return (
    <TitledCard title={texts.title}>
      <FormLayout>
        <Text as="p" tone="subdued">
          {texts.rulesHelp}
        </Text>
        <Select
          label={texts.failedAttempts}
          options={attemptOptions(rules.failedAttempts, texts)}
          value={String(rules.failedAttempts)}
          onChange={(value) => change({ failedAttempts: Number(value) })}
        />
        <Checkbox
          label={texts.onLowConfidence}
          checked={rules.onLowConfidence}
          onChange={(onLowConfidence) => change({ onLowConfidence })}
        />
        <Checkbox label={texts.onAnger} checked={rules.onAnger} onChange={(onAnger) => change({ onAnger })} />
        <Select
          label={texts.how}
          options={Object.entries(texts.ways).map(([value, label]) => ({ value, label }))}
          value={rules.how}
          onChange={(how) => change({ how: how as Rules["how"] })}
        />
        {rulesError && <InlineError fieldID="handover-rules" message={rulesError} />}
        <TextField
          label={texts.email}
          type="email"
          placeholder={contactEmail}
          helpText={texts.emailHelp}
          value={email}
          error={emailError}
          onChange={(handoverEmail) => onChange({ handoverEmail })}
          autoComplete="off"
        />
      </FormLayout>
    </TitledCard>
  );
}

/** A stored number beyond the usual ones stays a choice. */
function attemptOptions(chosen: number, texts: { never: string; attempts: string }) {
  const counts = new Set([...Array.from({ length: MOST_ATTEMPTS }, (_, index) => index + 1), chosen]);
  const numbers = [...counts].filter((count) => count > 0).sort((a, b) => a - b);
  return [
    { value: "0", label: texts.never },
    ...numbers.map((count) => ({
      value: String(count),
      label: texts.attempts.replace("{count}", String(count)),
    })),
  ];
}
