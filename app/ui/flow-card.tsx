import { Button, Divider, FormLayout, InlineStack, Select, TextField } from "@shopify/polaris";
import { useTexts } from "./admin-locale";
import type { OwnFlowDraft } from "./flow-draft";
import { FlowStepFields } from "./flow-step-fields";
import { fill } from "./texts";
import { TitledCard } from "./titled-card";
import type { FlowsEditor } from "./use-flows-editor";

const MAX_STEPS = 12;

/** A flow in the merchant's own words. */
export function FlowCard({ flow, editor }: { flow: OwnFlowDraft; editor: FlowsEditor }) {
  const texts = useTexts();
  const { fields, help, ...words } = texts.flows;
  const named = { flow: flow.title || flow.id || words.untitled };
  const change = (typed: Partial<OwnFlowDraft>) => editor.changeFlow(flow.key, typed);
  const names = flow.steps.flatMap(({ id }) => (id ? [`{${id}}`] : []));
  return (
    <TitledCard title={named.flow} gap="400">
      <FormLayout>
        <FormLayout.Group>
          <TextField
            label={fields.title}
            helpText={help.title}
            value={flow.title}
            maxLength={60}
            autoComplete="off"
            onChange={(title) => change({ title })}
          />
          <TextField
            label={fields.id}
            helpText={help.id}
            value={flow.id}
            maxLength={40}
            autoComplete="off"
            onChange={(id) => change({ id })}
          />
          <Select
            label={fields.language}
            options={[
              { value: "", label: words.everyLanguage },
              ...Object.entries(texts.settings.languages.names).map(([value, label]) => ({ value, label })),
            ]}
            value={flow.language}
            onChange={(language) => change({ language: language as OwnFlowDraft["language"] })}
          />
        </FormLayout.Group>
        {flow.steps.map((step, position) => (
          <FormLayout key={step.key}>
            <Divider />
            <FlowStepFields flow={flow} step={step} number={position + 1} editor={editor} />
          </FormLayout>
        ))}
        <Divider />
        <TextField
          label={fields.message}
          helpText={fill(help.message, { names: names.join(", ") || "{…}" })}
          value={flow.message}
          multiline={2}
          maxLength={500}
          autoComplete="off"
          onChange={(message) => change({ message })}
        />
      </FormLayout>
      <InlineStack gap="200">
        <Button
          disabled={flow.steps.length >= MAX_STEPS}
          onClick={() => editor.addStep(flow)}
          accessibilityLabel={fill(words.addStepTo, named)}
        >
          {words.addStep}
        </Button>
        <Button
          tone="critical"
          onClick={() => editor.remove(flow.key)}
          accessibilityLabel={fill(words.removeOne, named)}
        >
          {words.remove}
        </Button>
      </InlineStack>
    </TitledCard>
  );
}
