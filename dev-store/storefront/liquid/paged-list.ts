import { Drop } from "liquidjs";

const WINDOW_WITHOUT_PAGINATION = 50;

/**
 * A long list of which a template sees a window at a time: the first fifty, as on Shopify, until `{% paginate %}`
 * moves the window. Items are converted only when they are looked at. To filters it is an array.
 */
export class PagedList<T> extends Drop implements Iterable<T> {
  readonly total: number;
  private offset = 0;
  private limit = WINDOW_WITHOUT_PAGINATION;

  constructor(
    private readonly itemAt: (index: number) => T,
    total: number,
  ) {
    super();
    this.total = total;
  }
  get size(): number {
    return Math.max(0, Math.min(this.limit, this.total - this.offset));
  }
  get first(): T | undefined {
    return this.size > 0 ? this.itemAt(this.offset) : undefined;
  }
  get last(): T | undefined {
    return this.size > 0 ? this.itemAt(this.offset + this.size - 1) : undefined;
  }
  moveTo(offset: number, limit: number): void {
    this.offset = offset;
    this.limit = limit;
  }
  *[Symbol.iterator]() {
    for (let at = 0; at < this.size; at++) yield this.itemAt(this.offset + at);
  }
  override valueOf(): T[] {
    return [...this];
  }
  override liquidMethodMissing(key: string | number): T | undefined {
    return typeof key === "number" ? [...this].at(key) : undefined;
  }
  toJSON(): T[] {
    return [...this];
  }
}

export function createPagedList<S, T>(source: S[], convert: (item: S) => T): PagedList<T> {
  return new PagedList((index) => convert(source[index] as S), source.length);
}

export function isPagedList(value: unknown): value is PagedList<unknown> {
  return value instanceof PagedList;
}

export interface PaginatePart {
  title: string;
  url: string;
  is_link: boolean;
}

/** The `paginate` object of the list's page `page`, counted from 1; `hrefOf` gives a page's address. */
export function describePages(
  total: number,
  pageSize: number,
  page: number,
  hrefOf: (page: number) => string,
) {
  const pages = Math.max(1, Math.ceil(total / pageSize));
  const current = Math.min(Math.max(1, page), pages);
  const link = (title: string, target: number): PaginatePart => ({
    title,
    url: hrefOf(target),
    is_link: true,
  });
  return {
    current_page: current,
    current_offset: (current - 1) * pageSize,
    items: total,
    page_size: pageSize,
    pages,
    previous: current > 1 ? link("Previous", current - 1) : null,
    next: current < pages ? link("Next", current + 1) : null,
    parts: shownPages(current, pages).map((number): PaginatePart => {
      if (number === null) return { title: "…", url: "", is_link: false };
      return number === current
        ? { title: String(number), url: "", is_link: false }
        : link(String(number), number);
    }),
  };
}

/** The first, the last and those around the current one; null where some are left out. */
function shownPages(current: number, pages: number): (number | null)[] {
  const numbers = [...new Set([1, current - 1, current, current + 1, pages])].filter(
    (n) => n >= 1 && n <= pages,
  );
  return numbers
    .sort((a, b) => a - b)
    .flatMap((number, index) => {
      const previous = numbers[index - 1];
      return previous !== undefined && number - previous > 1 ? [null, number] : [number];
    });
}
