import { BlockStack, Button, ButtonGroup, FormLayout, Select, TextField } from "@shopify/polaris";
import type { ModelField, TypedModel } from "~/core/assistant/change-shop-models";
import type { ProviderId } from "~/core/assistant/providers";
import { useTexts } from "./admin-locale";
import { fill } from "./texts";
import type { ModelEditor } from "./use-model-editor";

export interface ModelFormProps {
  draft: TypedModel;
  /** Of the key that is kept when none is typed. */
  keyEnd: string | null;
  samples: Record<ProviderId, string>;
  editor: ModelEditor;
}

/** One model: where it is, what it is called, and the key for it. */
export function ModelForm({ draft, keyEnd, samples, editor }: ModelFormProps) {
  const texts = useTexts().models;
  const { answer, isBusy, type } = editor;
  const problems = answer?.status === "invalid" ? answer.problems : {};
  const errorOf = (field: ModelField) => {
    const problem = problems[field];
    return problem ? texts.errors[problem] : undefined;
  };
  const providers = Object.entries(texts.providers).map(([value, label]) => ({ value, label }));
  const chooseProvider = (provider: ProviderId) => {
    const hadSample = Object.values(samples).includes(draft.model) || draft.model === "";
    type({ provider, ...(hadSample ? { model: samples[provider] } : {}) });
  };
  return (
    <BlockStack gap="400">
      <FormLayout>
        <Select
          label={texts.provider}
          options={providers}
          value={draft.provider}
          onChange={(value) => chooseProvider(value as ProviderId)}
        />
        <TextField
          label={texts.model}
          helpText={fill(texts.modelHelp, { sample: samples[draft.provider] })}
          value={draft.model}
          error={errorOf("model")}
          autoComplete="off"
          onChange={(model) => type({ model })}
        />
        <TextField
          label={texts.address}
          helpText={draft.provider === "compatible" ? texts.ownAddressHelp : texts.addressHelp}
          value={draft.baseUrl}
          error={errorOf("baseUrl")}
          type="url"
          autoComplete="off"
          onChange={(baseUrl) => type({ baseUrl })}
        />
        <TextField
          label={texts.key}
          helpText={keyEnd ? fill(texts.keyKept, { end: keyEnd }) : texts.keyHelp}
          value={draft.apiKey}
          error={errorOf("apiKey")}
          type="password"
          autoComplete="new-password"
          onChange={(apiKey) => type({ apiKey })}
        />
      </FormLayout>
      <ButtonGroup>
        <Button variant="primary" loading={isBusy} onClick={() => void editor.save()}>
          {texts.save}
        </Button>
        <Button disabled={isBusy} onClick={() => void editor.tryOut()}>
          {texts.tryOut}
        </Button>
        <Button disabled={isBusy} onClick={editor.close}>
          {texts.cancel}
        </Button>
      </ButtonGroup>
    </BlockStack>
  );
}
