import type { HeadersFunction, LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import { Link, Outlet, useLoaderData, useRouteError } from "@remix-run/react";
import { NavMenu } from "@shopify/app-bridge-react";
import polarisStyles from "@shopify/polaris/build/esm/styles.css?url";
import { AppProvider } from "@shopify/shopify-app-remix/react";
import { boundary } from "@shopify/shopify-app-remix/server";
import { loadAdminFrame } from "~/composition/admin-home.server";
import { authenticateAdmin } from "~/shopify.server";
import { AdminLocaleProvider } from "~/ui/admin-locale";
import { textsFor } from "~/ui/texts";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: polarisStyles }];

export async function loader({ request }: LoaderFunctionArgs) {
  const { session } = await authenticateAdmin(request);
  return loadAdminFrame(session.shop, new URL(request.url).searchParams.get("locale"));
}

/** The admin names locale only in the frame's first address; nothing of this changes while the frame is open. */
export const shouldRevalidate = () => false;

export default function AppLayout() {
  const { apiKey, appBridgeUrl, locale, timeZone } = useLoaderData<typeof loader>();
  const texts = textsFor(locale).nav;
  return (
    <AppProvider isEmbeddedApp apiKey={apiKey} {...(appBridgeUrl && { __APP_BRIDGE_URL: appBridgeUrl })}>
      <NavMenu>
        <Link to="/app" rel="home">
          {texts.home}
        </Link>
        <Link to="/app/settings">{texts.settings}</Link>
        <Link to="/app/knowledge">{texts.knowledge}</Link>
        <Link to="/app/flows">{texts.flows}</Link>
        <Link to="/app/conversations">{texts.conversations}</Link>
        <Link to="/app/models">{texts.models}</Link>
        <Link to="/app/costs">{texts.costs}</Link>
        <Link to="/app/websites">{texts.websites}</Link>
        <Link to="/app/privacy">{texts.privacy}</Link>
      </NavMenu>
      <AdminLocaleProvider locale={locale} timeZone={timeZone}>
        <main>
          <Outlet />
        </main>
      </AdminLocaleProvider>
    </AppProvider>
  );
}

/** Shopify's library throws responses that App Bridge needs to see, headers included. */
export function ErrorBoundary() {
  return boundary.error(useRouteError());
}

export const headers: HeadersFunction = (headersArgs) => boundary.headers(headersArgs);
