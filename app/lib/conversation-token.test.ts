import { SignJWT, UnsecuredJWT } from "jose";
import { describe, expect, it } from "vitest";
import { createConversationTokens } from "./conversation-token";

const CLAIMS = {
  shop: "a.myshopify.com",
  customerId: "42",
  conversationId: "7a0f3f6e-3c1d-4b8e-9a7e-0d9c3a1b2c3d",
};
const clock = { at: new Date("2026-11-21T12:00:00Z") };
const tokens = createConversationTokens("secret", () => clock.at);
const later = (seconds: number) =>
  createConversationTokens("secret", () => new Date(clock.at.getTime() + seconds * 1000));

describe("a conversation token", () => {
  it.each(["", "x", "a.b.c", "😀", "null", "Bearer x", "\0", "a".repeat(5000)])("is not %j", async (text) => {
    expect(await tokens.verify(text)).toBeNull();
    expect(await tokens.verifyExpired(text)).toBeNull();
  });

  it("is refused when another secret signed it, any part was changed, or it names no algorithm", async () => {
    const token = await tokens.issue(CLAIMS);
    expect(await createConversationTokens("other", () => clock.at).verify(token)).toBeNull();
    const [header, payload, signature] = token.split(".");
    const forged = Buffer.from(JSON.stringify({ ...CLAIMS, customerId: "43", exp: 9e9 })).toString(
      "base64url",
    );
    expect(await tokens.verify(`${header}.${forged}.${signature}`)).toBeNull();
    expect(await tokens.verify(`${header}.${payload}.`)).toBeNull();
    expect(
      await tokens.verify(new UnsecuredJWT({ ...CLAIMS, aud: "aisle-conversation", exp: 9e9 }).encode()),
    ).toBeNull();
  });

  it("is refused when it was signed with the app's secret itself, as Shopify's session tokens are", async () => {
    const foreign = await new SignJWT({ ...CLAIMS, aud: "aisle-conversation", exp: 9e9 })
      .setProtectedHeader({ alg: "HS256" })
      .sign(new TextEncoder().encode("secret"));
    expect(await tokens.verify(foreign)).toBeNull();
  });

  it("is good for fifteen minutes, finds its conversation for thirty days, and nothing after that", async () => {
    const token = await tokens.issue(CLAIMS);
    expect(await tokens.verify(token)).toEqual(CLAIMS);
    expect(await later(14 * 60).verify(token)).toEqual(CLAIMS);
    expect(await later(16 * 60).verify(token)).toBeNull();
    expect(await later(29 * 24 * 3600).verifyExpired(token)).toEqual(CLAIMS);
    expect(await later(31 * 24 * 3600).verifyExpired(token)).toBeNull();
  });
});
