/**
 * What an address that an app asks for is here: pages of the admin and of the shop are this store's own,
 * whatever else is left as it is. `null` for what no browser should open.
 */
export function resolveAddress(url, shop) {
  const admin = /^shopify:\/*admin(\/.*)?$/i.exec(url);
  if (admin) return `/admin${admin[1] ?? ""}`;
  const target = new URL(url, location.href);
  const rest = target.pathname + target.search + target.hash;
  if (target.host === "admin.shopify.com") return `/admin${rest.replace(/^\/store\/[^/?#]+/, "")}`;
  if (target.host === shop) return rest;
  return /^https?:$/.test(target.protocol) ? target.href : null;
}
