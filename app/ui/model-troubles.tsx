import { Banner } from "@shopify/polaris";
import { useTexts } from "./admin-locale";
import { type Condition, ConditionText } from "./models-list";
import { fill } from "./texts";

export interface ModelTroublesProps {
  troubles: { model: string; condition: Condition }[];
}

/** What only the merchant can mend, where she looks first. The next model in order answers meanwhile. */
export function ModelTroubles({ troubles }: ModelTroublesProps) {
  const texts = useTexts().models;
  return troubles.map(({ model, condition }) => (
    <Banner
      key={model}
      tone="critical"
      title={fill(texts.trouble, { model })}
      action={{ content: texts.mend, url: "/app/models" }}
    >
      <ConditionText condition={condition} />
    </Banner>
  ));
}
