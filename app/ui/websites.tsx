import { Banner, BlockStack, Button, InlineStack, Text, TextField } from "@shopify/polaris";
import { useTexts } from "./admin-locale";
import { TitledCard } from "./titled-card";

export interface WebsitesProps {
  hasKey: boolean;
  /** The key that was made just now; it is never shown again. */
  newKey: string | null;
  /** What goes into the pages. */
  snippet: string;
  /** What the website's server signs, as a program. */
  signing: string;
  isBusy: boolean;
  onRenew(): void;
  onRemove(): void;
}

/** The chat on websites that Shopify does not serve: a key for their servers, a line for their pages. */
export function Websites({ hasKey, newKey, snippet, signing, isBusy, onRenew, onRemove }: WebsitesProps) {
  const texts = useTexts().websites;
  return (
    <BlockStack gap="400">
      <TitledCard title={texts.key} intro={texts.keyIntro}>
        {newKey !== null && (
          <Banner tone="warning" title={texts.onceTitle}>
            <BlockStack gap="200">
              <p>{texts.once}</p>
              <Snippet label={texts.key} text={newKey} />
            </BlockStack>
          </Banner>
        )}
        <Text as="p">{hasKey ? texts.has : texts.hasNone}</Text>
        <InlineStack gap="200">
          <Button onClick={onRenew} loading={isBusy}>
            {hasKey ? texts.renew : texts.make}
          </Button>
          {hasKey && (
            <Button onClick={onRemove} disabled={isBusy} tone="critical">
              {texts.remove}
            </Button>
          )}
        </InlineStack>
        {hasKey && (
          <Text as="p" tone="subdued">
            {texts.renewing}
          </Text>
        )}
      </TitledCard>
      <TitledCard title={texts.sign} intro={texts.signIntro}>
        <Snippet label={texts.sign} text={signing} />
      </TitledCard>
      <TitledCard title={texts.page} intro={texts.pageIntro}>
        <Snippet label={texts.page} text={snippet} />
      </TitledCard>
    </BlockStack>
  );
}

function Snippet({ label, text }: { label: string; text: string }) {
  return (
    <TextField
      label={label}
      labelHidden
      value={text}
      readOnly
      autoComplete="off"
      monospaced
      selectTextOnFocus
      multiline={text.split("\n").length}
    />
  );
}
