import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { type ClientActionFunctionArgs, useLoaderData } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import { BlockStack, InlineGrid, Page } from "@shopify/polaris";
import { loadSettingsPage, saveSettings } from "~/composition/admin-settings.server";
import { authenticateAdmin } from "~/shopify.server";
import { useTexts } from "~/ui/admin-locale";
import { ChatPreview } from "~/ui/chat-preview";
import { PageProblem } from "~/ui/page-problem";
import { SettingsForm } from "~/ui/settings-form";
import { SettingsNotice } from "~/ui/settings-notice";
import { UnsavedChanges } from "~/ui/unsaved-changes";
import { usePreview } from "~/ui/use-preview";
import { useSettingsEditor } from "~/ui/use-settings-editor";

export async function loader({ request }: LoaderFunctionArgs) {
  const { session } = await authenticateAdmin(request);
  return loadSettingsPage(session.shop);
}

export async function action({ request }: ActionFunctionArgs) {
  const { session } = await authenticateAdmin(request);
  return saveSettings(session.shop, await request.json());
}

/** A failure is told above the form, so that what was typed stays. */
export const clientAction = ({ serverAction }: ClientActionFunctionArgs) =>
  serverAction<typeof action>().catch(() => ({ status: "failed" as const }));

export default function Settings() {
  const { settings, version, contactEmail, defaultGreeting } = useLoaderData<typeof loader>();
  const shopify = useAppBridge();
  const texts = useTexts().settings;
  const editor = useSettingsEditor(settings, version, () => shopify.toast.show(texts.saved));
  const preview = usePreview(editor.draft);
  const { draft, problem } = editor;

  return (
    <Page title={texts.title}>
      <UnsavedChanges id="settings-save-bar" editor={editor} texts={texts} />
      <InlineGrid columns={{ xs: 1, md: ["twoThirds", "oneThird"] }} gap="400">
        <BlockStack gap="400">
          {problem && <SettingsNotice problem={problem} />}
          <SettingsForm
            draft={draft}
            problems={editor.problems}
            contactEmail={contactEmail}
            onChange={editor.change}
          />
        </BlockStack>
        <ChatPreview name={draft.name} greeting={draft.greeting.trim() || defaultGreeting} {...preview} />
      </InlineGrid>
    </Page>
  );
}

export const ErrorBoundary = PageProblem;
