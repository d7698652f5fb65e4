import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { type ClientActionFunctionArgs, useFetcher, useLoaderData } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import { Badge, BlockStack, Page } from "@shopify/polaris";
import { useEffect } from "react";
import { readConversation, replyAsPerson, resolveHandoff } from "~/composition/admin-conversations.server";
import { authenticateAdmin } from "~/shopify.server";
import { useTexts } from "~/ui/admin-locale";
import { ConversationView } from "~/ui/conversation-view";
import { PageProblem } from "~/ui/page-problem";
import { ReplyForm } from "~/ui/reply-form";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { session } = await authenticateAdmin(request);
  const conversation = await readConversation(session.shop, params.id ?? "");
  if (!conversation) throw new Response(null, { status: 404 });
  return conversation;
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { session } = await authenticateAdmin(request);
  const form = await request.formData();
  const ticket = form.get("resolve");
  if (ticket) return resolveHandoff(session.shop, params.id ?? "", String(ticket));
  return replyAsPerson(session.shop, params.id ?? "", String(form.get("reply") ?? ""));
}

/** A failure is told beside the form, so that what was typed stays. */
export const clientAction = ({ serverAction }: ClientActionFunctionArgs) =>
  serverAction<typeof action>().catch(() => ({ status: "failed" as const }));

export default function Conversation() {
  const { conversation, messages, handoff } = useLoaderData<typeof loader>();
  const texts = useTexts();
  const shopify = useAppBridge();
  const fetcher = useFetcher<typeof clientAction>();
  const result = fetcher.data;
  useEffect(() => {
    if (result?.status === "sent") shopify.toast.show(texts.conversation.sent);
    if (result?.status === "settled") shopify.toast.show(texts.conversation.settled);
  }, [result, shopify, texts]);

  return (
    <Page
      title={texts.conversation.title}
      backAction={{ content: texts.conversations.title, url: "/app/conversations" }}
      titleMetadata={handoff && <Badge tone="attention">{texts.conversations.wantsPerson}</Badge>}
      subtitle={conversation.signedIn ? texts.conversation.withCustomer : texts.conversation.withVisitor}
    >
      <BlockStack gap="400">
        <ConversationView messages={messages} />
        <ReplyForm
          handoff={handoff}
          isSending={fetcher.state !== "idle"}
          hasFailed={result?.status === "failed"}
          sentAt={result?.status === "sent" ? result.at : null}
          onSend={(reply) => fetcher.submit({ reply }, { method: "POST" })}
          onResolve={(ticket) => fetcher.submit({ resolve: ticket }, { method: "POST" })}
        />
      </BlockStack>
    </Page>
  );
}

export const ErrorBoundary = PageProblem;
