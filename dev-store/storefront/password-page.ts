import { Router } from "express";
import { escapeHtml } from "./liquid/html";
import type { Storefront } from "./storefront";

/** While the store is closed (proxy mode `password`), every page leads to the password page, as on Shopify. */
export function createPasswordRouter({ context }: Storefront): Router {
  const router = Router();
  router.get("/password", (_, response) => {
    response.type("html").send(passwordPage(context.data.shop.name));
  });
  router.use((request, response, next) => {
    if (context.state.current.proxy.mode !== "password") return next();
    return response.redirect(302, request.path === "/password" ? "/" : "/password");
  });
  return router;
}

function passwordPage(shopName: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${escapeHtml(shopName)}</title><style>body{font:16px/1.5 system-ui,sans-serif;display:grid;place-items:center;min-height:100vh;margin:0;background:#f6f4f0;color:#222}form{text-align:center;padding:2rem}input,button{font:inherit;padding:.6rem 1rem;border:1px solid #999;border-radius:6px}</style></head><body><form method="post" action="/password"><h1>Opening soon</h1><p>${escapeHtml(shopName)} is not open to the public.</p><label>Store password <input type="password" name="password" autocomplete="off"></label> <button>Enter</button></form></body></html>`;
}
