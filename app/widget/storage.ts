/**
 * The browser's storage, where it may be used: private windows and strict settings block it, and the chat then remembers
 * no longer than the page lives.
 */
export interface Memory {
  get(key: string): string | null;
  /** Null forgets the key. */
  set(key: string, value: string | null): void;
}

/**
 * `open` is called on every use, since even naming a blocked storage throws. What it does not take, as when it is full, the
 * page keeps, before what may stand there of old.
 */
export function createMemory(open: () => Storage, prefix: string): Memory {
  const page = new Map<string, string | null>();
  return {
    get(key) {
      try {
        return page.has(key) ? (page.get(key) ?? null) : open().getItem(prefix + key);
      } catch {
        return null;
      }
    },
    set(key, value) {
      page.delete(key);
      try {
        if (value === null) open().removeItem(prefix + key);
        else open().setItem(prefix + key, value);
      } catch {
        page.set(key, value);
      }
    },
  };
}
