import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useFetcher, useLoaderData } from "@remix-run/react";
import { BlockStack, Page } from "@shopify/polaris";
import { addScriptTag, loadHome, removeScriptTag } from "~/composition/admin-home.server";
import { authenticateAdmin } from "~/shopify.server";
import { useTexts } from "~/ui/admin-locale";
import { HandoffList } from "~/ui/handoff-list";
import { ModelTroubles } from "~/ui/model-troubles";
import { PageProblem } from "~/ui/page-problem";
import { ScriptTagsCard } from "~/ui/script-tags-card";
import { SetupSteps } from "~/ui/setup-steps";
import { useEmbedState } from "~/ui/use-embed-state";

export async function loader({ request }: LoaderFunctionArgs) {
  const { session } = await authenticateAdmin(request);
  return loadHome(session.shop);
}

export async function action({ request }: ActionFunctionArgs) {
  const { session } = await authenticateAdmin(request);
  const tag = (await request.formData()).get("scriptTag");
  return tag ? removeScriptTag(session.shop, String(tag)) : addScriptTag(session.shop);
}

export default function Home() {
  const { modelTroubles, setup, embedBlock, handoffs, scriptTags } = useLoaderData<typeof loader>();
  const fetcher = useFetcher<typeof action>();
  const embedOn = useEmbedState(setup.embedOn, embedBlock);

  return (
    <Page title={useTexts().home.title}>
      <BlockStack gap="400">
        <ModelTroubles troubles={modelTroubles} />
        <SetupSteps {...setup} embedOn={embedOn} />
        <HandoffList handoffs={handoffs} />
        <ScriptTagsCard
          scriptTags={scriptTags}
          outcome={fetcher.data ?? null}
          isBusy={fetcher.state !== "idle"}
          onAdd={() => fetcher.submit({}, { method: "POST" })}
          onRemove={(id) => fetcher.submit({ scriptTag: id }, { method: "POST" })}
        />
      </BlockStack>
    </Page>
  );
}

export const ErrorBoundary = PageProblem;
