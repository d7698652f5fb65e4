import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useNavigate } from "@remix-run/react";
import { BlockStack, Button, InlineStack, Page } from "@shopify/polaris";
import { listConversations } from "~/composition/admin.server";
import { authenticateAdmin } from "~/shopify.server";
import { ConversationList } from "~/ui/conversation-list";

export async function loader({ request }: LoaderFunctionArgs) {
  const { session } = await authenticateAdmin(request);
  const before = new Date(new URL(request.url).searchParams.get("before") ?? Number.NaN);
  return listConversations(session.shop, Number.isNaN(before.getTime()) ? null : before);
}

export default function Conversations() {
  const { rows, nextBefore } = useLoaderData<typeof loader>();
  const navigate = useNavigate();
  return (
    <Page title="Conversations" fullWidth>
      <BlockStack gap="400">
        <ConversationList rows={rows} locale="en" />
        {nextBefore && (
          <InlineStack align="center">
            <Button onClick={() => navigate(`?before=${encodeURIComponent(nextBefore)}`)}>
              Older conversations
            </Button>
          </InlineStack>
        )}
      </BlockStack>
    </Page>
  );
}
