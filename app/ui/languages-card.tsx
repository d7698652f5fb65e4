import { BlockStack, Card, ChoiceList, Select } from "@shopify/polaris";
import type { BehaviourSettings } from "~/core/settings/settings";
import { useTexts } from "./admin-locale";
import type { Texts } from "./texts";

type Language = BehaviourSettings["languages"][number];

export interface LanguagesCardProps {
  /** The first one is spoken to everybody whose language is not among them. */
  languages: Language[];
  error: string | undefined;
  onChange(languages: Language[]): void;
}

export function LanguagesCard({ languages, error, onChange }: LanguagesCardProps) {
  const texts = useTexts().settings.languages;
  const choices = choicesOf(texts.names);
  const select = (selected: string[]) => onChange(inOrder(selected, languages[0], choices));
  return (
    <Card>
      <BlockStack gap="300">
        <ChoiceList
          title={texts.title}
          allowMultiple
          choices={choices}
          selected={languages}
          onChange={select}
          error={error}
        />
        <Select
          label={texts.first}
          helpText={texts.firstHelp}
          options={choices.filter(({ value }) => languages.includes(value))}
          value={languages[0]}
          disabled={languages.length < 2}
          onChange={(first) => onChange(inOrder(languages, first, choices))}
        />
      </BlockStack>
    </Card>
  );
}

type Choice = { value: Language; label: string };

const choicesOf = (names: Texts["settings"]["languages"]["names"]): Choice[] =>
  Object.entries(names).map(([value, label]) => ({ value: value as Language, label }));

/** `first` in front where it is selected, the others as they are listed, so that clicking there and back changes nothing. */
function inOrder(selected: string[], first: string | undefined, choices: Choice[]): Language[] {
  const listed = choices.map(({ value }) => value).filter((value) => selected.includes(value));
  return listed.sort((a, b) => Number(b === first) - Number(a === first));
}
