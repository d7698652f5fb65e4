import { Badge, BlockStack, Box, Button, Card, Divider, InlineStack, Text } from "@shopify/polaris";

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
export function SetupSteps({ embedOn, editorUrl, models, storefrontUrl, hasConversations }: SetupState) {
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          Set up
        </Text>
        <Step
          title="Show the chat in your theme"
          badge={
            embedOn ? <Badge tone="success">On</Badge> : <Badge tone="attention">{embedBadge(embedOn)}</Badge>
          }
          action={
            <Button url={editorUrl} target="_top" variant={embedOn ? "secondary" : "primary"}>
              {embedOn ? "Open the theme editor" : "Turn it on in the theme editor"}
            </Button>
          }
        >
          {embedOn
            ? "The Aisle embed is on in your published theme. Colour, corner and pages are set there, too."
            : "Switch on the Aisle embed and save. Nothing else in your theme changes, and switching it off removes it."}
        </Step>
        <Divider />
        <Step
          title="Choose who answers"
          badge={
            models.length > 0 ? <Badge tone="success">Connected</Badge> : <Badge tone="info">Built-in</Badge>
          }
        >
          {models.length > 0 ? (
            <>
              Questions go to {models.join(", then ")}. If no model can be reached, the built-in assistant
              answers.
            </>
          ) : (
            <>
              The built-in assistant answers from your orders, products and policies, without sending anything
              to anyone. Whoever runs this installation can connect a language model with OPENAI_API_KEY.
            </>
          )}
        </Step>
        <Divider />
        <Step
          title="Try it as a shopper"
          badge={
            hasConversations ? (
              <Badge tone="success">Tried</Badge>
            ) : (
              <Badge tone="attention">Not tried yet</Badge>
            )
          }
          action={
            <Button url={storefrontUrl} target="_blank" disabled={!storefrontUrl}>
              Open your store
            </Button>
          }
        >
          Ask “Where is my order?”, “Do you have this in blue?” or “Can I send it back?”.
        </Step>
      </BlockStack>
    </Card>
  );
}

function embedBadge(embedOn: boolean | null): string {
  return embedOn === null ? "Not known" : "Off";
}

function Step(props: {
  title: string;
  badge: React.ReactNode;
  action?: React.ReactNode;
  children: React.ReactNode;
}) {
  return (
    <InlineStack align="space-between" blockAlign="center" gap="400">
      <Box maxWidth="560px">
        <BlockStack gap="150">
          <InlineStack gap="200" blockAlign="center">
            <Text as="h3" variant="headingSm">
              {props.title}
            </Text>
            {props.badge}
          </InlineStack>
          <Text as="span" tone="subdued">
            {props.children}
          </Text>
        </BlockStack>
      </Box>
      {props.action}
    </InlineStack>
  );
}
