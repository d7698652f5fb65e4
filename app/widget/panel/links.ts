import { el } from "./dom";

/**
 * Which addresses the chat may link to. Its cards and sources lead to the shop's own places: this page's host, the shop's
 * permanent domain and its storefront. A reply's text may lead there too, to mail, and to where a parcel is tracked.
 * Everything else stays text.
 */
export interface Links {
  /** Counts the host of this address among the shop's own. */
  own(url: string): void;
  /** Lets replies lead to the host of this address. */
  trust(url: string | null): void;
  /** The address for a reply's text to link to, or null. */
  resolve(href: string): URL | null;
  /** The address when it is one of the shop's own, else null. */
  resolveOwn(href: string): URL | null;
}

export function createLinks(base: string, shop: string): Links {
  const page = new URL(base);
  const ownHosts = new Set([page.host, shop]);
  const trustedHosts = new Set<string>();

  function add(hosts: Set<string>, url: string | null): void {
    const address = url === null ? null : parseWebAddress(url, base);
    if (address) hosts.add(address.host);
  }

  return {
    own: (url) => add(ownHosts, url),
    trust: (url) => add(trustedHosts, url),
    resolve(href) {
      if (/^mailto:[^\s?%,]+@[^\s?%,]+$/i.test(href)) return new URL(href);
      const address = parseWebAddress(href, base);
      if (!address || !(ownHosts.has(address.host) || trustedHosts.has(address.host))) return null;
      return address.host === page.host && SIGN_IN.test(address.pathname) ? leadBack(address, page) : address;
    },
    resolveOwn(href) {
      const address = parseWebAddress(href, base);
      return address && ownHosts.has(address.host) ? address : null;
    },
  };
}

const SIGN_IN = /\/account\/login\/?$/;

/** The store's sign-in page, which afterwards returns to where the shopper is. */
export function leadBack(signIn: URL, page: Pick<URL, "pathname" | "search">): URL {
  const address = new URL(signIn);
  address.searchParams.set("return_url", page.pathname + page.search);
  return address;
}

/** An http(s) address without credentials in it; null for everything else. */
export function parseWebAddress(href: string, base: string): URL | null {
  if (!URL.canParse(href, base)) return null;
  const url = new URL(href, base);
  return /^https?:$/.test(url.protocol) && !url.username && !url.password ? url : null;
}

/** An anchor to an address that is already known to be good; other sites open beside the store. */
export function anchor(url: URL, ...content: (Node | string)[]): HTMLAnchorElement {
  const element = el("a", { href: url.href }, ...content);
  if (url.host !== location.host && url.protocol !== "mailto:") {
    element.target = "_blank";
    element.rel = "noopener noreferrer";
  }
  return element;
}
