import { requireEnvironment } from "~/env.server";
import { createLogger } from "~/lib/logger";
import { adminDesk, toHandoffRow } from "./admin-desk.server";
import { findModelTroubles } from "./model-desk.server";
import { connectedModelNames } from "./models.server";
import { EMBED_BLOCK, requireShopifyParts } from "./shopify.server";

/** Language, script and region, as Shopify's admin names them. */
const LOCALE = /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/;
const log = createLogger("admin");

/** What every page of the admin needs. `locale` is the admin's word on the person's language. */
export async function loadAdminFrame(shop: string, locale: string | null) {
  const { SHOPIFY_API_KEY, APP_BRIDGE_URL } = requireEnvironment();
  const known = await adminDesk().shops.findShop(shop);
  return {
    apiKey: SHOPIFY_API_KEY,
    appBridgeUrl: APP_BRIDGE_URL,
    locale: locale && LOCALE.test(locale) ? locale : "en",
    timeZone: known?.profile?.timezone ?? "UTC",
  };
}

export async function loadHome(shop: string) {
  const { access } = requireShopifyParts();
  const [known, newest, handoffs, embedOn, scriptTags, models, modelTroubles] = await Promise.all([
    adminDesk().shops.findShop(shop),
    adminDesk().conversations.listConversations(shop, null, 1),
    adminDesk().handoffs.listOpen(shop),
    access.findEmbedState(shop).catch(reportAsNull("embed")),
    access.listScriptTags(shop).catch(reportAsNull("script-tags")),
    connectedModelNames(shop),
    findModelTroubles(shop),
  ]);
  return {
    modelTroubles,
    setup: {
      embedOn,
      editorUrl: themeEditorUrl(shop),
      models,
      storefrontUrl: known?.profile?.storefrontUrl ?? `https://${shop}`,
      hasConversations: newest.length > 0,
    },
    embedBlock: EMBED_BLOCK,
    handoffs: handoffs.map(toHandoffRow),
    scriptTags,
  };
}

/** Opens the theme editor with our embed in view: https://shopify.dev/docs/apps/build/online-store/theme-app-extensions */
function themeEditorUrl(shop: string): string {
  const { SHOPIFY_API_KEY } = requireEnvironment();
  return `https://${shop}/admin/themes/current/editor?context=apps&activateAppId=${SHOPIFY_API_KEY}/${EMBED_BLOCK}`;
}

export async function addScriptTag(shop: string) {
  const src = `${requireEnvironment().SHOPIFY_APP_URL}/aisle.js`;
  const outcome = await requireShopifyParts()
    .access.createScriptTag(shop, src)
    .catch(reportAsNull("script-tag-create"));
  if (!outcome) return { status: "failed" as const };
  return outcome.status === "refused" ? { ...outcome, change: "add" as const } : outcome;
}

export async function removeScriptTag(shop: string, id: string) {
  const outcome = await requireShopifyParts()
    .access.deleteScriptTag(shop, id)
    .catch(reportAsNull("script-tag-delete"));
  if (!outcome) return { status: "failed" as const };
  return outcome.status === "refused" ? { ...outcome, change: "remove" as const } : outcome;
}

/** The page shows what could be read; what could not is said there, and logged here. */
function reportAsNull(step: string) {
  return (error: unknown): null => {
    log.warn({ step, error }, "The admin page could not read something from Shopify");
    return null;
  };
}
