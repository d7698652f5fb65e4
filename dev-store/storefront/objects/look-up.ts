import { Drop } from "liquidjs";

/** `collections['handle']`, and a loop over those that are listed. */
export class LookUp extends Drop {
  constructor(
    private readonly find: (handle: string) => unknown,
    private readonly listed: () => string[],
  ) {
    super();
  }
  get size(): number {
    return this.listed().length;
  }
  override liquidMethodMissing(key: string | number): unknown {
    return this.find(String(key));
  }
  *[Symbol.iterator]() {
    for (const handle of this.listed()) yield this.find(handle);
  }
}
