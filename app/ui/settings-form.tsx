import {
  BlockStack,
  Card,
  Checkbox,
  ChoiceList,
  FormLayout,
  InlineError,
  Select,
  Text,
  TextField,
} from "@shopify/polaris";
import type { ToolName } from "~/core/settings/settings";
import type { SettingsDraft } from "./settings-draft";

const TONES = [
  { label: "Friendly", value: "friendly" },
  { label: "Professional", value: "professional" },
  { label: "Playful", value: "playful" },
  { label: "Concise", value: "concise" },
];

const LANGUAGES = [
  { label: "English", value: "en" },
  { label: "Spanish", value: "es" },
  { label: "French", value: "fr" },
  { label: "German", value: "de" },
  { label: "Portuguese", value: "pt" },
  { label: "Italian", value: "it" },
];

const TOOLS: { name: ToolName; label: string; help: string }[] = [
  { name: "my_orders", label: "List a customer's orders", help: "Only for customers who are signed in." },
  {
    name: "order_status",
    label: "Tell where an order is",
    help: "State, carrier, tracking and expected date.",
  },
  {
    name: "guest_order_status",
    label: "Look up an order without signing in",
    help: "Needs order number and email; tells the state and the delivery date, no more.",
  },
  { name: "search_products", label: "Search products", help: "What your online store shows." },
  { name: "product_details", label: "Explain a product", help: "Variants, prices and stock." },
  { name: "search_policies", label: "Answer from policies and pages", help: "Always with the source." },
  {
    name: "add_to_cart",
    label: "Offer to add to the cart",
    help: "Nothing is added without the shopper's click.",
  },
  {
    name: "hand_over",
    label: "Hand over to a person",
    help: "You get the transcript by email and see it here.",
  },
];

export interface SettingsFormProps {
  draft: SettingsDraft;
  /** By field name, from the server. */
  errors: Record<string, string>;
  contactEmail: string;
  onChange(change: Partial<SettingsDraft>): void;
}

export function SettingsForm({ draft, errors, contactEmail, onChange }: SettingsFormProps) {
  const field = <Name extends keyof SettingsDraft>(name: Name) => ({
    value: draft[name] as string,
    onChange: (value: string) => onChange({ [name]: value } as Partial<SettingsDraft>),
    error: errors[name],
    autoComplete: "off",
  });

  return (
    <BlockStack gap="400">
      <Card>
        <BlockStack gap="300">
          <Text as="h2" variant="headingMd">
            Persona
          </Text>
          <FormLayout>
            <TextField label="Name" maxLength={40} showCharacterCount {...field("name")} />
            <TextField
              label="Greeting"
              multiline={2}
              maxLength={300}
              showCharacterCount
              helpText="Left empty, shoppers are greeted in their own language."
              {...field("greeting")}
            />
            <Select label="Tone" options={TONES} value={draft.tone} onChange={field("tone").onChange} />
            <TextField
              label="Role"
              maxLength={200}
              helpText="How it introduces itself, such as “style advisor”."
              {...field("role")}
            />
          </FormLayout>
        </BlockStack>
      </Card>
      <Card>
        <BlockStack gap="300">
          <Text as="h2" variant="headingMd">
            What it talks about
          </Text>
          <FormLayout>
            <TextField
              label="Also allowed"
              multiline={3}
              helpText="One topic a line. Your products, orders and policies always are."
              {...field("allowedTopics")}
            />
            <TextField
              label="Never"
              multiline={3}
              helpText="One topic a line. It says so politely and offers a person."
              {...field("forbiddenTopics")}
            />
            <TextField
              label="Extra instructions"
              multiline={4}
              maxLength={4000}
              showCharacterCount
              helpText="For connected language models. Prices, stock and order facts always come from your store."
              {...field("instructions")}
            />
          </FormLayout>
        </BlockStack>
      </Card>
      <Card>
        <ChoiceList
          title="Languages"
          allowMultiple
          choices={LANGUAGES}
          selected={draft.languages}
          onChange={(languages) => onChange({ languages: languages as SettingsDraft["languages"] })}
          error={errors.languages}
        />
      </Card>
      <Card>
        <BlockStack gap="200">
          <Text as="h2" variant="headingMd">
            What it can do
          </Text>
          {TOOLS.map((tool) => (
            <Checkbox
              key={tool.name}
              label={tool.label}
              helpText={tool.help}
              checked={draft.tools[tool.name]}
              onChange={(checked) => onChange({ tools: { ...draft.tools, [tool.name]: checked } })}
            />
          ))}
          {errors.tools && <InlineError fieldID="tools" message={errors.tools} />}
        </BlockStack>
      </Card>
      <Card>
        <TextField
          label="Email for handovers"
          type="email"
          placeholder={contactEmail}
          helpText="Left empty, your store's contact email is used."
          {...field("handoverEmail")}
          autoComplete="email"
        />
      </Card>
    </BlockStack>
  );
}
