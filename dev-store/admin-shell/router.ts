import { fileURLToPath } from "node:url";
import express, { type Request, type Response, Router, urlencoded } from "express";
import type { DevStoreContext } from "../context";
import { getStorefront } from "../storefront/storefront";
import { buildAppBridge } from "./app-bridge-script";
import { describeExtensions } from "./describe-extensions";
import { editorForm, readSettings } from "./embed-settings";
import { type AdminPage, renderAdminPage } from "./layout";
import { appsPage, framePage, installPage } from "./pages/apps-page";
import { customersPage, homePage, ordersPage } from "./pages/lists";
import { themeEditorPage } from "./pages/theme-editor-page";

const ASSETS = fileURLToPath(new URL("./public", import.meta.url));

/** A plain stand-in for Shopify's admin: install and open the app, turn its embed on, look at orders and customers. */
export function createAdminShellRouter(context: DevStoreContext): Router {
  const router = Router();
  const form = urlencoded({ extended: true });
  let appBridge: string | null = null;
  router.get("/app-bridge.js", (_, response) => {
    appBridge ??= buildAppBridge();
    response.set({ "content-type": "text/javascript; charset=utf-8", "access-control-allow-origin": "*" });
    response.send(appBridge);
  });
  router.use("/admin/assets", express.static(ASSETS, { maxAge: 0 }));
  router.get("/store/:name", (_, response) => response.redirect(302, "/admin"));
  router.get("/store/:name/*", (request, response) => {
    response.redirect(302, request.originalUrl.replace(/^\/store\/[^/]+/, "/admin"));
  });

  const send = (response: Response, page: AdminPage, status = 200) => {
    response
      .status(status)
      .set("cache-control", "no-store")
      .type("html")
      .send(renderAdminPage(page, context));
  };
  const words = (request: Request) => String(request.query.q ?? "");
  router.get("/admin", (_, response) => {
    send(response, { title: "Home", section: "home", content: homePage(context) });
  });
  router.get("/admin/orders", (request, response) => {
    send(response, { title: "Orders", section: "orders", content: ordersPage(context, words(request)) });
  });
  router.get("/admin/customers", (request, response) => {
    send(response, {
      title: "Customers",
      section: "customers",
      content: customersPage(context, words(request)),
    });
  });
  router.get("/admin/apps", (_, response) => {
    send(response, { title: "Apps", section: "apps", content: appsPage(context, null) });
  });
  addAppRoutes(router, context, send);

  router.get("/admin/themes/:theme/editor", (request, response) => {
    const activate = String(request.query.activateAppId ?? "");
    const content = themeEditorPage(context, activate);
    send(response, { title: "Theme editor", section: "themes", content, isFrame: true });
  });
  router.post("/admin/themes/:theme/editor", form, (request, response) => {
    const body = editorForm.safeParse(request.body);
    if (!body.success) return response.status(400).type("text/plain").send("The form cannot be read.");
    const definitions = getStorefront(context)
      .embeds.list()
      .flatMap((file) => file.schema.settings ?? []);
    context.state.update((draft) => {
      draft.embed.on = body.data.on === "1";
      Object.assign(draft.embed.settings, readSettings(body.data.settings, definitions));
    });
    return response.redirect(303, "/admin/themes/current/editor?context=apps&saved=1");
  });
  return router;
}

type SendPage = (response: Response, page: AdminPage, status?: number) => void;

function addAppRoutes(router: Router, context: DevStoreContext, send: SendPage): void {
  const { app, config, installation, state, oauth } = context;
  const path = [`/admin/apps/${config.apiKey}`, `/admin/apps/${app.handle}`];
  const below = (end: string) => path.map((start) => start + end);
  const showInstall = (response: Response, problem: string | null) => {
    const content = installPage(context, problem);
    send(response, { title: `Install ${app.name}`, section: "apps", content }, problem ? 502 : 200);
  };

  router.post(below("/install"), async (_, response) => {
    const outcome = await installation.install();
    if (outcome.status === "installed") return response.redirect(303, path[0] as string);
    return showInstall(response, `${app.name} could not be installed: ${outcome.reason}`);
  });
  router.post(below("/uninstall"), async (_, response) => {
    await installation.uninstall();
    response.redirect(303, "/admin/apps");
  });
  router.post(below("/session-token"), async (_, response) => {
    if (!state.current.installation) return response.status(403).json({ error: "The app is not installed." });
    return response.set("cache-control", "no-store").json({ token: await oauth.mintSessionToken() });
  });
  router.get(below("/extensions.json"), (_, response) => {
    response.set("cache-control", "no-store").json(describeExtensions(context));
  });
  router.get(below("/scopes.json"), (_, response) => {
    response.json({ granted: state.current.installation?.scopes ?? [], required: app.scopes, optional: [] });
  });
  router.get([...path, ...below("/*")], async (request, response) => {
    if (!state.current.installation) return showInstall(response, null);
    const src = await installation.embeddedUrl({ path: framedPath(request) });
    const content = framePage(context, src);
    return send(response, { title: app.name, section: "app", content, isFrame: true });
  });
}

/** `/admin/apps/<key>/app/settings?x=1` shows the app's `/app/settings?x=1`. */
function framedPath(request: Request): string {
  const path = request.originalUrl.replace(/^\/admin\/apps\/[^/?]+/, "");
  if (!path.startsWith("/") || path.startsWith("//")) return `/app${path.startsWith("?") ? path : ""}`;
  return path === "/" ? "/app" : path;
}
