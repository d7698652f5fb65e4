import { BlockStack, Button, Checkbox, FormLayout, InlineStack, Text, TextField } from "@shopify/polaris";
import { useTexts } from "./admin-locale";
import type { OwnFlowDraft, StepDraft } from "./flow-draft";
import { fill } from "./texts";
import type { FlowsEditor } from "./use-flows-editor";

export interface FlowStepFieldsProps {
  flow: OwnFlowDraft;
  step: StepDraft;
  /** From 1. */
  number: number;
  editor: FlowsEditor;
}

/** One question with what may be answered. */
export function FlowStepFields({ flow, step, number, editor }: FlowStepFieldsProps) {
  const { fields, help, ...texts } = useTexts().flows;
  const change = (typed: Partial<StepDraft>) => editor.changeStep(flow, step.key, typed);
  const heading = fill(texts.places.step, { step: number });
  return (
    <BlockStack gap="300">
      <InlineStack align="space-between" blockAlign="center">
        <Text as="h3" variant="headingSm">
          {heading}
        </Text>
        {flow.steps.length > 1 && (
          <Button
            variant="plain"
            tone="critical"
            onClick={() => editor.removeStep(flow, step.key)}
            accessibilityLabel={fill(texts.removeOne, { flow: heading })}
          >
            {texts.remove}
          </Button>
        )}
      </InlineStack>
      <FormLayout>
        <FormLayout.Group>
          <TextField
            label={fields.question}
            value={step.question}
            maxLength={200}
            autoComplete="off"
            onChange={(question) => change({ question })}
          />
          <TextField
            label={fields.step}
            helpText={help.step}
            value={step.id}
            maxLength={40}
            autoComplete="off"
            onChange={(id) => change({ id })}
          />
        </FormLayout.Group>
        <TextField
          label={fields.answers}
          helpText={help.answers}
          value={step.answers}
          multiline={3}
          autoComplete="off"
          onChange={(answers) => change({ answers })}
        />
        <Checkbox
          label={fields.freeText}
          checked={step.freeText}
          onChange={(freeText) => change({ freeText })}
        />
        <Checkbox
          label={fields.optional}
          checked={step.optional}
          onChange={(optional) => change({ optional })}
        />
      </FormLayout>
    </BlockStack>
  );
}
