import { BlockStack, Box, Card, InlineStack, Link, ProgressBar, Text } from "@shopify/polaris";
import { useId } from "react";
import type { ModelCosts, SpendingSummary } from "~/core/assistant/budget/summarise-spending";
import type { BehaviourSettings } from "~/core/settings/settings";
import { useDateFormat, useNumberFormat, useTexts } from "./admin-locale";
import { fill } from "./texts";
import { TitledCard } from "./titled-card";

const MICROS_A_DOLLAR = 1_000_000;
const MICROS_A_CENT = 10_000;

export interface CostsProps {
  today: SpendingSummary;
  month: SpendingSummary;
  ceilings: BehaviourSettings["ceilings"];
  /** ISO date. */
  pricesAsOf: string;
}

/** What the connected models took, and how much of the ceilings that is. */
export function Costs({ today, month, ceilings, pricesAsOf }: CostsProps) {
  const texts = useTexts().costs;
  const formatDate = useDateFormat();
  return (
    <BlockStack gap="400">
      <TitledCard title={texts.ceilings}>
        <Ceiling label={texts.today} spent={today.costMicros} cents={ceilings.dayCents} />
        <Ceiling label={texts.month} spent={month.costMicros} cents={ceilings.monthCents} />
        <Text as="p" tone="subdued">
          {month.refusals === 0 ? texts.neverReached : fill(texts.reached, { count: month.refusals })}{" "}
          <Link url="/app/settings">{texts.change}</Link>
        </Text>
      </TitledCard>
      <Period title={texts.today} summary={today} />
      <Period title={texts.month} summary={month} />
      {/* Outside of cards a phone leaves no margin. */}
      <Box paddingInline={{ xs: "400", sm: "0" }}>
        <Text as="p" tone="subdued">
          {fill(texts.source, { date: formatDate(pricesAsOf, "date") })}
        </Text>
      </Box>
    </BlockStack>
  );
}

function Ceiling({ label, spent, cents }: { label: string; spent: number; cents: number | null }) {
  const texts = useTexts().costs;
  const formatMoney = useMoney();
  const id = useId();
  const limit = (cents ?? 0) * MICROS_A_CENT;
  const used = { spent: formatMoney(spent), limit: formatMoney(limit) };
  const share = limit === 0 ? 100 : Math.min(100, (100 * spent) / limit);
  return (
    <BlockStack gap="100">
      <InlineStack align="space-between" gap="200">
        <Text as="span" id={id}>
          {label}
        </Text>
        <Text as="span">{cents === null ? fill(texts.noCeiling, used) : fill(texts.ofCeiling, used)}</Text>
      </InlineStack>
      {cents !== null && (
        <ProgressBar
          progress={share}
          size="small"
          tone={share >= 90 ? "critical" : "primary"}
          ariaLabelledBy={id}
        />
      )}
    </BlockStack>
  );
}

function Period({ title, summary }: { title: string; summary: SpendingSummary }) {
  const texts = useTexts().costs;
  const formatMoney = useMoney();
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack align="space-between" gap="200">
          <Text as="h2" variant="headingMd">
            {title}
          </Text>
          <Text as="span" variant="headingMd">
            {formatMoney(summary.costMicros)}
          </Text>
        </InlineStack>
        {summary.models.length === 0 && <Text as="p">{texts.none}</Text>}
        {summary.models.map((costs) => (
          <Model key={costs.model} costs={costs} />
        ))}
      </BlockStack>
    </Card>
  );
}

function Model({ costs }: { costs: ModelCosts }) {
  const texts = useTexts().costs;
  const formatMoney = useMoney();
  const format = useNumberFormat();
  const cached =
    costs.inputTokens === 0 ? 0 : Math.round((100 * costs.cachedInputTokens) / costs.inputTokens);
  const figures = {
    turns: format(costs.turns),
    input: format(costs.inputTokens),
    cached,
    output: format(costs.outputTokens),
  };
  return (
    <Box>
      <InlineStack align="space-between" gap="200">
        <Text as="h3" variant="headingSm" breakWord>
          {costs.model}
        </Text>
        <Text as="span">{costs.isPriceUnknown ? texts.unknownPrice : formatMoney(costs.costMicros)}</Text>
      </InlineStack>
      <Text as="p" tone="subdued">
        {fill(texts.figures, figures)}
        {costs.refusals > 0 && ` ${fill(texts.refusals, { count: costs.refusals })}`}
      </Text>
    </Box>
  );
}

/** Providers bill in US dollars. Small sums keep the digits that they have. */
function useMoney(): (micros: number) => string {
  const format = useNumberFormat();
  return (micros) => {
    const dollars = micros / MICROS_A_DOLLAR;
    const digits = dollars > 0 && dollars < 0.1 ? 4 : 2;
    return format(dollars, {
      style: "currency",
      currency: "USD",
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    });
  };
}
