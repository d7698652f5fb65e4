import { randomBytes } from "node:crypto";
import { decodeJwt, errors, jwtVerify } from "jose";
import { z } from "zod";

/** Seconds between the signing of a site's token and its end, at most. */
const LONGEST_LIFE_SECONDS = 3600;
/** Seconds that a site's clock may be wrong by. */
const CLOCK_TOLERANCE_SECONDS = 60;
const AUDIENCE = "aisle";

const claimsSchema = z.object({
  /** The permanent domain, such as example.myshopify.com. */
  shop: z.string(),
  /** The page's origin, such as https://www.example.com: the token is good there only. */
  origin: z.string().max(300).refine(isOrigin),
  /** Shopify's numeric id of the customer whom the site has signed in; without one she is a visitor. */
  sub: z
    .string()
    .regex(/^\d{1,20}$/)
    .optional(),
  iat: z.number(),
  exp: z.number(),
});

/** What a website's server has signed about a page of its own. */
export interface SiteClaims {
  shop: string;
  origin: string;
  customerId: string | null;
}

/** A new key, as the merchant's server keeps it. */
export const createSiteKey = (): string => randomBytes(32).toString("base64url");

/** Which shop's key a token says that it was signed with; nothing is proved by it. */
export function readSiteShop(token: string): string | null {
  try {
    return claimsSchema.shape.shop.safeParse(decodeJwt(token).shop).data ?? null;
  } catch (error) {
    if (error instanceof errors.JOSEError || error instanceof TypeError) return null;
    throw error;
  }
}

/** The claims of a JWT that `key` signed by HS256 for an hour at most; null for any other text. */
export async function verifySiteToken(token: string, key: string, now: Date): Promise<SiteClaims | null> {
  try {
    const { payload } = await jwtVerify(token, new TextEncoder().encode(key), {
      algorithms: ["HS256"],
      audience: AUDIENCE,
      requiredClaims: ["iat", "exp"],
      currentDate: now,
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
    });
    const claims = claimsSchema.safeParse(payload).data;
    if (!claims || claims.exp - claims.iat > LONGEST_LIFE_SECONDS) return null;
    // Dated ahead, it would be good for as long as its signer cares to wait.
    if (claims.iat > now.getTime() / 1000 + CLOCK_TOLERANCE_SECONDS) return null;
    return { shop: claims.shop, origin: claims.origin, customerId: claims.sub ?? null };
  } catch (error) {
    if (error instanceof errors.JOSEError) return null;
    throw error;
  }
}

function isOrigin(text: string): boolean {
  return /^https?:\/\//.test(text) && URL.canParse(text) && new URL(text).origin === text;
}
