/**
 * A long list of which a template sees a window at a time: the first fifty, as on Shopify, until `{% paginate %}`
 * moves the window. Items are converted only when they are looped over.
 */
export interface PagedList<T> extends Iterable<T> {
  total: number;
  readonly size: number;
  readonly first: T | undefined;
  moveTo(offset: number, limit: number): void;
}

const WINDOW_WITHOUT_PAGINATION = 50;

export function createPagedList<S, T>(source: S[], convert: (item: S) => T): PagedList<T> {
  let offset = 0;
  let limit = WINDOW_WITHOUT_PAGINATION;
  const visible = () => source.slice(offset, offset + limit);
  return {
    total: source.length,
    get size() {
      return visible().length;
    },
    get first() {
      const item = visible()[0];
      return item === undefined ? undefined : convert(item);
    },
    moveTo(newOffset, newLimit) {
      offset = newOffset;
      limit = newLimit;
    },
    *[Symbol.iterator]() {
      for (const item of visible()) yield convert(item);
    },
  };
}

export function isPagedList(value: unknown): value is PagedList<unknown> {
  return typeof value === "object" && value !== null && "moveTo" in value && "total" in value;
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
