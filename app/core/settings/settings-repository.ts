import type { BehaviourSettings } from "./settings";

/** Versions of a shop's settings. Older ones are kept, so that a conversation can be read as it was answered. */
export interface SettingsRepository {
  /** The settings in force, or the defaults as version 0. */
  load(shop: string): Promise<{ version: number; settings: BehaviourSettings }>;
  /** Stores a new version on top of `basedOn`; "stale" when somebody saved in between, and nothing was stored. */
  save(
    shop: string,
    basedOn: number,
    settings: BehaviourSettings,
  ): Promise<{ status: "saved"; version: number } | { status: "stale"; version: number }>;
}
