import { ask } from "./parent-link.js";

const SPARE_SECONDS = 10;
let token = null;

/** A session token that is valid for some seconds more; the admin mints a new one when it is not. */
export async function idToken() {
  if (!token || expiryOf(token) - SPARE_SECONDS < Date.now() / 1000) token = await ask("idToken");
  return token;
}

function expiryOf(jwt) {
  const payload = jwt.split(".")[1].replaceAll("-", "+").replaceAll("_", "/");
  return JSON.parse(atob(payload)).exp;
}

/** Requests to the app's own origin carry the token, as App Bridge does it. */
export function patchFetch(redirect) {
  const plainFetch = window.fetch;
  window.fetch = async (input, init) => {
    const request = new Request(input, init);
    if (new URL(request.url).origin !== location.origin || request.headers.has("authorization")) {
      return plainFetch(input, init);
    }
    const spare = request.clone();
    const response = await plainFetch(await withToken(request));
    const reauthorize = response.headers.get("x-shopify-api-request-failure-reauthorize-url");
    if (reauthorize) redirect(new URL(reauthorize, location.href).href, "_top");
    if (!response.headers.has("x-shopify-retry-invalid-session-request")) return response;
    token = null;
    return plainFetch(await withToken(spare));
  };
}

async function withToken(request) {
  const headers = new Headers(request.headers);
  headers.set("authorization", `Bearer ${await idToken()}`);
  headers.set("x-requested-with", "XMLHttpRequest");
  return new Request(request, { headers });
}

/** The app's bounce page asks for the document again, with a token that is fresh. */
export async function reloadWithToken(target) {
  const url = new URL(target, location.href);
  if (url.origin !== location.origin) return;
  url.searchParams.set("id_token", await idToken());
  location.replace(url);
}
