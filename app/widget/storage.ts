/**
 * The browser's storage, where it may be used: private windows and strict settings block it, and the chat then remembers
 * no longer than the page lives.
 */
export interface Memory {
  get(key: string): string | null;
  /** Null forgets the key. */
  set(key: string, value: string | null): void;
}

/** `open` is called on every use, since even naming a blocked storage throws. */
export function createMemory(open: () => Storage, prefix: string): Memory {
  const page = new Map<string, string | null>();
  return {
    get(key) {
      try {
        return open().getItem(prefix + key);
      } catch {
        return page.get(key) ?? null;
      }
    },
    set(key, value) {
      page.set(key, value);
      try {
        if (value === null) open().removeItem(prefix + key);
        else open().setItem(prefix + key, value);
      } catch {
        return;
      }
    },
  };
}
