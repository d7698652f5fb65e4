import compression from "compression";
import { json, type NextFunction, type Request, type Response, Router, urlencoded } from "express";
import type { DevStoreContext } from "../context";
import { createAccountRouter } from "./account/routes";
import { createAssetRouter } from "./asset-routes";
import { createAssortmentRouter } from "./assortment/routes";
import { createCartRouter } from "./cart/routes";
import { createContentRouter } from "./content-routes";
import { createPasswordRouter } from "./password-page";
import { getStorefront } from "./storefront";

const LARGEST_BODY = "256kb";

/** Everything a shopper sees. Mount it last: what it does not know is the theme's 404 page. */
export function createStorefrontRouter(context: DevStoreContext): Router {
  const storefront = getStorefront(context);
  const router = Router();
  router.use(createAssetRouter(storefront));
  router.use(createPasswordRouter(storefront));
  router.use(compression());
  router.use(json({ limit: LARGEST_BODY }), urlencoded({ extended: true, limit: LARGEST_BODY }));
  router.use(createCartRouter(storefront));
  router.use(createAccountRouter(storefront));
  router.use(createAssortmentRouter(storefront));
  router.use(createContentRouter(storefront));
  router.get("/favicon.ico", (_, response) => response.status(204).end());
  router.get("*", (request, response) => storefront.sendNotFound(request, response));
  router.use(answerBadBody);
  return router;
}

/** A body that is not what its type says is the sender's mistake; everything else is ours and goes on. */
function answerBadBody(
  error: Error & { status?: number },
  _: Request,
  response: Response,
  next: NextFunction,
) {
  const { status } = error;
  if (status === undefined || status < 400 || status > 499) return next(error);
  return response
    .status(status)
    .json({ status, message: "Bad Request", description: "The request cannot be read." });
}
