// Proves the options that add fields, forbid writes, and show a server's reason; and that a body is what was written.
import { describe, expect, it } from 'vitest';
import type { KobbleClient } from '../../src/index.js';
import { failureOf } from '../support/failure.js';
import { json } from '../support/replies.js';
import { setUp, type Setup } from '../support/requests.js';
import { bodyOf, CARD } from '../support/samples.js';

const untyped = (value: unknown) => value as never; // as a program without types may
const CREDIT = bodyOf('createManualCredit');

describe('extraBody', () => {
  it('is sent beside the body', async () => {
    const { kobble, sent } = setUp();
    await kobble.transactions.createManualCredit(untyped(CREDIT), { extraBody: { memo: 'rent', lines: [1] } });
    expect(JSON.parse(sent[0]?.body ?? '')).toEqual({ ...CREDIT, memo: 'rent', lines: [1] });
    await kobble.request('POST', '/customers/v1/news', { extraBody: { a: 1 } });
    expect(sent[1]?.body).toBe('{"a":1}');
  });

  it.each<[string, unknown]>([
    ['has a field of the body', { wallet_id: 'other' }],
    ['is text', 'memo'],
    ['is null', null],
    ['has a number that is not finite', { amount: Number.NaN }],
  ])('that %s is refused, and nothing is sent', async (_, extraBody) => {
    const { kobble, sent } = setUp();
    const error = await failureOf(kobble.cards.create(CARD, { extraBody: untyped(extraBody) }));
    expect(error).toMatchObject({ name: 'ConfigError', code: 'invalid_body', outcome: 'not-sent' });
    expect(sent).toEqual([]);
  });

  it('is refused for a GET', async () => {
    const { kobble } = setUp();
    expect(await failureOf(kobble.cards.get('1', { extraBody: {} }))).toMatchObject({ code: 'invalid_body' });
  });
});

describe('readOnly', () => {
  const writes: [string, (kobble: KobbleClient) => Promise<unknown>][] = [
    ['a POST', ({ cards }) => cards.create(CARD)],
    ['a DELETE', ({ webhooks }) => webhooks.delete('1')],
    ['kobble.request', (kobble) => kobble.request('PATCH', '/customers/v1/news')],
    ['kobble.fetch', (kobble) => kobble.fetch(`${kobble.baseUrl}/customers/v1/cards`, { method: 'PUT' })],
  ];
  it.each(writes)('refuses %s, and sends nothing', async (_, call) => {
    const { kobble, sent, tokenRequests } = setUp({ readOnly: true });
    expect(await failureOf(call(kobble))).toMatchObject({ code: 'read_only', outcome: 'not-sent' });
    expect([...sent, ...tokenRequests]).toEqual([]);
  });

  it('lets a GET through, and the token request that it needs', async () => {
    const { kobble, sent, tokenRequests } = setUp({ readOnly: true });
    await kobble.cards.get('1');
    expect([sent.length, tokenRequests.length]).toEqual([1, 1]);
  });
});

describe('errorDetails', () => {
  const detailOf = async (body: unknown, options: Setup = { errorDetails: true }) => {
    const { kobble } = setUp({ api: () => json(body, 422), ...options });
    const error = await failureOf(kobble.cards.get('1'));
    expect(error.message).toBe('GET /customers/v1/cards/{id} → 422 Unprocessable Content');
    return error.detail;
  };

  it.each<[unknown, string | undefined]>([
    [{ title: 'Conflict', detail: 'The wallet has a card.' }, 'The wallet has a card.'],
    [{ title: 'Conflict' }, 'Conflict'],
    [{ message: 'Invalid wallet' }, 'Invalid wallet'],
    ['plain', 'plain'],
    [{ detail: { toString: null } }, undefined],
    [['a'], undefined],
    [null, undefined],
    [{ detail: 'token=abcdefghij\nkobble-client: all is well' }, 'token=••• kobble-client: all is well'],
    [{ detail: 'x'.repeat(2_000_000) }, 'x'.repeat(500)],
    [{ detail: `${'x'.repeat(487)} 4111111111111111 is declined` }, `${'x'.repeat(487)} ••• is declined`.slice(0, 500)],
  ])('of the body %# is on the error, and not in its message', async (body, detail) => {
    expect(await detailOf(body)).toBe(detail);
  });

  it('is off unless it is set', async () => {
    expect(await detailOf({ detail: 'The wallet has a card.' }, {})).toBeUndefined();
  });
});

it.each(['readOnly', 'errorDetails'])('the option %s must be true or false', (name) => {
  expect(() => setUp({ [name]: 'yes' as never })).toThrow(`kobble-client: ${name} must be true or false`);
});
