import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useRevalidator } from "@remix-run/react";
import { Page } from "@shopify/polaris";
import { listDataRequests } from "~/composition/admin-data-requests.server";
import { authenticateAdmin } from "~/shopify.server";
import { useTexts } from "~/ui/admin-locale";
import { type DataRequestRow, DataRequests } from "~/ui/data-requests";
import { downloadFile } from "~/ui/download-file";
import { PageProblem } from "~/ui/page-problem";

export async function loader({ request }: LoaderFunctionArgs) {
  const { session } = await authenticateAdmin(request);
  return { requests: await listDataRequests(session.shop) };
}

export default function Privacy() {
  const { requests } = useLoaderData<typeof loader>();
  const { revalidate } = useRevalidator();
  const download = async ({ id, customerId }: DataRequestRow) => {
    const isSaved = await downloadFile(`/app/data-requests/${id}`, `aisle-customer-${customerId}.json`);
    if (isSaved) revalidate();
    return isSaved;
  };
  return (
    <Page title={useTexts().privacy.title}>
      <DataRequests requests={requests} onDownload={download} />
    </Page>
  );
}

export const ErrorBoundary = PageProblem;
