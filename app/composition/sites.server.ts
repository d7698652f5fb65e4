import { z } from "zod";
import { createDatabase } from "~/adapters/persistence/postgres/database";
import { createSiteKeyRepository } from "~/adapters/persistence/postgres/site-keys";
import { shopperOf } from "~/core/conversation/reach-conversation";
import { requireSql } from "~/db.server";
import { requireEnvironment } from "~/env.server";
import { forbidden, unauthorized } from "~/lib/http-errors.server";
import { createLogger } from "~/lib/logger";
import { readBody, requireMethod } from "~/lib/respond.server";
import { singleton } from "~/lib/singleton";
import { createSiteKey, readSiteShop, type SiteClaims, verifySiteToken } from "~/lib/site-token";
import { createTokenCipher } from "~/lib/token-cipher";
import { BODY_LIMITS } from "~/protocol/requests";
import { respondToPage } from "./pages.server";
import { type ArrivingVisitor, requireProfile } from "./visitors.server";

const log = createLogger("sites");
const withSiteToken = z.object({ siteToken: z.string().max(4096) });

const requireSiteKeys = () =>
  singleton("site-keys", () =>
    createSiteKeyRepository(
      createDatabase(requireSql()),
      createTokenCipher(requireEnvironment().TOKEN_ENCRYPTION_KEY),
      (shop) => log.warn({ shop }, "A shop's key for its websites cannot be opened"),
    ),
  );

/**
 * Answers what a page of a merchant's other website posts, with a token that the website's server signed for it. Throws
 * nothing: 401 for a token that is not good, 403 for a page elsewhere than the token says, 404 for a shop without Aisle.
 */
export function answerSite<Schema extends z.ZodType>(
  request: Request,
  clientAddress: string,
  schema: Schema,
  work: (visitor: ArrivingVisitor, body: z.infer<Schema>) => Promise<Response>,
): Promise<Response> {
  return respondToPage(request, async (openTo) => {
    requireMethod(request, "POST");
    const body = await readBody(request, withSiteToken.and(schema), BODY_LIMITS);
    const origin = request.headers.get("Origin");
    const claims = await findClaims(body.siteToken);
    if (!claims) {
      // Who brings no good token is told nothing else; the website's own developer can read it.
      if (origin !== null) openTo(origin);
      throw unauthorized("site-token-unusable", "The website's token is missing or no longer good.");
    }
    const visitor = await requireSiteVisitor(claims, clientAddress);
    if (origin !== null && origin !== visitor.origin) throw forbidden();
    if (origin !== null) openTo(origin);
    return work(visitor, body);
  });
}

/** What the website's server signed; null when it did not, or too long ago. */
async function findClaims(token: string): Promise<SiteClaims | null> {
  const shop = readSiteShop(token);
  const key = shop === null ? null : await requireSiteKeys().find(shop);
  return key === null ? null : verifySiteToken(token, key, new Date());
}

async function requireSiteVisitor(claims: SiteClaims, address: string): Promise<ArrivingVisitor> {
  return {
    shop: claims.shop,
    shopper: shopperOf(claims.customerId),
    address: address.slice(0, 64),
    origin: claims.origin,
    channel: "website",
    profile: await requireProfile(claims.shop),
  };
}

/** What a merchant needs to bring the chat to another website; the key itself is shown once only, when it is made. */
export async function describeWebsites(shop: string) {
  const { SHOPIFY_APP_URL } = requireEnvironment();
  return {
    hasKey: (await requireSiteKeys().find(shop)) !== null,
    snippet: `<script async src="${SHOPIFY_APP_URL}/aisle.js" data-shop="${shop}" data-token="…"></script>`,
    signing: signingExample(shop),
  };
}

const signingExample = (shop: string) => `import { SignJWT } from "jose";

const token = await new SignJWT({
  shop: "${shop}",
  origin: "https://www.example.com",
  // sub: "7100000000101", the customer's id in Shopify, once she is signed in
})
  .setProtectedHeader({ alg: "HS256" })
  .setAudience("aisle")
  .setIssuedAt()
  .setExpirationTime("15m")
  .sign(new TextEncoder().encode(siteKey)); // the key above, from where your server keeps its secrets`;

/** Makes a new key, and with it ends what was signed with a former one. */
export async function renewSiteKey(shop: string): Promise<string> {
  const key = createSiteKey();
  await requireSiteKeys().replace(shop, key, new Date());
  return key;
}

export const removeSiteKey = (shop: string): Promise<void> => requireSiteKeys().remove(shop);
