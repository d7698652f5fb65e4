import { Badge, BlockStack, Button, InlineError, InlineStack, ProgressBar, Text } from "@shopify/polaris";
import { useId } from "react";
import { useDateFormat, useNumberFormat, useTexts } from "./admin-locale";
import { isBeingRead, type Reading, type ReadingPart } from "./knowledge-progress";
import { fill } from "./texts";
import { TitledCard } from "./titled-card";

export interface ReadingCardProps {
  reading: Reading;
  isAsking: boolean;
  /** Reading again could not be asked for. */
  hasFailed: boolean;
  onReadAgain(): void;
}

/** What the assistant has read of the store, and how fresh that is. */
export function ReadingCard({ reading, isAsking, hasFailed, onReadAgain }: ReadingCardProps) {
  const texts = useTexts().knowledge.reading;
  return (
    <TitledCard title={texts.title} intro={texts.intro} gap="400">
      {reading.parts.map((part) => (
        <Part key={part.scope} part={part} sections={reading.sections} />
      ))}
      <InlineStack gap="200" blockAlign="center">
        <Button
          id="read-again"
          loading={isAsking}
          disabled={reading.parts.every(isBeingRead)}
          onClick={onReadAgain}
        >
          {texts.again}
        </Button>
        <div role="status">{hasFailed && <InlineError fieldID="read-again" message={texts.failed} />}</div>
      </InlineStack>
    </TitledCard>
  );
}

function Part({ part, sections }: { part: ReadingPart; sections: number }) {
  const texts = useTexts().knowledge.reading;
  const formatNumber = useNumberFormat();
  const counts = { count: formatNumber(part.count), sections: formatNumber(sections) };
  return (
    <BlockStack gap="150">
      <InlineStack gap="200" blockAlign="center">
        <Text as="h3" variant="headingSm">
          {texts.scopes[part.scope]}
        </Text>
        <div role="status">
          <StateBadge part={part} />
        </div>
      </InlineStack>
      <Text as="p">{fill(texts.counts[part.scope], counts)}</Text>
      {isBeingRead(part) && <Progress part={part} />}
      {part.problem && <Text as="p">{describeProblem(part, part.problem, texts)}</Text>}
      <Freshness part={part} />
    </BlockStack>
  );
}

function StateBadge({ part }: { part: ReadingPart }) {
  const texts = useTexts().knowledge.reading.states;
  if (isBeingRead(part)) return <Badge tone="info">{texts.reading}</Badge>;
  if (part.problem) return <Badge tone="attention">{texts.problem}</Badge>;
  return <Badge tone="success">{texts.known}</Badge>;
}

/** The bar stands still where nobody knows how much there is. */
function Progress({ part: { state, read, expected } }: { part: ReadingPart }) {
  const texts = useTexts().knowledge.reading;
  const formatNumber = useNumberFormat();
  const id = useId();
  const isCountable = state === "reading" && expected !== null && expected > 0;
  const progress = { read: formatNumber(read), expected: formatNumber(expected ?? 0) };
  const words = () => {
    if (state === "waiting") return texts.waiting;
    if (state === "exporting") return texts.exporting;
    return fill(isCountable ? texts.progress : texts.readSoFar, progress);
  };
  return (
    <BlockStack gap="100">
      <Text as="p" id={id}>
        {words()}
      </Text>
      <ProgressBar
        progress={isCountable ? Math.min(100, (100 * read) / expected) : 0}
        size="small"
        tone="primary"
        ariaLabelledBy={id}
      />
    </BlockStack>
  );
}

function describeProblem(
  part: ReadingPart,
  problem: NonNullable<ReadingPart["problem"]>,
  texts: { problems: Record<typeof problem, string>; keeps: string },
): string {
  return part.readAt ? `${texts.problems[problem]} ${texts.keeps}` : texts.problems[problem];
}

function Freshness({ part: { readAt, checkedAt } }: { part: ReadingPart }) {
  const texts = useTexts().knowledge.reading;
  const formatDate = useDateFormat();
  const readText = readAt ? fill(texts.readAt, { date: formatDate(readAt) }) : texts.never;
  const checkedText = checkedAt ? fill(texts.checkedAt, { date: formatDate(checkedAt) }) : "";
  return (
    <Text as="p" tone="subdued">
      {readText} {checkedText}
    </Text>
  );
}
