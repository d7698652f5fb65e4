import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Page } from "@shopify/polaris";
import { listDataRequests } from "~/composition/admin.server";
import { authenticateAdmin } from "~/shopify.server";
import { DataRequests } from "~/ui/data-requests";

export async function loader({ request }: LoaderFunctionArgs) {
  const { session } = await authenticateAdmin(request);
  return { requests: await listDataRequests(session.shop) };
}

export default function Privacy() {
  const { requests } = useLoaderData<typeof loader>();
  return (
    <Page title="Privacy">
      <DataRequests requests={requests} locale="en" />
    </Page>
  );
}
