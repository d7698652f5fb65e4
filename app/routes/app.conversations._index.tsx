import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useNavigate } from "@remix-run/react";
import { BlockStack, InlineStack, Page, Pagination } from "@shopify/polaris";
import { listConversations } from "~/composition/admin.server";
import { authenticateAdmin } from "~/shopify.server";
import { ConversationList } from "~/ui/conversation-list";

export async function loader({ request }: LoaderFunctionArgs) {
  const { session } = await authenticateAdmin(request);
  const page = Number(new URL(request.url).searchParams.get("page") ?? "1");
  return listConversations(session.shop, Number.isInteger(page) && page > 0 ? page : 1);
}

export default function Conversations() {
  const { rows, page, hasNext } = useLoaderData<typeof loader>();
  const navigate = useNavigate();
  return (
    <Page title="Conversations" fullWidth>
      <BlockStack gap="400">
        <ConversationList rows={rows} locale="en" />
        <InlineStack align="center">
          <Pagination
            hasPrevious={page > 1}
            onPrevious={() => navigate(`?page=${page - 1}`)}
            hasNext={hasNext}
            onNext={() => navigate(`?page=${page + 1}`)}
          />
        </InlineStack>
      </BlockStack>
    </Page>
  );
}
