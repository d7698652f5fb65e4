// A stand-in for Shopify's App Bridge, for apps that are framed by the simulated admin. It keeps to the contract of
// @shopify/app-bridge-types as far as an app like ours needs it; what is missing is undefined, so that it is noticed.
import { defineChromeElements } from "./chrome-elements.js";
import { defineModal, modal } from "./modal.js";
import { navigateTo, redirect, reportLocation, watchNavigation } from "./navigation.js";
import { ask, isEmbedded, on, tell } from "./parent-link.js";
import { defineSaveBar, saveBar } from "./save-bar.js";
import { idToken, patchFetch, reloadWithToken } from "./session-token.js";

const CONFIG_KEY = "app-bridge-config";
const toasts = new Map();
let lastToast = 0;

const query = new URLSearchParams(location.search);
const config = readConfig(document.currentScript);

const toast = {
  show(message, options = {}) {
    const id = String(++lastToast);
    const { duration = 5000, isError = false, action, onAction, onDismiss } = options;
    toasts.set(id, { onAction, onDismiss });
    tell("toast", { id, message: String(message), duration, isError, action });
    return id;
  },
  hide: (id) => tell("toast-hide", { id }),
};
on("toast-event", ({ id, event }) => {
  const known = toasts.get(id);
  if (event === "action") known?.onAction?.();
  if (event === "dismiss") known?.onDismiss?.();
  toasts.delete(id);
});

window.shopify = {
  config,
  origin: location.origin,
  ready: Promise.resolve(),
  environment: { mobile: false, embedded: isEmbedded, pos: false, intent: false },
  idToken,
  toast,
  loading: (isLoading = true) => tell("loading", { isLoading }),
  saveBar,
  modal,
  navigate: navigateTo,
  app: { extensions: () => ask("extensions") },
  scopes: {
    query: () => ask("scopes"),
    request: async () => ({ result: "declined-all", detail: await ask("scopes") }),
    revoke: async () => ({ detail: await ask("scopes") }),
  },
  user: () => ask("user"),
  reviews: {
    request: async () => ({
      success: false,
      code: "merchant-ineligible",
      message: "A simulated store has no reviews.",
    }),
  },
  webVitals: { onReport: async () => undefined },
  support: { registerHandler: async () => undefined },
};

defineSaveBar();
defineChromeElements();
defineModal();
if (isEmbedded) {
  patchFetch(redirect);
  watchNavigation(config);
  addEventListener("DOMContentLoaded", () => {
    reportLocation();
    new MutationObserver(reportLocation).observe(document.head, {
      childList: true,
      subtree: true,
      characterData: true,
    });
  });
  const reload = query.get("shopify-reload");
  if (reload) reloadWithToken(reload);
}

/** From the script element and the address; later pages of the frame have no parameters, so it is kept for the tab. */
function readConfig(script) {
  const storage = openStorage();
  const kept = JSON.parse(storage?.getItem(CONFIG_KEY) ?? "{}");
  const meta = document.querySelector('meta[name="shopify-api-key"]');
  const found = {
    apiKey: script?.dataset.apiKey ?? meta?.content ?? kept.apiKey,
    shop: query.get("shop") ?? kept.shop,
    host: query.get("host") ?? kept.host,
    locale: query.get("locale") ?? kept.locale ?? "en",
  };
  storage?.setItem(CONFIG_KEY, JSON.stringify(found));
  return found;
}

/** Null where the browser keeps storage from a frame of another site (an app on 127.0.0.1 in an admin on localhost). */
function openStorage() {
  try {
    return window.sessionStorage;
  } catch (error) {
    if (error instanceof DOMException && error.name === "SecurityError") return null;
    throw error;
  }
}
