import type { Assortment } from "../assortment/assortment";
import { LookUp } from "./look-up";

const MOST_MENU_ITEMS = 5;

/** `linklists`: the store has one menu and one foot, whatever names a theme has for them. */
export function createMenus(assortment: Assortment, path: string) {
  const main = () => createMenu("main-menu", "Main menu", mainLinks(assortment), path);
  const footer = () => createMenu("footer", "Footer menu", FOOTER_LINKS, path);
  return new LookUp(
    (handle) => (handle === "main-menu" ? main() : /foot/.test(handle) ? footer() : null),
    () => ["main-menu", "footer"],
  );
}

interface Link {
  title: string;
  url: string;
}

const FOOTER_LINKS: Link[] = [
  { title: "Search", url: "/search" },
  { title: "News", url: "/blogs/news" },
];

function createMenu(handle: string, title: string, links: Link[], path: string) {
  const shown = links.map((link) => ({
    ...link,
    handle: link.url.split("/").at(-1) ?? "",
    type: link.url.startsWith("/collections/") ? "collection_link" : "http_link",
    object: null,
    links: [],
    levels: 0,
    active: link.url === path,
    child_active: false,
    current: link.url === path,
    child_current: false,
  }));
  return { handle, title, links: shown, levels: 1 };
}

function mainLinks(assortment: Assortment): Link[] {
  const collections = assortment.collections
    .filter((collection) => collection.handle !== "frontpage")
    .map(({ title, handle }) => ({ title, url: `/collections/${handle}` }));
  const links = collections.length > 0 ? collections : typesOf(assortment).map(linkToType);
  return [{ title: "Shop all", url: "/collections/all" }, ...links.slice(0, MOST_MENU_ITEMS)];
}

export function typesOf(assortment: Assortment): string[] {
  return [...new Set(assortment.products.map((product) => product.productType))].filter(Boolean);
}

function linkToType(type: string): Link {
  return { title: type, url: `/collections/types?q=${encodeURIComponent(type)}` };
}
