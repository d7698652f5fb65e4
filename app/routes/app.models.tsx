import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { type ClientActionFunctionArgs, useLoaderData } from "@remix-run/react";
import { BlockStack, Page } from "@shopify/polaris";
import { changeModels, loadModelsPage } from "~/composition/model-desk.server";
import { authenticateAdmin } from "~/shopify.server";
import { useTexts } from "~/ui/admin-locale";
import { InstallationModels } from "~/ui/models-installation";
import { ShopModels } from "~/ui/models-list";
import { PageProblem } from "~/ui/page-problem";
import { useModelEditor } from "~/ui/use-model-editor";

export async function loader({ request }: LoaderFunctionArgs) {
  const { session } = await authenticateAdmin(request);
  return loadModelsPage(session.shop);
}

export async function action({ request }: ActionFunctionArgs) {
  const { session } = await authenticateAdmin(request);
  return changeModels(session.shop, await request.json());
}

/** A failure is told on the page, so that what was typed stays. */
export const clientAction = ({ serverAction }: ClientActionFunctionArgs) =>
  serverAction<typeof action>().catch(() => ({ status: "unsaved" as const }));

export default function Models() {
  const page = useLoaderData<typeof loader>();
  const editor = useModelEditor(page.version);
  const texts = useTexts().models;
  return (
    <Page title={texts.title}>
      <BlockStack gap="400">
        <ShopModels models={page.models} samples={page.samples} editor={editor} />
        <InstallationModels models={page.installation} />
      </BlockStack>
    </Page>
  );
}

export const ErrorBoundary = PageProblem;
