import { BlockStack, Checkbox, FormLayout, InlineError, Text, TextField } from "@shopify/polaris";
import type { ToolName } from "~/core/settings/settings";
import { useTexts } from "./admin-locale";
import type { SettingsDraft } from "./settings-draft";
import { fill } from "./texts";
import { TitledCard } from "./titled-card";

export interface ToolsCardProps {
  tools: SettingsDraft["tools"];
  tags: SettingsDraft["toolTags"];
  error: string | undefined;
  tagsError: string | undefined;
  onChange(change: Partial<SettingsDraft>): void;
}

/** What the assistant may do, and for whom. */
export function ToolsCard({ tools, tags, error, tagsError, onChange }: ToolsCardProps) {
  const texts = useTexts().settings.tools;
  return (
    <TitledCard title={texts.title}>
      <FormLayout>
        {(Object.keys(tools) as ToolName[]).map((name) => (
          <BlockStack key={name} gap="100">
            <Checkbox
              label={texts[name].label}
              helpText={texts[name].help}
              checked={tools[name]}
              onChange={(checked) => onChange({ tools: { ...tools, [name]: checked } })}
            />
            {tools[name] && (
              <TextField
                label={texts.tagsOnly}
                labelHidden
                // The name of the tool must not name two fields.
                helpText={tags[name].trim() && fill(texts.tagsOf, { tool: texts[name].label })}
                prefix={texts.tagsOnly}
                placeholder={texts.tagsNone}
                value={tags[name]}
                onChange={(value) => onChange({ toolTags: { ...tags, [name]: value } })}
                autoComplete="off"
              />
            )}
          </BlockStack>
        ))}
        {error && <InlineError fieldID="tools" message={error} />}
        {tagsError && <InlineError fieldID="tool-tags" message={tagsError} />}
        <Text as="p" tone="subdued">
          {texts.tagsHelp}
        </Text>
      </FormLayout>
    </TitledCard>
  );
}
