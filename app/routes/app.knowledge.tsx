import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { type ClientActionFunctionArgs, useFetcher, useLoaderData, useRevalidator } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import { BlockStack, Page } from "@shopify/polaris";
import { changeKnowledge, loadKnowledgePage } from "~/composition/admin-knowledge.server";
import { authenticateAdmin } from "~/shopify.server";
import { useTexts } from "~/ui/admin-locale";
import { AnswersCard } from "~/ui/knowledge-answers";
import { FindingsCard } from "~/ui/knowledge-findings";
import { KnowledgeNotice } from "~/ui/knowledge-notice";
import { ReadingCard } from "~/ui/knowledge-reading";
import { SynonymsCard } from "~/ui/knowledge-synonyms";
import { PageProblem } from "~/ui/page-problem";
import { UnsavedChanges } from "~/ui/unsaved-changes";
import { useFindings } from "~/ui/use-findings";
import { useKnowledgeEditor } from "~/ui/use-knowledge-editor";
import { useReading } from "~/ui/use-reading";

export async function loader({ request }: LoaderFunctionArgs) {
  const { session } = await authenticateAdmin(request);
  return loadKnowledgePage(session.shop);
}

export async function action({ request }: ActionFunctionArgs) {
  const { session } = await authenticateAdmin(request);
  return changeKnowledge(session.shop, await request.json());
}

/** A failure is told on the page, so that what was typed stays. */
export const clientAction = ({ serverAction }: ClientActionFunctionArgs) =>
  serverAction<typeof action>().catch(() => ({ status: "failed" as const }));

export default function Knowledge() {
  const page = useLoaderData<typeof loader>();
  const texts = useTexts().knowledge;
  const shopify = useAppBridge();
  const { revalidate } = useRevalidator();
  const found = useFindings(page.stored);
  const asking = useFetcher<{ status: "reading" | "failed" }>();
  const reading = useReading(page.reading, revalidate);
  const editor = useKnowledgeEditor(page.stored, () => shopify.toast.show(texts.saved));
  const readAgain = () =>
    asking.submit(JSON.stringify({ intent: "read-again" }), { method: "POST", encType: "application/json" });

  return (
    <Page title={texts.title}>
      <UnsavedChanges id="knowledge-save-bar" editor={editor} texts={texts} />
      <KnowledgeNotice trouble={editor.trouble} />
      <BlockStack gap="400">
        <ReadingCard
          reading={reading}
          isAsking={asking.state !== "idle"}
          hasFailed={asking.data?.status === "failed"}
          onReadAgain={readAgain}
        />
        <AnswersCard editor={editor} />
        <SynonymsCard editor={editor} />
        <FindingsCard found={found} />
      </BlockStack>
    </Page>
  );
}

export const ErrorBoundary = PageProblem;
