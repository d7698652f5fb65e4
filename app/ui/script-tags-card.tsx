import { Banner, Button, InlineStack, Text } from "@shopify/polaris";
import type { ScriptTag } from "~/core/store/shop-access";
import { useTexts } from "./admin-locale";
import { fill } from "./texts";
import { TitledCard } from "./titled-card";

/** What became of the last change: the platform may have refused it, or not have answered. */
export type ScriptTagOutcome =
  | { status: "created" | "deleted" }
  | { status: "refused"; change: "add" | "remove"; reason: string }
  | { status: "failed" };

export interface ScriptTagsProps {
  /** Null when Shopify did not let us look. */
  scriptTags: ScriptTag[] | null;
  outcome: ScriptTagOutcome | null;
  isBusy: boolean;
  onAdd(): void;
  onRemove(id: string): void;
}

/** Script tags are how apps came into themes before app embeds; what is left of them is found and removed here. */
export function ScriptTagsCard({ scriptTags, outcome, isBusy, onAdd, onRemove }: ScriptTagsProps) {
  const texts = useTexts().scriptTags;
  return (
    <TitledCard title={texts.title}>
      <Outcome outcome={outcome} />
      {scriptTags === null && <Text as="p">{texts.unknown}</Text>}
      {scriptTags?.length === 0 && (
        <InlineStack align="space-between" blockAlign="center" gap="300">
          <Text as="p" tone="subdued">
            {texts.none}
          </Text>
          <Button variant="plain" onClick={onAdd} disabled={isBusy}>
            {texts.add}
          </Button>
        </InlineStack>
      )}
      {scriptTags !== null && scriptTags.length > 0 && (
        <Text as="p" tone="subdued">
          {texts.leftovers}
        </Text>
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
            accessibilityLabel={fill(texts.removeOne, { src: tag.src })}
          >
            {texts.remove}
          </Button>
        </InlineStack>
      ))}
    </TitledCard>
  );
}

function Outcome({ outcome }: { outcome: ScriptTagOutcome | null }) {
  const texts = useTexts().scriptTags;
  if (outcome?.status === "failed") {
    return (
      <Banner tone="critical" title={texts.failedTitle}>
        <p>{texts.failed}</p>
      </Banner>
    );
  }
  if (outcome?.status !== "refused") return null;
  const isAdding = outcome.change === "add";
  return (
    <Banner tone="warning" title={isAdding ? texts.refusedTitle : texts.keptTitle}>
      <p>{fill(isAdding ? texts.refused : texts.kept, { reason: outcome.reason })}</p>
    </Banner>
  );
}
