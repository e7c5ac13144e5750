import { mapData, type ApiPromise } from './api-promise.js';
import { DecodeError } from './errors.js';

/** One page of a list, and the way to the next. */
export interface Page<T> {
  readonly items: readonly T[];
  /** How many there are in all, where Kobble says so. */
  readonly total: number | undefined;
  /** How many came before this page. */
  readonly offset: number;
  /** How many a page holds at most, as Kobble says or the query asked; the default is not documented. */
  readonly limit: number | undefined;
  /** The page after this one; undefined where this is the last. */
  nextPage(): Promise<Page<T> | undefined>;
}

/** A page to await, or all items to walk: `for await (const card of kobble.cards.list())`. */
export interface PagePromise<T> extends ApiPromise<Page<T>> {
  [Symbol.asyncIterator](): AsyncIterator<T>;
}

/** The paging parameters of Kobble's lists. */
interface PagingQuery {
  readonly offset?: number | undefined;
  readonly limit?: number | undefined;
}

/** Makes a paging list of the call that loads one page. Walking it asks for no offset twice. */
export function paginate<T, Q extends PagingQuery>(
  load: (query: Q) => ApiPromise<readonly T[]>,
  query: Q,
): PagePromise<T> {
  const page = mapData(load(query), (items, { headers }) => toPage(items, headers, load, query));
  return Object.assign(page, { [Symbol.asyncIterator]: () => walk(page) });
}

function toPage<T, Q extends PagingQuery>(
  items: readonly T[],
  headers: Headers,
  load: (query: Q) => ApiPromise<readonly T[]>,
  query: Q,
): Page<T> {
  if (!Array.isArray(items)) {
    throw new DecodeError('a list was answered with something else', { code: 'unexpected_body', outcome: 'unknown' });
  }
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

async function* walk<T>(first: PromiseLike<Page<T>>): AsyncGenerator<T, void, undefined> {
  for (let page: Page<T> | undefined = await first; page !== undefined; page = await page.nextPage()) yield* page.items;
}

function count(headers: Headers, name: string): number | undefined {
  const value = headers.get(name);
  return value !== null && /^\d+$/.test(value) ? Number(value) : undefined;
}
