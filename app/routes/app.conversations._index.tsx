import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useNavigate } from "@remix-run/react";
import { BlockStack, Button, InlineStack, Page, Select } from "@shopify/polaris";
import { listConversations } from "~/composition/admin-conversations.server";
import { authenticateAdmin } from "~/shopify.server";
import { useTexts } from "~/ui/admin-locale";
import { ConversationList } from "~/ui/conversation-list";
import { PageProblem } from "~/ui/page-problem";

export async function loader({ request }: LoaderFunctionArgs) {
  const { session } = await authenticateAdmin(request);
  const query = new URL(request.url).searchParams;
  return listConversations(session.shop, query.get("before"), query.get("show") === "disliked");
}

const listUrl = (onlyDisliked: boolean, before?: string) => {
  const query = new URLSearchParams({ ...(onlyDisliked && { show: "disliked" }), ...(before && { before }) });
  return `/app/conversations${query.size > 0 ? `?${query}` : ""}`;
};

export default function Conversations() {
  const { rows, nextBefore, isFirstPage, onlyDisliked } = useLoaderData<typeof loader>();
  const navigate = useNavigate();
  const texts = useTexts().conversations;
  return (
    <Page title={texts.title} fullWidth>
      <BlockStack gap="400">
        <Select
          label={texts.filter.label}
          options={[
            { value: "all", label: texts.filter.all },
            { value: "disliked", label: texts.filter.disliked },
          ]}
          value={onlyDisliked ? "disliked" : "all"}
          onChange={(which) => navigate(listUrl(which === "disliked"))}
        />
        <ConversationList rows={rows} onlyDisliked={onlyDisliked} />
        <InlineStack align="center" gap="200">
          {!isFirstPage && <Button url={listUrl(onlyDisliked)}>{texts.newest}</Button>}
          {nextBefore && <Button url={listUrl(onlyDisliked, nextBefore)}>{texts.older}</Button>}
        </InlineStack>
      </BlockStack>
    </Page>
  );
}

export const ErrorBoundary = PageProblem;
