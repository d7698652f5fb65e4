import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useFetcher, useLoaderData } from "@remix-run/react";
import { Page } from "@shopify/polaris";
import { describeWebsites, removeSiteKey, renewSiteKey } from "~/composition/sites.server";
import { authenticateAdmin } from "~/shopify.server";
import { useTexts } from "~/ui/admin-locale";
import { PageProblem } from "~/ui/page-problem";
import { Websites } from "~/ui/websites";

export async function loader({ request }: LoaderFunctionArgs) {
  const { session } = await authenticateAdmin(request);
  return describeWebsites(session.shop);
}

export async function action({ request }: ActionFunctionArgs) {
  const { session } = await authenticateAdmin(request);
  const remove = (await request.formData()).get("intent") === "remove";
  if (!remove) return { key: await renewSiteKey(session.shop) };
  await removeSiteKey(session.shop);
  return { key: null };
}

export default function WebsitesPage() {
  const fetcher = useFetcher<typeof action>();
  const submit = (intent: string) => fetcher.submit({ intent }, { method: "POST" });
  return (
    <Page title={useTexts().websites.title}>
      <Websites
        {...useLoaderData<typeof loader>()}
        newKey={fetcher.data?.key ?? null}
        isBusy={fetcher.state !== "idle"}
        onRenew={() => submit("renew")}
        onRemove={() => submit("remove")}
      />
    </Page>
  );
}

export const ErrorBoundary = PageProblem;
