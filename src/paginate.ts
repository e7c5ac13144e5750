import type { ApiPromise } from './api-promise.js';

/** One page of a list. */
export interface Page<T> {
  readonly items: readonly T[];
  /** Number of items in all pages, if Kobble states it. */
  readonly total: number | undefined;
  /** Number of items before this page. */
  readonly offset: number;
  /** Maximum number of items in a page, as Kobble states it or as the query asked. The default is not documented. */
  readonly limit: number | undefined;
  /** Loads the next page. Returns undefined if this is the last one. */
  nextPage(): Promise<Page<T> | undefined>;
}

/** A page to await, or all items to iterate over: `for await (const card of kobble.cards.list())`. */
export interface PagePromise<T> extends ApiPromise<Page<T>> {
  [Symbol.asyncIterator](): AsyncIterator<T>;
}

/** Paging parameters of Kobble's lists. */
interface PagingQuery {
  readonly offset?: number | undefined;
  readonly limit?: number | undefined;
}

/** Calls the list, and makes a page of its response by `toPage`. */
type Load<T, Q> = (query: Q, toPage: (items: readonly T[], response: Response) => Page<T>) => ApiPromise<Page<T>>;

/** Makes a {@link PagePromise} of the function that loads one page. An iteration requests no offset twice. */
export function paginate<T, Q extends PagingQuery>(load: Load<T, Q>, query: Q): PagePromise<T> {
  const page = load(query, (items, { headers }) => toPage(items, headers, load, query));
  return Object.assign(page, { [Symbol.asyncIterator]: () => iterate(page) });
}

function toPage<T, Q extends PagingQuery>(items: readonly T[], headers: Headers, load: Load<T, Q>, query: Q): Page<T> {
  const total = count(headers, 'x-total-count');
  const offset = query.offset ?? 0;
  const limit = count(headers, 'x-limit') ?? query.limit;
  const next = offset + items.length;
  const isLast = items.length === 0 || (total === undefined ? items.length < (limit ?? 1) : next >= total);
  return {
    items,
    total,
    offset,
    limit,
    nextPage: async () => (isLast ? undefined : paginate(load, { ...query, offset: next })),
  };
}

async function* iterate<T>(first: PromiseLike<Page<T>>): AsyncGenerator<T, void, undefined> {
  for (let page: Page<T> | undefined = await first; page !== undefined; page = await page.nextPage()) yield* page.items;
}

function count(headers: Headers, name: string): number | undefined {
  const value = headers.get(name);
  return value !== null && /^\d+$/.test(value) ? Number(value) : undefined;
}
