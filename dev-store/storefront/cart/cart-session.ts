import { randomBytes } from "node:crypto";
import type { Request, Response } from "express";
import type { CartRecord, StateStore } from "../../state-store";
import { readCookie } from "../cookies";

const COOKIE = "cart";
const TWO_WEEKS_MS = 14 * 24 * 60 * 60 * 1000;

/** The shopper's cart, or an empty one that is not kept yet. */
export function readCart(request: Request, state: StateStore): CartRecord {
  const token = readCookie(request, COOKIE);
  const known = token && Object.hasOwn(state.current.carts, token) ? state.current.carts[token] : undefined;
  return (
    structuredClone(known) ?? {
      token: randomBytes(16).toString("hex"),
      note: null,
      attributes: {},
      items: [],
    }
  );
}

export function keepCart(cart: CartRecord, response: Response, state: StateStore): void {
  state.update((draft) => {
    draft.carts[cart.token] = cart;
  });
  response.cookie(COOKIE, cart.token, { path: "/", sameSite: "lax", maxAge: TWO_WEEKS_MS });
}
