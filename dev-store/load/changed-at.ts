import { statSync } from "node:fs";
import { STORE_OPENED_AT } from "../model";

/** When a file was last written: the age of what it holds. The store's first day for one that does not exist. */
export function changedAt(path: string): string {
  const changed = statSync(path, { throwIfNoEntry: false })?.mtime;
  return changed ? wholeSecond(changed) : STORE_OPENED_AT;
}

/** Shopify dates changes to the second; what is finer would make a change newer than the date that the API shows. */
export function wholeSecond(time: Date): string {
  return new Date(Math.floor(time.getTime() / 1000) * 1000).toISOString();
}
