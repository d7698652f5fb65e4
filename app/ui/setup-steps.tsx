import { Badge, BlockStack, Box, Button, Divider, InlineStack, Text } from "@shopify/polaris";
import type { ReactNode } from "react";
import { useTexts } from "./admin-locale";
import { fill } from "./texts";
import { TitledCard } from "./titled-card";

export interface SetupState {
  /** Null when Shopify does not let us see the theme. */
  embedOn: boolean | null;
  editorUrl: string;
  /** Names of the configured models; empty: the built-in one answers alone. */
  models: string[];
  storefrontUrl: string;
  hasConversations: boolean;
}

/** What is left to do until shoppers can chat, and where each step stands. */
export function SetupSteps(props: SetupState) {
  return (
    <TitledCard title={useTexts().setup.title} gap="400">
      <EmbedStep embedOn={props.embedOn} editorUrl={props.editorUrl} />
      <Divider />
      <ModelStep models={props.models} />
      <Divider />
      <TrialStep storefrontUrl={props.storefrontUrl} hasConversations={props.hasConversations} />
    </TitledCard>
  );
}

function EmbedStep({ embedOn, editorUrl }: Pick<SetupState, "embedOn" | "editorUrl">) {
  const texts = useTexts().setup.embed;
  const badge = embedOn ? texts.on : embedOn === null ? texts.unknown : texts.off;
  return (
    <Step
      title={texts.title}
      badge={<Badge tone={embedOn ? "success" : "attention"}>{badge}</Badge>}
      action={
        <Button url={editorUrl} target="_top" variant={embedOn ? "secondary" : "primary"}>
          {embedOn ? texts.open : texts.turnOn}
        </Button>
      }
    >
      {embedOn ? texts.isOn : texts.isOff}
    </Step>
  );
}

function ModelStep({ models }: Pick<SetupState, "models">) {
  const texts = useTexts().setup.model;
  const isConnected = models.length > 0;
  return (
    <Step
      title={texts.title}
      badge={
        <Badge tone={isConnected ? "success" : "info"}>{isConnected ? texts.connected : texts.builtin}</Badge>
      }
    >
      {isConnected ? fill(texts.isConnected, { models: models.join(texts.then) }) : texts.isBuiltin}
    </Step>
  );
}

function TrialStep({
  storefrontUrl,
  hasConversations,
}: Pick<SetupState, "storefrontUrl" | "hasConversations">) {
  const texts = useTexts().setup.trial;
  return (
    <Step
      title={texts.title}
      badge={
        <Badge tone={hasConversations ? "success" : "attention"}>
          {hasConversations ? texts.tried : texts.notTried}
        </Badge>
      }
      action={
        <Button url={storefrontUrl} target="_blank">
          {texts.open}
        </Button>
      }
    >
      {texts.ideas}
    </Step>
  );
}

function Step(props: { title: string; badge: ReactNode; action?: ReactNode; children: string }) {
  return (
    <InlineStack align="space-between" blockAlign="center" gap="400">
      <Box maxWidth="560px">
        <BlockStack gap="150">
          <InlineStack align="start" gap="200" blockAlign="center">
            <Text as="h3" variant="headingSm">
              {props.title}
            </Text>
            {props.badge}
          </InlineStack>
          <Text as="p" tone="subdued">
            {props.children}
          </Text>
        </BlockStack>
      </Box>
      {props.action}
    </InlineStack>
  );
}
