import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { type ClientActionFunctionArgs, useLoaderData } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import { BlockStack, Page } from "@shopify/polaris";
import { loadFlowsPage, saveFlows } from "~/composition/admin-flows.server";
import { authenticateAdmin } from "~/shopify.server";
import { useTexts } from "~/ui/admin-locale";
import { FlowCard } from "~/ui/flow-card";
import { FlowTemplatesCard } from "~/ui/flow-templates-card";
import { FlowsNotice } from "~/ui/flows-notice";
import { PageProblem } from "~/ui/page-problem";
import { UnsavedChanges } from "~/ui/unsaved-changes";
import { useFlowsEditor } from "~/ui/use-flows-editor";

export async function loader({ request }: LoaderFunctionArgs) {
  const { session } = await authenticateAdmin(request);
  return loadFlowsPage(session.shop);
}

export async function action({ request }: ActionFunctionArgs) {
  const { session } = await authenticateAdmin(request);
  return saveFlows(session.shop, await request.json());
}

/** A failure is told on the page, so that what was typed stays. */
export const clientAction = ({ serverAction }: ClientActionFunctionArgs) =>
  serverAction<typeof action>().catch(() => ({ status: "failed" as const }));

export default function Flows() {
  const { flows, version, templates } = useLoaderData<typeof loader>();
  const texts = useTexts().flows;
  const shopify = useAppBridge();
  const editor = useFlowsEditor(flows, version, () => shopify.toast.show(texts.saved));

  return (
    <Page
      title={texts.title}
      subtitle={texts.intro}
      primaryAction={{ content: texts.add, onAction: editor.add }}
    >
      <UnsavedChanges id="flows-save-bar" editor={editor} texts={texts} />
      <BlockStack gap="400">
        <FlowsNotice answer={editor.answer} drafts={editor.drafts} />
        <FlowTemplatesCard templates={templates} editor={editor} />
        {editor.drafts.map((draft) =>
          "template" in draft ? null : <FlowCard key={draft.key} flow={draft} editor={editor} />,
        )}
      </BlockStack>
    </Page>
  );
}

export const ErrorBoundary = PageProblem;
