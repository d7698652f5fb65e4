import { BlockStack, Button, ButtonGroup, Checkbox } from "@shopify/polaris";
import type { Flow, FlowTemplate } from "~/core/settings/flow";
import { useTexts } from "./admin-locale";
import { fill } from "./texts";
import { TitledCard } from "./titled-card";
import type { FlowsEditor } from "./use-flows-editor";

export interface FlowTemplatesCardProps {
  /** In the language that a copy is written in. */
  templates: { template: FlowTemplate; flow: Flow }[];
  editor: FlowsEditor;
}

/** The app's own flows: on by a click, in each shopper's language, or copied into the merchant's own words. */
export function FlowTemplatesCard({ templates, editor }: FlowTemplatesCardProps) {
  const texts = useTexts().flows;
  return (
    <TitledCard title={texts.templatesTitle} intro={texts.templatesIntro}>
      {templates.map(({ template, flow }) => (
        <BlockStack key={template} gap="200">
          <Checkbox
            label={texts.templates[template].title}
            helpText={texts.templates[template].help}
            checked={editor.isOn(template)}
            onChange={(on) => editor.turn(template, on)}
          />
          <ButtonGroup>
            <Button
              onClick={() => editor.copy(template, flow)}
              accessibilityLabel={fill(texts.copyOne, { flow: texts.templates[template].title })}
            >
              {texts.copy}
            </Button>
          </ButtonGroup>
        </BlockStack>
      ))}
    </TitledCard>
  );
}
