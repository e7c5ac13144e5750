// Proves what a page contains, how the next one is found, and that an iteration ends and never asks for an offset twice.
import { describe, expect, it } from 'vitest';
import { failureOf } from '../support/failure.js';
import { inTurn, json, status, type Reply, type Sent } from '../support/replies.js';
import { setUp } from '../support/requests.js';
import { idle } from '../support/time.js';

const items = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: `card-${from + index}` }));
const offsets = (sent: readonly Sent[]) => sent.map(({ url }) => new URL(url).searchParams.get('offset'));
const queries = (sent: readonly Sent[]) => sent.map(({ url }) => new URL(url).search);

/** A server that holds so many cards; what it tells of them differs. */
function holding(count: number, told: readonly string[], pageSize = 10): Reply {
  return ({ url }) => {
    const query = new URL(url).searchParams;
    const offset = Number(query.get('offset') ?? 0);
    const limit = Number(query.get('limit') ?? pageSize);
    const all = { 'x-total-count': String(count), 'x-offset': String(offset), 'x-limit': String(limit) };
    const headers = Object.fromEntries(Object.entries(all).filter(([name]) => told.includes(name)));
    return json(items(offset, Math.max(0, Math.min(limit, count - offset))), 200, headers);
  };
}

async function walk<T>(list: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of list) all.push(item);
  return all;
}

const ALL = ['x-total-count', 'x-offset', 'x-limit'];

describe('a page', () => {
  it('tells its items, total, offset and limit', async () => {
    const { kobble, sent } = setUp({ api: holding(25, ALL) });
    const page = await kobble.cards.list({ offset: 10, limit: 5, order: 'asc' });
    expect(page).toMatchObject({ items: items(10, 5), total: 25, offset: 10, limit: 5 });
    expect(queries(sent)).toEqual(['?offset=10&limit=5&order=asc']);
  });

  it('tells what the query asked where the server tells nothing, and no more', async () => {
    const { kobble } = setUp({ api: holding(25, []) });
    expect(await kobble.cards.list({ limit: 5 })).toMatchObject({ total: undefined, offset: 0, limit: 5 });
    expect(await kobble.cards.list()).toMatchObject({ total: undefined, offset: 0, limit: undefined });
  });

  it.each(['', 'many', '-1', '2.5', '1e3'])('takes no total of %o', async (total) => {
    const { kobble } = setUp({ api: () => json(items(0, 3), 200, { 'x-total-count': total }) });
    expect((await kobble.cards.list()).total).toBeUndefined();
  });

  it('knows the next one, with the same query', async () => {
    const { kobble, sent } = setUp({ api: holding(25, ALL) });
    const query = { limit: 10, order: 'desc', from: '2026-01-01T00:00:00Z' } as const;
    const second = await (await kobble.cards.list(query)).nextPage();
    expect(second).toMatchObject({ items: items(10, 10), offset: 10 });
    const third = await second?.nextPage();
    expect(third).toMatchObject({ items: items(20, 5), offset: 20 });
    expect(await third?.nextPage()).toBeUndefined();
    expect(offsets(sent)).toEqual([null, '10', '20']);
    for (const { url } of sent) expect(url).toContain('limit=10&order=desc&from=2026-01-01T00%3A00%3A00Z');
  });

  it('comes with its response', async () => {
    const { kobble, sent } = setUp({ api: holding(3, ALL) });
    const { data, response } = await kobble.cards.list().withResponse();
    expect(data.items).toHaveLength(3);
    expect(response.headers.get('x-total-count')).toBe('3');
    expect(sent).toHaveLength(1);
  });

  it.each([{}, { items: [] }, { length: 3 }])('made of %o is a DecodeError', async (body) => {
    const { kobble } = setUp({ api: () => json(body) });
    const failure = { name: 'DecodeError', code: 'unexpected_body', outcome: 'unknown' };
    expect(await failureOf(kobble.cards.list())).toMatchObject(failure);
    expect(await failureOf(walk(kobble.transactions.list()))).toMatchObject(failure);
  });
});

