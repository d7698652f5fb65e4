import type { Page } from "playwright-core";

/**
 * What stands in the widget that its own code does not draw: elements and attributes that came out of a text, links to
 * hosts that are not allowed, pictures from elsewhere. Empty when there is none of it.
 * @param hosts that links and pictures may lead to
 */
export function findForeignMarkup(page: Page, hosts: string[]): Promise<string[]> {
  return page.evaluate((allowed) => {
    const ELEMENTS =
      "a,article,aside,b,br,button,circle,details,dialog,div,em,footer,form,h2,h3,header,img,input,label,li,ol,option,p,path,s,section,select,slot,span,strong,style,summary,sup,svg,textarea,time,ul";
    const isWebLink = (url: URL) =>
      (url.protocol === "https:" || url.protocol === "http:") && allowed.includes(url.host);
    const isAllowed = (address: string) =>
      URL.canParse(address) && (address.startsWith("mailto:") || isWebLink(new URL(address)));
    const found: string[] = [];
    const report = (what: string, element: Element) =>
      found.push(`${what}: ${element.outerHTML.slice(0, 120)}`);
    const root = document.querySelector("aisle-chat")?.shadowRoot;
    for (const element of root?.querySelectorAll("*") ?? []) {
      if (!element.matches(ELEMENTS)) report("element", element);
      for (const { name, value } of element.attributes) {
        if (/^on|^(srcdoc|srcset|action|formaction|background|xlink:href|ping|data)$/i.test(name)) {
          report(`attribute ${name}`, element);
        }
        if (
          /^(href|src)$/i.test(name) &&
          !isAllowed((element as HTMLAnchorElement & HTMLImageElement)[name as "href"])
        ) {
          report(`address ${value.slice(0, 80)}`, element);
        }
      }
    }
    return found.slice(0, 10);
  }, hosts);
}
