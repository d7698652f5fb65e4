import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BlockStack, Button, InlineStack, Page } from "@shopify/polaris";
import { listConversations } from "~/composition/admin.server";
import { authenticateAdmin } from "~/shopify.server";
import { useTexts } from "~/ui/admin-locale";
import { ConversationList } from "~/ui/conversation-list";
import { PageProblem } from "~/ui/page-problem";

export async function loader({ request }: LoaderFunctionArgs) {
  const { session } = await authenticateAdmin(request);
  return listConversations(session.shop, new URL(request.url).searchParams.get("before"));
}

export default function Conversations() {
  const { rows, nextBefore, isFirstPage } = useLoaderData<typeof loader>();
  const texts = useTexts().conversations;
  return (
    <Page title={texts.title} fullWidth>
      <BlockStack gap="400">
        <ConversationList rows={rows} />
        <InlineStack align="center" gap="200">
          {!isFirstPage && <Button url="/app/conversations">{texts.newest}</Button>}
          {nextBefore && (
            <Button url={`/app/conversations?before=${encodeURIComponent(nextBefore)}`}>{texts.older}</Button>
          )}
        </InlineStack>
      </BlockStack>
    </Page>
  );
}

export const ErrorBoundary = PageProblem;
