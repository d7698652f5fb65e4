import { Badge, BlockStack, Button, ButtonGroup, InlineStack, Text } from "@shopify/polaris";
import type { ProviderId } from "~/core/assistant/providers";
import { useDateFormat, useTexts } from "./admin-locale";
import { ModelForm } from "./models-form";
import { ModelsNotice } from "./models-notice";
import { fill } from "./texts";
import { TitledCard } from "./titled-card";
import type { ModelEditor } from "./use-model-editor";

export type Condition =
  | { status: "well" }
  | { status: "unreadable" }
  | { status: "resting" | "refused"; until: string; cause: number | null };

export interface ModelRow {
  provider: ProviderId;
  model: string;
  baseUrl: string;
  /** The last characters of its key; null where it has none, or one too short to tell. */
  keyEnd: string | null;
  condition: Condition;
}

export interface ShopModelsProps {
  models: ModelRow[];
  /** A name of a model for each provider. */
  samples: Record<ProviderId, string>;
  editor: ModelEditor;
}

/** The models that the merchant connected, in the order in which they are asked. */
export function ShopModels({ models, samples, editor }: ShopModelsProps) {
  const texts = useTexts().models;
  const { draft, answer } = editor;
  const addNew = () =>
    editor.open({ position: null, provider: "openai", model: samples.openai, baseUrl: "", apiKey: "" });
  return (
    <TitledCard title={texts.own} intro={texts.intro} gap="400">
      <ModelsNotice answer={answer} />
      {models.length === 0 && <Text as="p">{texts.none}</Text>}
      {models.map((model, position) => (
        <Row
          key={`${model.provider} ${model.model} ${model.baseUrl}`}
          model={model}
          position={position}
          count={models.length}
          editor={editor}
        />
      ))}
      {draft ? (
        <ModelForm
          draft={draft}
          keyEnd={draft.position === null ? null : (models[draft.position]?.keyEnd ?? null)}
          samples={samples}
          editor={editor}
        />
      ) : (
        <InlineStack>
          <Button onClick={addNew}>{texts.add}</Button>
        </InlineStack>
      )}
    </TitledCard>
  );
}

interface RowProps {
  model: ModelRow;
  position: number;
  count: number;
  editor: ModelEditor;
}

function Row({ model, position, count, editor }: RowProps) {
  const texts = useTexts().models;
  const { provider, baseUrl, keyEnd } = model;
  const named = { model: model.model };
  const { isBusy } = editor;
  return (
    <InlineStack align="space-between" blockAlign="center" gap="300">
      <BlockStack gap="050">
        <InlineStack gap="200" blockAlign="center">
          <Text as="h3" variant="headingSm">
            {model.model}
          </Text>
          <ConditionBadge condition={model.condition} />
        </InlineStack>
        <Text as="p" tone="subdued">
          {[texts.providers[provider], baseUrl, keyEnd ? fill(texts.keyEnds, { end: keyEnd }) : ""]
            .filter(Boolean)
            .join(" · ")}
        </Text>
        <ConditionText condition={model.condition} />
      </BlockStack>
      <ButtonGroup>
        <Button
          disabled={isBusy || position === 0}
          onClick={() => editor.move(position, position - 1)}
          accessibilityLabel={fill(texts.upOne, named)}
        >
          {texts.up}
        </Button>
        <Button
          disabled={isBusy || position === count - 1}
          onClick={() => editor.move(position, position + 1)}
          accessibilityLabel={fill(texts.downOne, named)}
        >
          {texts.down}
        </Button>
        <Button
          disabled={isBusy}
          onClick={() => editor.open({ position, provider, model: model.model, baseUrl, apiKey: "" })}
          accessibilityLabel={fill(texts.editOne, named)}
        >
          {texts.edit}
        </Button>
        <Button
          tone="critical"
          disabled={isBusy}
          onClick={() => editor.remove(position)}
          accessibilityLabel={fill(texts.removeOne, named)}
        >
          {texts.remove}
        </Button>
      </ButtonGroup>
    </InlineStack>
  );
}

export function ConditionBadge({ condition }: { condition: Condition }) {
  const texts = useTexts().models.conditions;
  if (condition.status === "well") return null;
  const tone = condition.status === "resting" ? "attention" : "critical";
  return <Badge tone={tone}>{texts[condition.status]}</Badge>;
}

/** What is wrong and what can be done, in words. */
export function ConditionText({ condition }: { condition: Condition }) {
  const texts = useTexts().models;
  const formatDate = useDateFormat();
  if (condition.status === "well") return null;
  if (condition.status === "unreadable") return <Text as="p">{texts.unreadable}</Text>;
  const until = formatDate(condition.until);
  if (condition.status === "resting") return <Text as="p">{fill(texts.resting, { until })}</Text>;
  const causes: Record<number, string> = { 402: texts.noCredit, 404: texts.noModel };
  return <Text as="p">{fill(causes[condition.cause ?? 0] ?? texts.refused, { until })}</Text>;
}
