/** What later.ts holds; it says so itself, so that nothing that waits for it has to import it. */
// biome-ignore lint/suspicious/noEmptyInterface: filled in by later.ts
export interface Later {}

/** Where the rest of an open panel comes from: the panel's entry knows the file. `bring` rejects where it does not arrive. */
export const later = {} as { bring(): Promise<Later> };
