import type { LoaderFunctionArgs } from "@remix-run/node";
import { answerPage, answerPageGet } from "~/composition/pages.server";
import { resumeTurn } from "~/composition/storefront.server";
import type { ConversationClaims } from "~/lib/conversation-token";
import { streamTo } from "~/lib/sse";
import { turnRequestSchema } from "~/protocol/requests";

type Arguments = Pick<LoaderFunctionArgs, "request" | "params" | "context">;

const follow = (
  { request, params, context }: Arguments,
  claims: ConversationClaims,
  lastEventId: string | null,
) =>
  streamTo(request, (signal) =>
    resumeTurn(claims, params.turnId ?? "", lastEventId, context.clientAddress, signal),
  );

/** The events of a turn after `Last-Event-ID`, and on. */
export const loader = (args: LoaderFunctionArgs) =>
  answerPageGet(args.request, async (claims) => {
    const { searchParams } = new URL(args.request.url);
    return follow(args, claims, args.request.headers.get("Last-Event-ID") ?? searchParams.get("lastEventId"));
  });

/** The same without a preflight: token and last event stand in the body. */
export const action = (args: LoaderFunctionArgs) =>
  answerPage(args.request, turnRequestSchema, async ({ claims, body }) =>
    follow(args, claims, body.lastEventId ?? null),
  );
