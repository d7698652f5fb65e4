import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Response } from "express";
import type { DevStoreContext } from "../../context";
import type { CustomerData } from "../../model";
import { readCookie } from "../cookies";

const COOKIE = "_shop_customer";

/** Who is signed in on the storefront. Decided by a signed cookie alone. */
export function findSignedInCustomer(
  request: IncomingMessage,
  context: DevStoreContext,
): CustomerData | null {
  const sessionId = readSessionId(request, context.config.apiSecret);
  if (!sessionId || !Object.hasOwn(context.state.current.customerSessions, sessionId)) return null;
  const customerId = context.state.current.customerSessions[sessionId];
  return context.catalogue.customerById.get(customerId ?? "") ?? null;
}

export function signIn(customer: CustomerData, response: Response, context: DevStoreContext): void {
  const sessionId = randomBytes(16).toString("hex");
  context.state.update((draft) => {
    draft.customerSessions[sessionId] = customer.id;
  });
  const value = `${sessionId}.${sign(sessionId, context.config.apiSecret)}`;
  response.cookie(COOKIE, value, { path: "/", httpOnly: true, sameSite: "lax" });
}

export function signOut(request: IncomingMessage, response: Response, context: DevStoreContext): void {
  const sessionId = readSessionId(request, context.config.apiSecret);
  if (sessionId) {
    context.state.update((draft) => {
      delete draft.customerSessions[sessionId];
    });
  }
  response.clearCookie(COOKIE, { path: "/" });
}

function readSessionId(request: IncomingMessage, secret: string): string | null {
  const [sessionId = "", signature = ""] = (readCookie(request, COOKIE) ?? "").split(".");
  const expected = Buffer.from(sign(sessionId, secret));
  const given = Buffer.from(signature);
  return given.length === expected.length && timingSafeEqual(given, expected) ? sessionId : null;
}

function sign(sessionId: string, secret: string): string {
  return createHmac("sha256", secret).update(`customer-session:${sessionId}`).digest("hex");
}
