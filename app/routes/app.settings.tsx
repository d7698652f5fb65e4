import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useFetcher, useLoaderData } from "@remix-run/react";
import { SaveBar, useAppBridge } from "@shopify/app-bridge-react";
import { Banner, Layout, Page } from "@shopify/polaris";
import { useEffect, useState } from "react";
import { loadSettingsPage, saveSettings } from "~/composition/admin.server";
import { authenticateAdmin } from "~/shopify.server";
import { ChatPreview } from "~/ui/chat-preview";
import { draftOf, settingsOf } from "~/ui/settings-draft";
import { SettingsForm } from "~/ui/settings-form";
import { usePreview } from "~/ui/use-preview";

export async function loader({ request }: LoaderFunctionArgs) {
  const { session } = await authenticateAdmin(request);
  return loadSettingsPage(session.shop);
}

export async function action({ request }: ActionFunctionArgs) {
  const { session } = await authenticateAdmin(request);
  return saveSettings(session.shop, await request.json());
}

export default function Settings() {
  const { settings, version, contactEmail, defaultGreeting } = useLoaderData<typeof loader>();
  const shopify = useAppBridge();
  const saving = useFetcher<typeof action>();
  const saved = draftOf(settings);
  const [draft, setDraft] = useState(saved);
  const preview = usePreview(draft);

  const isDirty = JSON.stringify(draft) !== JSON.stringify(saved);
  const result = saving.data;
  const errors: Record<string, string> = result?.status === "invalid" ? result.errors : {};
  const basedOn = result?.status === "stale" ? result.version : version;

  useEffect(() => {
    if (result?.status === "saved") shopify.toast.show("Settings saved");
  }, [result, shopify]);

  const save = () =>
    saving.submit(JSON.stringify({ basedOn, settings: settingsOf(draft) }), {
      method: "POST",
      encType: "application/json",
    });

  return (
    <Page title="Settings">
      <SaveBar id="settings-save-bar" open={isDirty}>
        <button
          type="button"
          // App Bridge reads variant and loading from the element.
          {...{ variant: "primary", loading: saving.state !== "idle" ? "" : undefined }}
          onClick={save}
        >
          Save
        </button>
        <button type="button" onClick={() => setDraft(saved)}>
          Discard
        </button>
      </SaveBar>
      <Layout>
        <Layout.Section>
          {result?.status === "stale" && (
            <Banner tone="warning" title="Somebody else saved in between">
              <p>Your changes are still here and not saved. Save again to put them over the newer ones.</p>
            </Banner>
          )}
          {result?.status === "invalid" && (
            <Banner tone="critical" title="Not saved yet">
              <p>
                Your changes are still here. Please look at the marked fields:{" "}
                {Object.keys(errors).join(", ")}.
              </p>
            </Banner>
          )}
          <SettingsForm
            draft={draft}
            errors={errors}
            contactEmail={contactEmail}
            onChange={(change) => setDraft((current) => ({ ...current, ...change }))}
          />
        </Layout.Section>
        <Layout.Section variant="oneThird">
          <ChatPreview name={draft.name} greeting={draft.greeting || defaultGreeting} {...preview} />
        </Layout.Section>
      </Layout>
    </Page>
  );
}
