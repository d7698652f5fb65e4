import { BlockStack, FormLayout, Select, TextField, type TextFieldProps } from "@shopify/polaris";
import type { ReactNode } from "react";
import { useTexts } from "./admin-locale";
import { CeilingsCard } from "./ceilings-card";
import { HandoverCard } from "./handover-card";
import { LanguagesCard } from "./languages-card";
import type { FieldProblem, FieldProblems, SettingsDraft } from "./settings-draft";
import { fill, type Texts } from "./texts";
import { TitledCard } from "./titled-card";
import { ToolsCard } from "./tools-card";

export interface SettingsFormProps {
  draft: SettingsDraft;
  problems: FieldProblems;
  contactEmail: string;
  onChange(change: Partial<SettingsDraft>): void;
}

type TextName =
  | "name"
  | "greeting"
  | "role"
  | "allowedTopics"
  | "forbiddenTopics"
  | "forbiddenPromises"
  | "instructions";

export function SettingsForm(props: SettingsFormProps) {
  const { draft, problems, onChange } = props;
  const texts = useTexts().settings;
  return (
    <BlockStack gap="400">
      <PersonaCard {...props} />
      <TopicsCard {...props} />
      <LanguagesCard
        languages={draft.languages}
        error={describe(problems.languages, texts.errors)}
        onChange={(languages) => onChange({ languages })}
      />
      <ToolsCard
        tools={draft.tools}
        tags={draft.toolTags}
        error={describe(problems.tools, texts.errors)}
        tagsError={describe(problems.toolTags, texts.errors)}
        onChange={onChange}
      />
      <HandoverCard
        rules={draft.handoverRules}
        email={draft.handoverEmail}
        contactEmail={props.contactEmail}
        rulesError={describe(problems.handoverRules, texts.errors)}
        emailError={describe(problems.handoverEmail, texts.errors)}
        onChange={onChange}
      />
      <CeilingsCard
        ceilings={draft.ceilings}
        error={describe(problems.ceilings, texts.errors)}
        onChange={onChange}
      />
    </BlockStack>
  );
}

function PersonaCard(props: SettingsFormProps) {
  const texts = useTexts().settings.persona;
  const tones = Object.entries(texts.tones).map(([value, label]) => ({ value, label }));
  return (
    <Section title={texts.title}>
      <Field {...props} name="name" label={texts.name} maxLength={40} showCharacterCount />
      <Field
        {...props}
        name="greeting"
        label={texts.greeting}
        multiline={2}
        maxLength={300}
        showCharacterCount
        helpText={texts.greetingHelp}
      />
      <Select
        label={texts.tone}
        options={tones}
        value={props.draft.tone}
        onChange={(tone) => props.onChange({ tone: tone as SettingsDraft["tone"] })}
      />
      <Field {...props} name="role" label={texts.role} maxLength={200} helpText={texts.roleHelp} />
    </Section>
  );
}

function TopicsCard(props: SettingsFormProps) {
  const texts = useTexts().settings.topics;
  return (
    <Section title={texts.title}>
      <Field
        {...props}
        name="allowedTopics"
        label={texts.allowed}
        multiline={3}
        helpText={texts.allowedHelp}
      />
      <Field
        {...props}
        name="forbiddenTopics"
        label={texts.forbidden}
        multiline={3}
        helpText={texts.forbiddenHelp}
      />
      <Field
        {...props}
        name="forbiddenPromises"
        label={texts.promises}
        multiline={2}
        helpText={texts.promisesHelp}
      />
      <Field
        {...props}
        name="instructions"
        label={texts.instructions}
        multiline={4}
        maxLength={4000}
        showCharacterCount
        helpText={texts.instructionsHelp}
      />
    </Section>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <TitledCard title={title}>
      <FormLayout>{children}</FormLayout>
    </TitledCard>
  );
}

type FieldProps = SettingsFormProps & { name: TextName } & Omit<TextFieldProps, "autoComplete" | "onChange">;

function Field({ draft, problems, contactEmail: _, onChange, name, ...field }: FieldProps) {
  const { errors } = useTexts().settings;
  return (
    <TextField
      {...(field as TextFieldProps)}
      value={draft[name]}
      error={describe(problems[name], errors)}
      onChange={(value) => onChange({ [name]: value })}
      autoComplete="off"
    />
  );
}

function describe(problem: FieldProblem | undefined, texts: Texts["settings"]["errors"]): string | undefined {
  return problem && fill(texts[problem.code], { limit: problem.limit ?? "", line: problem.line ?? "" });
}
