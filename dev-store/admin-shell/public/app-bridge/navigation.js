import { on, tell } from "./parent-link.js";

const ADMIN = /^shopify:\/*admin(\/.*)?$/i;
/** Parameters that the admin adds to the frame's first address; they are not part of the app's path. */
const FRAME_PARAMETERS = [
  "hmac",
  "locale",
  "session",
  "id_token",
  "shop",
  "timestamp",
  "host",
  "embedded",
  "protocol",
];

/** Leaves the frame: the admin decides what the address means there. */
export function redirect(url, target) {
  tell("redirect", { url: String(url), target });
}

export function watchNavigation(config) {
  for (const name of ["pushState", "replaceState"]) {
    const plain = history[name].bind(history);
    history[name] = (...parameters) => {
      plain(...parameters);
      reportLocation();
    };
  }
  addEventListener("popstate", reportLocation);
  const plainOpen = window.open.bind(window);
  window.open = (url, target, features) => {
    if (!leavesFrame(url, target, config)) return plainOpen(url, target, features);
    redirect(new URL(url, location.href).href, target);
    return null;
  };
  document.addEventListener("click", (event) => followLink(event, config), true);
  on("navigate", ({ href }) => navigateTo(href));
  reportLocation();
}

export function reportLocation() {
  const query = new URLSearchParams(location.search);
  for (const name of FRAME_PARAMETERS) query.delete(name);
  const search = query.size > 0 ? `?${query}` : "";
  tell("location", { path: location.pathname + search, title: document.title });
}

function followLink(event, config) {
  const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement && node.href);
  if (!link || !leavesFrame(link.getAttribute("href"), link.target, config)) return;
  event.preventDefault();
  redirect(link.href, link.target || "_top");
}

/** Addresses of the admin and of the shop, and whatever is to replace the whole page. */
function leavesFrame(url, target, { shop }) {
  if (!url) return false;
  if (ADMIN.test(String(url))) return true;
  const { host } = new URL(url, location.href);
  return host === "admin.shopify.com" || host === shop || target === "_top" || target === "_parent";
}

/** Goes to a page of the app: through its own link where it has one, so that the app's router takes it. */
export function navigateTo(href) {
  const link = [...document.querySelectorAll("ui-nav-menu a, s-app-nav a, s-app-nav s-link")].find(
    (candidate) => candidate.getAttribute("href") === href,
  );
  if (link) {
    link.click();
    return;
  }
  const anchor = document.createElement("a");
  anchor.href = href;
  document.body.append(anchor);
  anchor.dispatchEvent(new CustomEvent("shopify:navigate", { bubbles: true }));
  anchor.remove();
}
