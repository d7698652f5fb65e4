export const SHOP_PROFILE_QUERY = `#graphql
  query AisleShopProfile {
    shop {
      name
      currencyCode
      ianaTimezone
      contactEmail
      myshopifyDomain
      primaryDomain { url }
    }
  }
`;

export const INSTALLATION_QUERY = `#graphql
  query AisleInstallation {
    currentAppInstallation {
      id
      accessScopes { handle }
    }
  }
`;

export const THEME_SETTINGS_QUERY = `#graphql
  query AisleThemeSettings {
    themes(first: 1, roles: [MAIN]) {
      nodes {
        files(filenames: ["config/settings_data.json"], first: 1) {
          nodes { body { ... on OnlineStoreThemeFileBodyText { content } } }
        }
      }
    }
  }
`;
