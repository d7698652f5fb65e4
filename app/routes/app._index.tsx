import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useFetcher, useLoaderData } from "@remix-run/react";
import { BlockStack, Layout, Page } from "@shopify/polaris";
import { addScriptTag, loadHome, removeScriptTag } from "~/composition/admin.server";
import { authenticateAdmin } from "~/shopify.server";
import { HandoffList } from "~/ui/handoff-list";
import { ScriptTagsCard } from "~/ui/script-tags-card";
import { SetupSteps } from "~/ui/setup-steps";

export async function loader({ request }: LoaderFunctionArgs) {
  const { session } = await authenticateAdmin(request);
  return loadHome(session.shop);
}

export async function action({ request }: ActionFunctionArgs) {
  const { session } = await authenticateAdmin(request);
  const form = await request.formData();
  const tag = String(form.get("scriptTag") ?? "");
  return tag ? removeScriptTag(session.shop, tag) : addScriptTag(session.shop);
}

export default function Home() {
  const home = useLoaderData<typeof loader>();
  const fetcher = useFetcher<typeof action>();
  const refusal = fetcher.data?.status === "refused" ? fetcher.data.reason : null;

  return (
    <Page title="Aisle">
      <Layout>
        <Layout.Section>
          <BlockStack gap="400">
            <SetupSteps {...home.setup} />
            <HandoffList handoffs={home.handoffs} locale="en" />
            <ScriptTagsCard
              scriptTags={home.scriptTags}
              refusal={refusal}
              isBusy={fetcher.state !== "idle"}
              onAdd={() => fetcher.submit({}, { method: "POST" })}
              onRemove={(id) => fetcher.submit({ scriptTag: id }, { method: "POST" })}
            />
          </BlockStack>
        </Layout.Section>
      </Layout>
    </Page>
  );
}
