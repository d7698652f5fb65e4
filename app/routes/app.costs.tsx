import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Page } from "@shopify/polaris";
import { loadCosts } from "~/composition/spending.server";
import { authenticateAdmin } from "~/shopify.server";
import { useTexts } from "~/ui/admin-locale";
import { Costs } from "~/ui/costs";
import { PageProblem } from "~/ui/page-problem";

export async function loader({ request }: LoaderFunctionArgs) {
  const { session } = await authenticateAdmin(request);
  return loadCosts(session.shop);
}

export default function CostsPage() {
  return (
    <Page title={useTexts().costs.title}>
      <Costs {...useLoaderData<typeof loader>()} />
    </Page>
  );
}

export const ErrorBoundary = PageProblem;
