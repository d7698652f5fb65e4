/**
 * Which addresses a reply may link to: this store, its permanent domain, mail, and hosts that cards and sources of the
 * conversation led to. Everything else stays text.
 */
export interface Links {
  /** Lets the host of a card's or source's address through from now on. */
  trust(url: string | null): void;
  /** The address to link to, or null. */
  resolve(href: string): URL | null;
}

export function createLinks(base: string, shop: string): Links {
  const hosts = new Set([new URL(base).host, shop]);
  return {
    trust(url) {
      const address = url === null ? null : parseWebAddress(url, base);
      if (address) hosts.add(address.host);
    },
    resolve(href) {
      if (/^mailto:[^\s?]+@[^\s?]+$/i.test(href)) return new URL(href);
      const address = parseWebAddress(href, base);
      if (!address || !hosts.has(address.host)) return null;
      const page = new URL(base);
      return address.host === page.host && SIGN_IN.test(address.pathname) ? leadBack(address, page) : address;
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
  const isWeb = url.protocol === "https:" || url.protocol === "http:";
  return isWeb && !url.username && !url.password ? url : null;
}

/** An anchor to an address that is already known to be good; other sites open beside the store. */
export function anchor(url: URL, ...content: (Node | string)[]): HTMLAnchorElement {
  const element = document.createElement("a");
  element.href = url.href;
  if (url.host !== location.host && url.protocol !== "mailto:") {
    element.target = "_blank";
    element.rel = "noopener noreferrer";
  }
  element.append(...content);
  return element;
}
