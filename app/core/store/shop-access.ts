export interface ScriptTag {
  id: string;
  src: string;
  createdAt: string;
}

/** What a shop's platform lets the app do about its own installation. Failures are VendorErrors. */
export interface ShopAccess {
  /** The id of this installation; null when the platform does not tell. */
  findInstallationId(shop: string): Promise<string | null>;
  /** Whether the platform still accepts our token. False for a shop without one; throws when there was no answer. */
  isInstalled(shop: string): Promise<boolean>;
  /** Script tags of this app, whoever made them. */
  listScriptTags(shop: string): Promise<ScriptTag[]>;
  /** "refused" with the platform's reason where script tags are no longer accepted. */
  createScriptTag(
    shop: string,
    src: string,
  ): Promise<{ status: "created" } | { status: "refused"; reason: string }>;
  deleteScriptTag(
    shop: string,
    id: string,
  ): Promise<{ status: "deleted" } | { status: "refused"; reason: string }>;
  /** Whether the app embed is switched on in the published theme; null when that cannot be read. */
  findEmbedState(shop: string): Promise<boolean | null>;
  /** Keeps the scopes that the merchant granted or took back. */
  updateScopes(shop: string, scopes: string[]): Promise<void>;
  /** Removes every session, and with them the tokens. */
  removeSessions(shop: string): Promise<void>;
}
