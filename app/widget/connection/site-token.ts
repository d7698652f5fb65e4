/** Milliseconds that a token must still be good for. */
const MARGIN_MS = 30_000;

/** What the tag of a website's own script says about the token that the website's server signed. */
export interface SiteTokenSource {
  token?: string | undefined;
  /** Where the page gets one, by its own cookies; answered with the token as text. */
  tokenUrl?: string | undefined;
}

let ofThisPage: (() => Promise<string>) | undefined;

/** The page's own, which has one source. Rejects as fetch does. */
export function siteToken(source: SiteTokenSource): Promise<string> {
  ofThisPage ??= createSiteToken(source);
  return ofThisPage();
}

/** Gives the website's token, a new one where the last has run out and there is an address for it. Rejects as fetch does. */
export function createSiteToken({ token = "", tokenUrl }: SiteTokenSource): () => Promise<string> {
  let known = token;
  return async () => {
    if (!tokenUrl || expiryOf(known) - MARGIN_MS > Date.now()) return known;
    const response = await fetch(tokenUrl, { credentials: "same-origin", cache: "no-store" });
    if (!response.ok) throw new TypeError(`The website's token could not be had: ${response.status}`);
    known = (await response.text()).trim();
    return known;
  };
}

/** Milliseconds since the epoch; 0 for what is no JWT. */
function expiryOf(token: string): number {
  try {
    const payload = token.split(".")[1] ?? "";
    return JSON.parse(atob(payload.replace(/-/g, "+").replace(/_/g, "/"))).exp * 1000;
  } catch {
    return 0;
  }
}
