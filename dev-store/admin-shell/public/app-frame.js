import { resolveAddress } from "./admin-address.js";
import { confirmDiscard } from "./confirm.js";
import { hideToast, showToast } from "./toasts.js";

const MARK = "app-bridge-stand-in";
const find = (name) => document.querySelector(`[data-${name}]`);

/** Answers and shows what the framed app asks for. Messages of any other window or origin are not heard. */
export function listenToApp(frame, confirmLeaving) {
  const { appFrame: shellPath, appOrigin, shop } = frame.dataset;
  const tell = (type, detail = {}) =>
    frame.contentWindow.postMessage({ mark: MARK, type, ...detail }, appOrigin);
  const saveBar = setUpSaveBar(tell);

  const answers = {
    idToken: async () => (await fetchJson(`${shellPath}/session-token`, { method: "POST" })).token,
    extensions: () => fetchJson(`${shellPath}/extensions.json`),
    scopes: () => fetchJson(`${shellPath}/scopes.json`),
    user: async () => ({ accountAccess: "Full access" }),
    /** Never answered when the person stays: the app goes on waiting, as it does in Shopify's admin. */
    leaveConfirmation: () => new Promise((leave) => confirmLeaving().then((goes) => goes && leave())),
  };
  const messages = {
    async request({ request, name, detail }) {
      try {
        tell("answer", { request, value: await answers[name](detail) });
      } catch (error) {
        tell("answer", { request, error: error.message });
      }
    },
    location({ path, title }) {
      history.replaceState(null, "", shellPath + path);
      if (title) document.title = title;
      markCurrent(path);
    },
    nav: ({ items }) => showNavigation(items, shellPath),
    "title-bar": (bar) => showTitleBar(bar, tell),
    "save-bar": saveBar.show,
    toast: (toast) => showToast(toast, (id, event) => tell("toast-event", { id, event })),
    "toast-hide": ({ id }) => hideToast(id),
    loading: ({ isLoading }) => {
      find("loading").hidden = !isLoading;
    },
    redirect({ url, target }) {
      const address = resolveAddress(url, shop);
      if (!address) return;
      if (target === "_blank") open(address, "_blank", "noopener");
      else location.assign(address);
    },
  };

  addEventListener("message", ({ source, origin, data }) => {
    if (source !== frame.contentWindow || origin !== appOrigin || data?.mark !== MARK) return;
    messages[data.type]?.(data);
  });
  // Loaded only now: what the app says first must not be missed.
  frame.src = frame.dataset.src;
  document.querySelector(".side").addEventListener("click", async (event) => {
    const link = event.target.closest("a");
    if (!link) return;
    const isAppPage = link.matches("[data-app-nav] a, [data-app-home]");
    if (!isAppPage && !saveBar.isShowing()) return;
    event.preventDefault();
    if (saveBar.isShowing() && !(await confirmLeaving())) return;
    saveBar.show({ showing: false });
    if (isAppPage) tell("navigate", { href: link.dataset.href ?? "/app" });
    else location.assign(link.href);
  });
}

function setUpSaveBar(tell) {
  const bar = find("save-bar");
  const [save, discard] = [find("save"), find("discard")];
  let asksBeforeDiscard = false;
  save.addEventListener("click", () => tell("save-bar-action", { action: "save" }));
  discard.addEventListener("click", async () => {
    if (asksBeforeDiscard && !(await confirmDiscard())) return;
    tell("save-bar-action", { action: "discard" });
  });
  return {
    isShowing: () => !bar.hidden,
    show({
      showing,
      discardConfirmation = false,
      saveDisabled = false,
      discardDisabled = false,
      loading = false,
    }) {
      bar.hidden = !showing;
      asksBeforeDiscard = discardConfirmation;
      save.disabled = saveDisabled || loading;
      save.textContent = loading ? "Saving…" : "Save";
      discard.disabled = discardDisabled || loading;
    },
  };
}

function showNavigation(items, shellPath) {
  find("app-nav")?.replaceChildren(
    ...items.map(({ href, label }) => {
      const link = document.createElement("a");
      link.href = shellPath + href;
      link.dataset.href = href;
      link.textContent = label;
      const entry = document.createElement("li");
      entry.append(link);
      return entry;
    }),
  );
  markCurrent(location.pathname.slice(shellPath.length));
}

function markCurrent(path) {
  const pathname = path.split("?")[0];
  const links = [...document.querySelectorAll("[data-app-nav] a")];
  const isCurrent = (link) => pathname === link.dataset.href || pathname.startsWith(`${link.dataset.href}/`);
  const current = links.find(isCurrent) ?? find("app-home");
  for (const link of [find("app-home"), ...links]) {
    if (link === current) link?.setAttribute("aria-current", "page");
    else link?.removeAttribute("aria-current");
  }
}

function showTitleBar({ title, actions }, tell) {
  if (title) find("title").textContent = title;
  const buttons = actions.map((action) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = action.variant === "primary" ? "button button--primary" : "button";
    if (action.tone === "critical") button.classList.add("button--danger");
    button.textContent = action.label;
    button.disabled = action.disabled;
    button.addEventListener("click", () => tell("title-bar-action", { index: action.index }));
    return { button, isBreadcrumb: action.variant === "breadcrumb" };
  });
  find("breadcrumb").replaceChildren(...buttons.filter((one) => one.isBreadcrumb).map((one) => one.button));
  find("actions").replaceChildren(...buttons.filter((one) => !one.isBreadcrumb).map((one) => one.button));
}

async function fetchJson(url, options) {
  const response = await fetch(url, options);
  if (!response.ok) throw new Error(`The admin answered ${response.status}.`);
  return response.json();
}