describe('a walk', () => {
  it.each<[string, number, readonly string[], (string | null)[]]>([
    ['the total is known', 25, ALL, [null, '10', '20']],
    ['only the total is known', 25, ['x-total-count'], [null, '10', '20']],
    ['the total is a multiple of the page', 20, ALL, [null, '10']],
    ['only the limit is known: a short page may be capped', 25, ['x-limit'], [null, '10', '20', '25']],
    ['only the limit is known, and the last page is full', 20, ['x-limit'], [null, '10', '20']],
    ['nothing is known: ends on an empty page', 20, [], [null, '10', '20']],
    ['there is nothing', 0, ALL, [null]],
    ['there is nothing, and nothing is known', 0, [], [null]],
  ])('gives every item once: %s', async (_, count, told, expected) => {
    const { kobble, sent } = setUp({ api: holding(count, told) });
    expect(await walk(kobble.cards.list())).toEqual(items(0, count));
    expect(offsets(sent)).toEqual(expected);
  });

  it('starts and steps as the query says, the limit being its own', async () => {
    const { kobble, sent } = setUp({ api: holding(25, []) });
    expect(await walk(kobble.transactions.list({ offset: 3, limit: 11, wallet: 'wallet-1' }))).toEqual(items(3, 22));
    expect(queries(sent)).toEqual(['3', '14', '25'].map((offset) => `?offset=${offset}&limit=11&wallet=wallet-1`));
  });

  it('steps by what came, where the server gives less than was asked', async () => {
    const { kobble, sent } = setUp({
      api: ({ url }) => holding(25, ALL)({ url: url.replace('1000', '10') } as Sent, 0),
    });
    expect(await walk(kobble.cards.list({ limit: 1000 }))).toEqual(items(0, 25));
    expect(offsets(sent)).toEqual([null, '10', '20']);
  });

  it('throws if the list ends before its total', async () => {
    const api = inTurn(
      () => json(items(0, 10), 200, { 'x-total-count': '99' }),
      () => json([], 200, { 'x-total-count': '99' }),
    );
    const { kobble, sent } = setUp({ api });
    expect(await failureOf(walk(kobble.cards.list()))).toMatchObject({
      name: 'DecodeError',
      code: 'incomplete_list',
      operationId: 'listCards',
      message: 'GET /customers/v1/cards → answered, but the list ended after 10 of 99 items',
    });
    expect(offsets(sent)).toEqual([null, '10']);
  });

  it('throws if the first page is empty although there is a total', async () => {
    const { kobble, sent } = setUp({ api: () => json([], 200, { 'x-total-count': '5' }) });
    expect(await failureOf(walk(kobble.cards.list()))).toMatchObject({ code: 'incomplete_list' });
    expect(sent).toHaveLength(1);
  });

  it('ends at a repeated page if there is no total, and gives its items once', async () => {
    const { kobble, sent } = setUp({ api: () => json(items(0, 10)) });
    expect(await walk(kobble.cards.list())).toEqual(items(0, 10));
    expect(sent).toHaveLength(2);
  });

  it('throws at a repeated page if the total says more', async () => {
    const { kobble } = setUp({ api: () => json(items(0, 10), 200, { 'x-total-count': '30' }) });
    expect(await failureOf(walk(kobble.cards.list()))).toMatchObject({ code: 'incomplete_list' });
  });

  it('ends at the total, also if the total has become smaller', async () => {
    const api = inTurn(
      () => json(items(0, 10), 200, { 'x-total-count': '12' }),
      () => json([], 200, { 'x-total-count': '10' }),
    );
    expect(await walk(setUp({ api }).kobble.cards.list())).toHaveLength(10);
  });

  it('is possible over a list without pages, and over a page', async () => {
    const { kobble } = setUp({ api: () => json(items(0, 3)) });
    expect(await walk(kobble.wallets.list())).toEqual(items(0, 3));
    expect([...(await kobble.cards.list())]).toEqual(items(0, 3));
  });

  it('that is left early asks for no more', async () => {
    const { kobble, sent } = setUp({ api: holding(25, ALL) });
    for await (const card of kobble.cards.list()) if (card.id === 'card-9') break;
    expect(sent).toHaveLength(1);
  });

  it('that fails midway throws after what it gave', async () => {
    const { kobble } = setUp({ api: inTurn(holding(25, ALL), status(404)) });
    const seen: string[] = [];
    const failure = await failureOf(
      (async () => {
        for await (const { id } of kobble.cards.list()) seen.push(id);
      })(),
    );
    expect(failure).toMatchObject({ name: 'NotFoundError', operationId: 'listCards' });
    expect(seen).toHaveLength(10);
  });

  it('carries the call options to every page', async () => {
    const { kobble, sent } = setUp({ api: holding(25, ALL) });
    await walk(kobble.cards.list({}, { headers: { 'x-trace': 'walk' } }));
    expect(sent.map(({ headers }) => headers['x-trace'])).toEqual(['walk', 'walk', 'walk']);
  });

  it('carries the signal to nextPage()', async () => {
    const { kobble, sent } = setUp({ api: holding(25, ALL) });
    const stop = new AbortController();
    const page = await kobble.cards.list({}, { signal: stop.signal });
    stop.abort();
    expect(await failureOf(page.nextPage())).toMatchObject({ code: 'aborted', outcome: 'not-sent' });
    expect(sent).toHaveLength(1);
  });
});

