import { type Request, type Response, Router } from "express";
import type { ZodError } from "zod";
import type { Storefront } from "../storefront";
import { describeCart, describeItem } from "./cart";
import { addItems, type CartOutcome, changeLine, updateQuantities } from "./cart-changes";
import { addRequest, changeRequest, toItemRequests, updateRequest, withItems } from "./cart-request";
import { keepCart, readCart } from "./cart-session";

/** Shopify's Ajax Cart API: `.js` answers JSON, without it the browser is sent back to the cart page. */
export function createCartRouter(storefront: Storefront): Router {
  const { assortment, context } = storefront;
  const { currency } = context.data.shop;
  const router = Router();

  router.get(["/cart.js", "/cart.json"], (request, response) => {
    noStore(response).json(describeCart(readCart(request, context.state), assortment, currency));
  });

  router.post(["/cart/add", "/cart/add.js", "/cart/add.json"], (request, response) => {
    const body = addRequest.safeParse(withItems(request.body));
    if (!body.success) return refuseBody(body.error, response);
    const cart = readCart(request, context.state);
    const outcome = addItems(cart, toItemRequests(body.data.items), assortment);
    if (outcome.status === "refused") return answerRefusal(request, response, outcome);
    keepCart(cart, response, context.state);
    if (!wantsJson(request)) return response.redirect(302, "/cart");
    const added = outcome.added.flatMap((item) => {
      const found = assortment.findVariant(item.variantId);
      return found ? [describeItem(item, found.product, found.variant)] : [];
    });
    const sections = storefront.renderSections(body.data.sections, request, cart);
    const isList = typeof request.body === "object" && request.body !== null && "items" in request.body;
    return noStore(response).json({ ...(isList ? { items: added } : added[0]), ...sections });
  });

  router.post(["/cart/change", "/cart/change.js", "/cart/change.json"], (request, response) => {
    const body = changeRequest.safeParse(request.body);
    if (!body.success) return refuseBody(body.error, response);
    const { line, id, quantity, properties, sections } = body.data;
    return answerChange(request, response, sections, (cart) => {
      return changeLine(cart, { line, id }, { quantity, properties }, assortment);
    });
  });

  router.post(["/cart/update", "/cart/update.js", "/cart/update.json", "/cart"], (request, response) => {
    const body = updateRequest.safeParse(request.body);
    if (!body.success) return refuseBody(body.error, response);
    const { updates = {}, note, attributes, sections } = body.data;
    return answerChange(request, response, sections, (cart) => {
      if (note !== undefined) cart.note = note;
      if (attributes) cart.attributes = { ...cart.attributes, ...attributes };
      const byId = Array.isArray(updates)
        ? Object.fromEntries(
            cart.items.map((item, index) => [item.variantId, updates[index] ?? item.quantity]),
          )
        : updates;
      return updateQuantities(cart, byId, assortment);
    });
  });

  router.post(["/cart/clear", "/cart/clear.js", "/cart/clear.json"], (request, response) => {
    return answerChange(request, response, [], (cart) => {
      cart.items = [];
      return { status: "changed", added: [] };
    });
  });

  function answerChange(
    request: Request,
    response: Response,
    sections: string[],
    change: (cart: ReturnType<typeof readCart>) => CartOutcome,
  ) {
    const cart = readCart(request, context.state);
    const outcome = change(cart);
    if (outcome.status === "refused") return answerRefusal(request, response, outcome);
    keepCart(cart, response, context.state);
    if (!wantsJson(request)) return response.redirect(302, "/cart");
    const described = describeCart(cart, assortment, currency);
    return noStore(response).json({ ...described, ...storefront.renderSections(sections, request, cart) });
  }

  return router;
}

function answerRefusal(request: Request, response: Response, outcome: CartOutcome & { status: "refused" }) {
  const { httpStatus, message, description } = outcome;
  if (!wantsJson(request)) return response.redirect(302, `/cart?error=${encodeURIComponent(description)}`);
  return noStore(response).status(httpStatus).json({ status: httpStatus, message, description });
}

function refuseBody(error: ZodError, response: Response) {
  const field = error.issues[0]?.path.join(".") || "body";
  const description = `Required parameter missing or invalid: ${field}`;
  return noStore(response).status(400).json({ status: "bad_request", message: description, description });
}

/** A form post from a page wants a page; fetch says what it accepts, or posts to the `.js` address. */
function wantsJson(request: Request): boolean {
  return /\.js(?:on)?$/.test(request.path) || request.accepts(["html", "json"]) === "json";
}

function noStore(response: Response): Response {
  return response.set("cache-control", "no-store");
}
