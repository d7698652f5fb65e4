import type { Conversation, Shopper } from "~/core/conversation/conversation";
import { reachConversation, shopperOf } from "~/core/conversation/reach-conversation";
import { findProfile } from "~/core/store/find-profile";
import type { ShopProfile } from "~/core/store/store-platform";
import { requireEnvironment } from "~/env.server";
import { verifyAppProxyRequest } from "~/lib/app-proxy-signature";
import type { ConversationClaims } from "~/lib/conversation-token";
import { VendorError } from "~/lib/errors";
import { forbidden, notFound, unauthorized } from "~/lib/http-errors.server";
import { createLogger } from "~/lib/logger";
import type { ChatRequest } from "~/protocol/requests";
import { requireAssistant } from "./assistant.server";

export const DEFAULT_LOCALE = "en";
const log = createLogger("visitors");

/** Somebody at a shop's storefront, as Shopify's signature or our own token proves. */
export interface Visitor {
  shop: string;
  shopper: Shopper;
  /** Personal data: for limits only. */
  address: string;
  /** The website that vouches for her, where it is none of the shop's own storefronts. */
  origin?: string;
  channel?: string;
}

/** One who begins: the shop is known well enough to greet her. */
export interface ArrivingVisitor extends Visitor {
  profile: ShopProfile;
}

/**
 * Who asks through the App Proxy. Throws AppError: 401 when Shopify did not sign, 403 when a page of another site had the
 * shopper's browser ask, 404 when the shop has no Aisle.
 */
export async function requireProxiedVisitor(
  request: Request,
  clientAddress: string,
): Promise<ArrivingVisitor> {
  const { SHOPIFY_API_SECRET } = requireEnvironment();
  const proxied = verifyAppProxyRequest(new URL(request.url), SHOPIFY_API_SECRET, new Date());
  if (!proxied) throw unauthorized("not-signed", "This request was not signed by Shopify.");
  if (isFromElsewhere(request)) throw forbidden();
  const profile = await requireProfile(proxied.shop);
  // Shopify's proxy forwards for the browser, which it names first.
  const forwarded = request.headers.get("X-Forwarded-For")?.split(",")[0]?.trim();
  return {
    shop: proxied.shop,
    shopper: shopperOf(proxied.customerId),
    address: (forwarded || clientAddress).slice(0, 64),
    profile,
  };
}

/**
 * Shopify vouches for whoever is signed in, whichever page had the browser post. A shop may have storefronts that we do
 * not know of, so it is the browser's own word that counts; where it gives none, or the proxy drops it, nothing is lost.
 */
function isFromElsewhere(request: Request): boolean {
  return request.headers.get("Sec-Fetch-Site") === "cross-site";
}

/** Throws 404 for a shop that has no Aisle. */
export async function requireProfile(shop: string): Promise<ShopProfile> {
  const { turns } = requireAssistant();
  const profile = await findProfile(
    { ...turns, onProblem: (error) => log.warn({ error }, "A shop's profile could not be renewed") },
    shop,
  ).catch(rethrowRevoked);
  if (!profile) throw notFound("Aisle is not installed in this shop.");
  return profile;
}

/** A token that Shopify no longer takes means that the shop is gone, whatever our own rows say. */
export function rethrowRevoked(error: unknown): never {
  if (error instanceof VendorError && error.vendor === "shopify" && error.status === 401)
    throw notFound("Aisle is not installed in this shop.");
  throw error;
}

/** The claims of a token that is good now. Throws 401 for any other text. */
export async function requireClaims(token: string | null | undefined): Promise<ConversationClaims> {
  const claims = token ? await requireAssistant().tokens.verify(token) : null;
  if (!claims) throw unauthorized("token-unusable", "The conversation's token is missing or no longer good.");
  return claims;
}

/** The conversation of a bearer's token. Gone means that a new session is needed; claimed by another, that it is hers. */
export async function requireClaimed(claims: ConversationClaims): Promise<Conversation> {
  const { conversations } = requireAssistant().turns;
  const conversation = await conversations.findConversation(claims.shop, claims.conversationId);
  if (!conversation) throw unauthorized("token-unusable", "That conversation is no longer there.");
  if (conversation.customerId !== claims.customerId) throw forbidden();
  return conversation;
}

/** The conversation that a proxied request may go on with. Throws 401 for an unusable token, 403 for another's. */
export async function requireConversation(
  visitor: Visitor,
  body: Pick<ChatRequest, "conversationToken" | "context">,
): Promise<Conversation> {
  const { turns } = requireAssistant();
  const claims = await readClaims(body.conversationToken);
  const locale = body.context?.locale ?? DEFAULT_LOCALE;
  const conversation = await reachConversation(turns, { ...visitor, claims, locale });
  if (!conversation) throw forbidden();
  return conversation;
}

export async function readClaims(token: string | null | undefined): Promise<ConversationClaims | null> {
  if (token === null || token === undefined) return null;
  const claims = await requireAssistant().tokens.verifyExpired(token);
  if (!claims) throw unauthorized("token-unusable", "The conversation's token is not good.");
  return claims;
}