describe('toArray', () => {
  it.each<[limit: number, expected: number, requests: number]>([
    [1_000, 25, 3],
    [25, 25, 3],
    [12, 12, 2],
    [10, 10, 1], // ends with a page: the next one is not needed
    [1, 1, 1],
  ])('returns at most %d items, and asks for no page beyond them', async (limit, expected, requests) => {
    const { kobble, sent } = setUp({ api: holding(25, ALL) });
    expect(await kobble.cards.list({ order: 'asc' }).toArray({ limit })).toEqual(items(0, expected));
    expect(sent).toHaveLength(requests);
  });

  it('is there for a list without pages too', async () => {
    const { kobble } = setUp({ api: () => json(items(0, 3)) });
    expect(await kobble.wallets.list().toArray({ limit: 2 })).toEqual(items(0, 2));
    expect(await kobble.endusers.list().toArray({ limit: 20 })).toEqual(items(0, 3));
  });

  it('rejects as a walk does if a page fails or the list ends early', async () => {
    const failing = setUp({ api: inTurn(holding(25, ALL), status(404)) }).kobble;
    expect(await failureOf(failing.cards.list().toArray({ limit: 100 }))).toMatchObject({ name: 'NotFoundError' });
    const short = setUp({ api: () => json([], 200, { 'x-total-count': '5' }) }).kobble;
    expect(await failureOf(short.cards.list().toArray({ limit: 100 }))).toMatchObject({ code: 'incomplete_list' });
  });

  it.each([undefined, {}, { limit: 0 }, { limit: -1 }, { limit: Number.NaN }, { limit: '9' }])(
    'needs a limit: %o is a TypeError',
    async (options) => {
      const { kobble } = setUp({ api: holding(25, ALL) });
      const failure = await failureOf(kobble.cards.list().toArray(options as { limit: number }));
      expect(failure).toBeInstanceOf(TypeError);
      expect(failure.message).toMatch(/^kobble-client: limit must be above 0/);
    },
  );

  it('leaves no failure unhandled, whatever its limit', async () => {
    const { kobble } = setUp({ api: status(404) });
    const failure = await failureOf(kobble.cards.list().toArray({ limit: 0 }));
    await idle(); // vitest fails if the page's own rejection is unhandled
    expect(failure).toMatchObject({ name: 'NotFoundError' });
  });
});

describe('a list without pages', () => {
  it('that states a total which it does not reach is incomplete', async () => {
    const { kobble } = setUp({ api: () => json(items(0, 3), 200, { 'x-total-count': '5' }) });
    expect(await failureOf(kobble.wallets.list())).toMatchObject({ code: 'incomplete_list', status: 200 });
    expect(await failureOf(walk(kobble.endusers.list()))).toMatchObject({ code: 'incomplete_list' });
  });

  it.each(['3', '2', 'many', ''])('is whole if it states a total of %o', async (total) => {
    const { kobble } = setUp({ api: () => json(items(0, 3), 200, { 'x-total-count': total }) });
    expect(await kobble.wallets.list()).toEqual(items(0, 3));
  });
});

describe('a query', () => {
  it('that is used again during a walk does not mix two wallets', async () => {
    const { kobble, sent } = setUp({ api: holding(25, ALL) });
    const query = { wallet: 'one' };
    const walking = walk(kobble.transactions.list(query));
    query.wallet = 'two';
    await walking;
    expect(new Set(sent.map(({ url }) => new URL(url).searchParams.get('wallet')))).toEqual(new Set(['one']));
  });
});

describe('a server without a total', () => {
  it('whose page changes each time is not asked for ever', { timeout: 60_000 }, async () => {
    let page = 0;
    const { kobble, sent } = setUp({ api: () => json(items(++page, 1)), token: 'T' });
    const error = await failureOf(walk(kobble.cards.list()));
    expect(error.message).toContain('the list has no total and no end after 10000 pages');
    expect(sent).toHaveLength(10_000);
  });

  it('whose page is nested 60 000 deep is read', async () => {
    const deep = `[${'['.repeat(60_000)}${']'.repeat(60_000)}]`;
    const { kobble } = setUp({ api: () => new Response(deep) });
    const failure = await kobble.cards.list().then(
      (page) => page.items.length,
      (error: unknown) => (error as Error).name,
    );
    expect([1, 'DecodeError']).toContain(failure);
  });
});
