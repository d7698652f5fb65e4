import { existsSync } from "node:fs";
import { basename } from "node:path";
import type { Workshop } from "./workshop";

/** Public themes of different build: Shopify's reference, its newest with theme blocks, its barest, and one on Bootstrap. */
const PUBLIC_THEMES: Record<string, string> = {
  dawn: "https://github.com/Shopify/dawn.git",
  horizon: "https://github.com/Shopify/horizon.git",
  "skeleton-theme": "https://github.com/Shopify/skeleton-theme.git",
  "ks-bootshop": "https://github.com/kondasoft/ks-bootshop.git",
};

export interface FoundTheme {
  name: string;
  directory: string;
}

/**
 * The folders that `AISLE_THEMES` names (`/path/dawn:/path/horizon`), or else those of `names` that git can fetch now. What
 * is not found is told to `miss`.
 */
export async function findThemes(
  names: string[],
  workshop: Workshop,
  miss: (sentence: string) => void,
): Promise<FoundTheme[]> {
  const given = (process.env.AISLE_THEMES ?? "").split(":").filter(Boolean);
  if (given.length > 0) {
    const isTheme = (directory: string) => existsSync(`${directory}/layout/theme.liquid`);
    for (const directory of given.filter((path) => !isTheme(path)))
      miss(`There is no theme in ${directory}.`);
    return given
      .filter(isTheme)
      .map((directory) => ({ name: basename(directory), directory }))
      .filter(({ name }) => names.includes(name) || !Object.keys(PUBLIC_THEMES).includes(name));
  }
  const found: FoundTheme[] = [];
  for (const name of names) {
    try {
      found.push({ name, directory: await workshop.clone(name, PUBLIC_THEMES[name] ?? "") });
    } catch (error) {
      miss(
        `${name} could not be fetched (${(error as Error).message.split("\n")[0]}); AISLE_THEMES may name its folder.`,
      );
    }
  }
  return found;
}

export const THEME_NAMES = Object.keys(PUBLIC_THEMES);
