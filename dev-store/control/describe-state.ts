import type { ControlOptions } from "./control-options";

/** Everything about the store that a test may want to know, and no token. */
export function describeState({ context, faults, log }: ControlOptions) {
  const { config, data, state, oauth } = context;
  const { current } = state;
  return {
    shop: config.shop,
    url: config.url,
    appUrl: config.appUrl,
    apiKey: config.apiKey,
    installed: current.installation !== null,
    installedAt: current.installation?.installedAt ?? null,
    scopes: current.installation?.scopes ?? [],
    validTokens: current.tokens.filter(({ accessToken }) => oauth.findGrant(accessToken)).length,
    protectedDataApproved: current.protectedDataApproved,
    embed: current.embed,
    proxy: current.proxy,
    fault: faults.current,
    scriptTags: current.scriptTags,
    webhookSubscriptions: current.webhookSubscriptions,
    metafields: current.metafields,
    counts: {
      products: data.products.length,
      variants: data.products.reduce((count, { variants }) => count + variants.length, 0),
      collections: data.collections.length,
      customers: data.customers.length,
      orders: data.orders.length,
      policies: data.policies.length,
      pages: data.pages.length,
      articles: data.articles.length,
      carts: Object.keys(current.carts).length,
      adminApiRequests: log.requests.length,
    },
    problems: data.problems,
  };
}
