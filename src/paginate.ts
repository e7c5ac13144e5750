import type { ApiPromise, Read, Unusable } from './api-promise.js';
import { checkPositive, isObject, ownCopy } from './checks.js';

/** One page of a list. Iterate over it for its items. */
export interface Page<T> extends Iterable<T> {
  readonly items: readonly T[];
  /** Number of items in all pages, as Kobble stated it last, if it did. */
  readonly total: number | undefined;
  /** Number of items before this page, counted from the `offset` of the query. What Kobble states is not used. */
  readonly offset: number;
  /** Maximum number of items in a page, as Kobble states it or as the query asked. The default is not documented. */
  readonly limit: number | undefined;
  /**
   * Loads the next page with the query, options and signal of the first, and a deadline of its own. Returns undefined
   * if this is the last one: the total is reached, or, if no total is stated, a page is empty or the same as the one
   * before.
   *
   * @throws DecodeError with code `incomplete_list` if the list ends before its total, or if there is no total after
   * 10 000 pages; and what every call throws.
   */
  nextPage(): Promise<Page<T> | undefined>;
}

/** All items of a list, to iterate over with `for await`, or as an array. */
export interface ListItems<T> {
  [Symbol.asyncIterator](): AsyncIterator<T>;
  /**
   * Loads pages until there are `limit` items, or no more, and returns them. (The `limit` of a query is that of one page.)
   * There is no default: an array of all items of a long list does not fit into memory, so iterate over that.
   *
   * @throws TypeError if `limit` is not above 0, and what the call or `nextPage()` throws. There are no items then.
   * @example const cards = await kobble.cards.list({ limit: 100 }).toArray({ limit: 1_000 });
   */
  toArray(options: { readonly limit: number }): Promise<T[]>;
}

/** A page to await, or all items to iterate over: `for await (const card of kobble.cards.list())`. */
export interface PagePromise<T> extends ApiPromise<Page<T>>, ListItems<T> {}

/** A list without pages, to await or to iterate over with `for await`. */
export interface ListPromise<T> extends ApiPromise<T[]>, ListItems<T> {}

/** Paging parameters of Kobble's lists. */
interface PagingQuery {
  readonly offset?: number | undefined;
  readonly limit?: number | undefined;
}

/** Calls the list, and makes a page of its response by `read`. */
type Load<T, Q> = (query: Q, read: Read<readonly T[], Page<T>>) => ApiPromise<Page<T>>;

/** Most pages of a walk without a total. A server that ignores the offset, and changes its page each time, has no end. */
const MAX_PAGES = 10_000;

/** Makes a {@link PagePromise} of the function that loads one page. An iteration requests no offset twice. */
export function paginate<T, Q extends PagingQuery>(load: Load<T, Q>, query: Q): PagePromise<T> {
  const own = isObject(query) && !(Symbol.iterator in query) ? ownCopy(query) : query; // another kind is refused later
  return loadPage(load, own, { text: undefined, total: undefined, pages: 0 });
}

/** Makes a {@link ListPromise} of the function that loads a list. */
export function iterable<T>(load: (read: Read<readonly T[], T[]>) => ApiPromise<T[]>): ListPromise<T> {
  const list = load((items, { headers }, unusable) => {
    const total = count(headers, 'x-total-count');
    if (total !== undefined && items.length < total) throw incomplete(unusable, items.length, total);
    return [...items];
  });
  return withItems(list, async function* () {
    yield* await list;
  });
}

/** Adds to a promise what gives all items of its list. */
const withItems = <T, P extends Promise<unknown>>(list: P, iterate: () => AsyncGenerator<T>): P & ListItems<T> =>
  Object.assign(list, {
    [Symbol.asyncIterator]: iterate,
    async toArray(options?: { limit: number }) {
      const items: T[] = [];
      await list; // before the check: its failure would otherwise be unhandled
      const limit = checkPositive('limit', options?.limit);
      for await (const item of iterate()) if (items.push(item) >= limit) break;
      return items;
    },
  });

/** The pages before: the text of the last one, the total that was stated last, and their number. */
interface Previous {
  readonly text: string | undefined;
  readonly total: number | undefined;
  readonly pages: number;
}

function loadPage<T, Q extends PagingQuery>(load: Load<T, Q>, query: Q, previous: Previous): PagePromise<T> {
  const page = load(query, (received, { headers, text }, unusable) => {
    const items = text === previous.text ? [] : received; // a server that ignores the offset repeats its page
    const total = count(headers, 'x-total-count') ?? previous.total;
    const offset = toNumber(query.offset);
    const next = offset + items.length;
    const pages = previous.pages + 1;
    const isEmpty = items.length === 0;
    if (pages > 1 && isEmpty && total !== undefined && next < total) throw incomplete(unusable, next, total);
    return {
      items,
      total,
      offset,
      limit: count(headers, 'x-limit') ?? query.limit,
      nextPage: async () => {
        if (total === undefined ? isEmpty : next >= total) return undefined;
        if (isEmpty && total !== undefined) throw incomplete(unusable, next, total);
        if (total === undefined && pages >= MAX_PAGES) throw endless(unusable);
        return loadPage(load, Object.assign(ownCopy(query), { offset: next }), { text, total, pages });
      },
      [Symbol.iterator]: () => items[Symbol.iterator](),
    };
  });
  return withItems(page, () => iterate(page));
}

const incomplete = (unusable: Unusable, seen: number, total: number): Error =>
  unusable('incomplete_list', `the list ended after ${seen} of ${total} items`);

const endless = (unusable: Unusable): Error =>
  unusable('incomplete_list', `the list has no total and no end after ${MAX_PAGES} pages`);

async function* iterate<T>(first: PromiseLike<Page<T>>): AsyncGenerator<T, void, undefined> {
  for (let page: Page<T> | undefined = await first; page !== undefined; page = await page.nextPage()) yield* page.items;
}

/** Text, which a caller without types may give, would be joined and not added. */
const toNumber = (offset: unknown): number => Number(offset ?? 0);

function count(headers: Headers, name: string): number | undefined {
  const value = headers.get(name);
  return value !== null && /^\d+$/.test(value) ? Number(value) : undefined;
}
