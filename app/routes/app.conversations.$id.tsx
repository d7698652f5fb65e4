import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useFetcher, useLoaderData } from "@remix-run/react";
import { Badge, BlockStack, Page } from "@shopify/polaris";
import { readConversation, replyAsPerson, resolveHandoff } from "~/composition/admin.server";
import { authenticateAdmin } from "~/shopify.server";
import { ConversationView } from "~/ui/conversation-view";
import { ReplyForm } from "~/ui/reply-form";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { session } = await authenticateAdmin(request);
  const conversation = await readConversation(session.shop, params.id ?? "");
  if (!conversation) throw new Response("This conversation does not exist (any more).", { status: 404 });
  return conversation;
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { session } = await authenticateAdmin(request);
  const form = await request.formData();
  const ticket = form.get("resolve");
  if (ticket) return resolveHandoff(session.shop, params.id ?? "", String(ticket));
  return replyAsPerson(session.shop, params.id ?? "", String(form.get("reply") ?? ""));
}

export default function Conversation() {
  const { conversation, messages, handoff } = useLoaderData<typeof loader>();
  const fetcher = useFetcher<typeof action>();
  return (
    <Page
      title="Conversation"
      backAction={{ content: "Conversations", url: "/app/conversations" }}
      titleMetadata={handoff && <Badge tone="attention">Wants a person</Badge>}
      subtitle={conversation.signedIn ? "With a signed-in customer" : "With a visitor"}
    >
      <BlockStack gap="400">
        <ConversationView messages={messages} locale="en" />
        <ReplyForm
          handoff={handoff}
          isSending={fetcher.state !== "idle"}
          sentAt={fetcher.data?.at ?? null}
          onSend={(reply) => fetcher.submit({ reply }, { method: "POST" })}
          onResolve={(ticket) => fetcher.submit({ resolve: ticket }, { method: "POST" })}
        />
      </BlockStack>
    </Page>
  );
}
