import { hkdfSync } from "node:crypto";
import { errors, jwtVerify, SignJWT } from "jose";
import { z } from "zod";

/** Seconds that a token opens the direct way. */
export const TOKEN_LIFETIME_SECONDS = 15 * 60;
/** Seconds after which an expired token no longer even finds its conversation. */
const FINDABLE_SECONDS = 30 * 24 * 3600;
const AUDIENCE = "aisle-conversation";

const claimsSchema = z.object({
  shop: z.string(),
  customerId: z.string().nullable(),
  conversationId: z.uuid(),
  /** The website that the conversation was opened from, where that is none of the shop's own storefronts. */
  origin: z.string().optional(),
});

/** For whom a conversation was opened. */
export type ConversationClaims = z.infer<typeof claimsSchema>;

export interface ConversationTokens {
  issue(claims: ConversationClaims): Promise<string>;
  /** The claims of a token that is still good; null for any other text. */
  verify(token: string): Promise<ConversationClaims | null>;
  /** Also takes a token that expired within the last 30 days: where a request proves anew who asks. */
  verifyExpired(token: string): Promise<ConversationClaims | null>;
}

export function createConversationTokens(
  secret: string,
  now: () => Date = () => new Date(),
): ConversationTokens {
  const key = new Uint8Array(hkdfSync("sha256", secret, "", AUDIENCE, 32));

  async function read(token: string, tolerance: number): Promise<ConversationClaims | null> {
    try {
      const { payload } = await jwtVerify(token, key, {
        algorithms: ["HS256"],
        audience: AUDIENCE,
        requiredClaims: ["exp"],
        currentDate: now(),
        clockTolerance: tolerance,
      });
      return claimsSchema.safeParse(payload).data ?? null;
    } catch (error) {
      if (error instanceof errors.JOSEError) return null;
      throw error;
    }
  }

  return {
    issue: (claims) => {
      const issuedAt = Math.floor(now().getTime() / 1000);
      return new SignJWT({ ...claims })
        .setProtectedHeader({ alg: "HS256" })
        .setAudience(AUDIENCE)
        .setIssuedAt(issuedAt)
        .setExpirationTime(issuedAt + TOKEN_LIFETIME_SECONDS)
        .sign(key);
    },
    verify: (token) => read(token, 0),
    verifyExpired: (token) => read(token, FINDABLE_SECONDS),
  };
}
