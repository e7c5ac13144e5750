// Attacks on lists: totals that lie or are missing, pages that repeat, items that are no objects. A walk hands over all items
// once, or throws.
import { describe, expect, it } from 'vitest';
import { failureOf } from '../support/failure.js';
import { inTurn, json, type Reply } from '../support/replies.js';
import { setUp } from '../support/requests.js';

describe('lists', () => {
  /** Pages by offset, with these headers of each. */
  const pages =
    (items: readonly unknown[], size: number, headersAt: (offset: number) => Record<string, string>): Reply =>
    ({ url }) => {
      const offset = Number(new URL(url).searchParams.get('offset') ?? 0);
      return json(items.slice(offset, offset + size), 200, headersAt(offset));
    };
  const ten = Array.from({ length: 10 }, (_, index) => ({ id: String(index) }));
  const walk = async (api: Reply, query: object = {}) => {
    const { kobble, sent } = setUp({ token: 'T', api });
    const items: unknown[] = [];
    const walking = (async () => {
      for await (const item of kobble.cards.list(query)) if (items.push(item) > 100) throw new Error('too many');
    })();
    const error = await walking.then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    return { items, error, sent };
  };

  const whole: [attack: string, headers: (offset: number) => Record<string, string>][] = [
    ['the total is negative', () => ({ 'x-total-count': '-1' })],
    ['the total is a fraction', () => ({ 'x-total-count': '2.5' })],
    ['the total is stated twice', () => ({ 'x-total-count': '2, 2' })],
    ['the total is not a number', () => ({ 'x-total-count': 'many' })],
    ['the total grows during the walk', (offset) => ({ 'x-total-count': String(Math.min(10, offset + 5)) })],
    [
      'the total is stated by the first page only',
      (offset): Record<string, string> => (offset === 0 ? { 'x-total-count': '10' } : {}),
    ],
    ['the limit lies', () => ({ 'x-limit': '1000', 'x-total-count': '10' })],
    ['the offset lies', () => ({ 'x-offset': '0', 'x-total-count': '10' })],
  ];
  it.each(whole)('%s: all items are handed over once', async (_, headers) => {
    const { items, error } = await walk(pages(ten, 3, headers));
    expect(error).toBeUndefined();
    expect(items).toEqual(ten);
  });

  const short: [attack: string, headers: (offset: number) => Record<string, string>][] = [
    ['the total is huge', () => ({ 'x-total-count': '99999999999999999999999' })],
    ['the total is one too many', () => ({ 'x-total-count': '11' })],
    [
      'the total is stated by all pages but the empty last one',
      (offset): Record<string, string> => (offset < 10 ? { 'x-total-count': '11' } : {}),
    ],
    [
      'the total is stated by the first page only, and is too large',
      (offset): Record<string, string> => (offset === 0 ? { 'x-total-count': '11' } : {}),
    ],
  ];
  it.each(short)('%s: the walk throws after the last item', async (_, headers) => {
    const { items, error } = await walk(pages(ten, 3, headers));
    expect(items).toEqual(ten);
    expect(error).toMatchObject({ code: 'incomplete_list', endpoint: 'GET /customers/v1/cards' });
  });

  it('the offset of the query is a text: it is added to, not joined with', async () => {
    const { items } = await walk(
      pages(ten, 3, () => ({ 'x-total-count': '10' })),
      { offset: '2' },
    );
    expect(items).toEqual(ten.slice(2));
  });

  it('the items are null, numbers and lists: they are handed over as they are', async () => {
    const odd = [null, 1, 'x', [], null, { id: null }];
    const { items, error } = await walk(pages(odd, 2, () => ({ 'x-total-count': '6' })));
    expect(error).toBeUndefined();
    expect(items).toEqual(odd);
  });

  it('a server without a total repeats its last page for ever: the walk ends', async () => {
    const { items, sent } = await walk(() => json(ten));
    expect(items).toEqual(ten);
    expect(sent).toHaveLength(2);
  });

  it('the second page is an object: the walk throws, with the facts of its call', async () => {
    const { error } = await walk(
      inTurn(
        () => json(ten, 200, { 'x-total-count': '20' }),
        () => json({ items: [] }),
      ),
    );
    expect(error).toMatchObject({ name: 'DecodeError', code: 'unexpected_body', attempts: 1 });
  });

  it('the caller stops in the middle of a page: nothing more is requested', async () => {
    const { kobble, sent } = setUp({ token: 'T', api: () => json(ten, 200, { 'x-total-count': '20' }) });
    for await (const item of kobble.cards.list()) if (item.id === '3') break;
    expect(sent).toHaveLength(1);
  });

  it('a list of endusers is null: it is an error, awaited or walked', async () => {
    const { kobble } = setUp({ token: 'T', api: () => new Response('null') });
    expect(await failureOf(kobble.endusers.list())).toMatchObject({ code: 'unexpected_body' });
    const walked = (async () => {
      for await (const enduser of kobble.endusers.list()) expect.unreachable(enduser.id);
    })();
    expect(await failureOf(walked)).toMatchObject({ code: 'unexpected_body' });
  });
});
