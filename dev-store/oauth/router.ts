import express, { Router } from "express";
import { asyncRoute } from "../async-route";
import type { OAuthService } from "./oauth-service";

export function createOAuthRouter(oauth: OAuthService): Router {
  const router = Router();
  router.post(
    "/admin/oauth/access_token",
    express.json(),
    express.urlencoded({ extended: false }),
    asyncRoute(async (request, response) => {
      const { status, body } = await oauth.requestToken(request.body);
      response.status(status).set("cache-control", "no-store").json(body);
    }),
  );
  return router;
}
