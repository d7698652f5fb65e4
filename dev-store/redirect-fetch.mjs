/**
 * `node --import ./dev-store/redirect-fetch.mjs …` runs an unmodified app against the simulated store: whatever its
 * libraries fetch from https://*.myshopify.com goes to http://127.0.0.1:$DEV_STORE_PORT, the host that was meant in
 * `X-Forwarded-Host`. Everything else passes untouched. A fetch that is installed later is redirected as well.
 */
const SHOP_HOST = /^[a-z0-9][a-z0-9-]*\.myshopify\.com$/i;

function redirect(fetch) {
  return function fetchFromSimulatedStore(input, init) {
    const url = findShopUrl(input instanceof Request ? input.url : String(input));
    if (!url) return fetch(input, init);
    const target = `http://127.0.0.1:${process.env.DEV_STORE_PORT ?? "4000"}${url.pathname}${url.search}`;
    const headers = new Headers(init?.headers ?? (input instanceof Request ? input.headers : undefined));
    headers.set("x-forwarded-host", url.host);
    if (!(input instanceof Request)) return fetch(target, { ...init, headers });
    const body = input.body ? { body: input.body, duplex: "half" } : {};
    const { method, redirect, signal } = input;
    return fetch(target, { method, redirect, signal, ...body, ...init, headers });
  };
}

function findShopUrl(text) {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  return url.protocol === "https:" && SHOP_HOST.test(url.hostname) ? url : null;
}

let current = redirect(globalThis.fetch);
Object.defineProperty(globalThis, "fetch", {
  configurable: true,
  enumerable: true,
  get: () => current,
  set: (fetch) => {
    current = redirect(fetch);
  },
});
