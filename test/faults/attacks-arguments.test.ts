// Attacks by options and arguments of a wrong form: each is refused before anything is sent, or is sent as it was meant.
import { describe, expect, it } from 'vitest';
import { createKobbleClient, idempotencyKeyFrom } from '../../src/index.js';
import { untyped } from '../support/attacks.js';
import { failureOf } from '../support/failure.js';
import { status } from '../support/replies.js';
import { CREDENTIALS, setUp } from '../support/requests.js';
import { CARD } from '../support/samples.js';

type Client = ReturnType<typeof setUp>['kobble'];
type Attack = [attack: string, call: (kobble: Client) => PromiseLike<unknown>];

const throwing = (name: string) =>
  Object.defineProperty({}, name, {
    enumerable: true,
    get: () => {
      throw new Error('a getter of the caller');
    },
  });

describe('a wrong option of the client is a TypeError that names it', () => {
  const cases: [attack: string, options: object, named: RegExp][] = [
    ['fetch is an address', { fetch: 'https://proxy.test' }, /fetch/],
    ['fetch is an object with a fetch', { fetch: { fetch } }, /fetch/],
    ['waitUntil is the context itself', { waitUntil: {} }, /waitUntil/],
    ['tokenStore is an address of Redis', { tokenStore: 'redis://127.0.0.1' }, /tokenStore/],
    ['tokenStore has no functions', { tokenStore: {} }, /tokenStore/],
    ['a hook is the name of a function', { hooks: { onRequest: 'log' } }, /hooks/],
    ['logger is a function', { logger: () => {} }, /logger/],
    ['logger lacks a level', { logger: { error() {}, warn() {}, info() {} } }, /logger/],
    ['scope is an object', { scope: {} }, /scope/],
    ['scope is null', { scope: null }, /scope/],
    ['retry is off', { retry: false }, /retry/],
    ['retry is a count', { retry: 3 }, /retry/],
    ['the statuses are one number', { retry: { statuses: 503 } }, /retry\.statuses/],
    ['the statuses are a Set', { retry: { statuses: new Set([503]) } }, /retry\.statuses/],
    ['maxRetries is text', { retry: { maxRetries: '3' } }, /retry\.maxRetries/],
    ['timeoutMs is a Date', { timeoutMs: new Date(5) }, /timeoutMs/],
    ['deadlineMs is NaN', { deadlineMs: Number.NaN }, /deadlineMs/],
    ['the base URL has a credential', { baseUrl: 'https://user:pass@api.kobble.test' }, /baseUrl/],
    ['the base URL is a loopback name with a tail', { baseUrl: 'http://127.0.0.1.evil.test' }, /baseUrl/],
    ['the token URL is a script', { tokenUrl: 'javascript:alert(1)' }, /tokenUrl/],
    ['the token URL is an empty text', { tokenUrl: '' }, /tokenUrl/],
    ['an option has a number as its name', { 0: 'staging' }, /0/],
    ['an option is called __proto__', JSON.parse('{"__proto__":{"clientId":"other"}}') as object, /__proto__/],
  ];
  it.each(cases)('%s', (_, options, named) => {
    const create = () => createKobbleClient({ ...CREDENTIALS, ...options });
    expect(create).toThrow(TypeError);
    expect(create).toThrow(/^kobble-client: /);
    expect(create).toThrow(named);
  });

  it('a frozen object of frozen options is as good as any', async () => {
    const options = Object.freeze({
      headers: Object.freeze({ 'x-team': 'cards' }),
      retry: Object.freeze({ maxRetries: 1 }),
    });
    const { kobble, sent } = setUp({ token: 'T', ...options });
    await kobble.cards.create(
      Object.freeze({ ...CARD }),
      Object.freeze({ headers: Object.freeze({ 'x-team': null }) }),
    );
    expect(sent[0]?.headers).not.toHaveProperty('x-team');
  });
});

describe('a wrong argument of a call is refused, and nothing is sent', () => {
  const cases: Attack[] = [
    ['a path that is no text', (kobble) => kobble.request('GET', untyped(42))],
    ['no path', (kobble) => kobble.request('GET', untyped(undefined))],
    ['a request that is an object', (kobble) => kobble.fetch(untyped({}))],
    ['a method that every object has', (kobble) => kobble.request(untyped('toString'), '/x')],
    ['a method that is a Symbol', (kobble) => kobble.request(untyped(Symbol('GET')), '/x')],
    ['a body of a GET, which fetch refuses', (kobble) => kobble.request('GET', '/x', { body: {} })],
    ['a query that is a text', (kobble) => kobble.request('GET', '/x', { query: untyped('limit=5') })],
    ['a query that is null', (kobble) => kobble.cards.list(untyped(null))],
    [
      'a query as URLSearchParams',
      (kobble) => kobble.request('GET', '/x', { query: untyped(new URLSearchParams('a=1')) }),
    ],
    ['a query as a Map', (kobble) => kobble.request('GET', '/x', { query: untyped(new Map([['a', 1]])) })],
    ['a query value that is a Symbol', (kobble) => kobble.cards.list({ limit: untyped(Symbol('5')) })],
    ['an offset that is NaN', (kobble) => kobble.cards.list({ offset: Number.NaN })],
    ['a limit that is infinite', (kobble) => kobble.cards.list({ limit: Number.POSITIVE_INFINITY })],
    ['path values that are null', (kobble) => kobble.request('GET', '/x/{id}', { path: untyped(null) })],
    ['path values as a Map', (kobble) => kobble.request('GET', '/x/{id}', { path: untyped(new Map([['id', '1']])) })],
    ['a path value that an object inherits', (kobble) => kobble.request('GET', '/x/{constructor}', { path: {} })],
    ['a path value that is a String object', (kobble) => kobble.cards.get(untyped(new String('..')))],
    ['a path value that is an array', (kobble) => kobble.cards.get(untyped(['..']))],
    ['retry that is false', (kobble) => kobble.cards.create(CARD, { retry: untyped(false) })],
    ['retry that is null', (kobble) => kobble.cards.create(CARD, { retry: untyped(null) })],
    ['statuses that are text', (kobble) => kobble.cards.create(CARD, { retry: { statuses: untyped('503') } })],
    ['an option whose getter throws', (kobble) => kobble.cards.create(CARD, untyped(throwing('signal')))],
    ['a body whose toJSON throws', (kobble) => kobble.cards.create(untyped(throwing('toJSON')))],
    [
      'a body 100 000 levels deep',
      (kobble) => kobble.cards.create(untyped(JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`))),
    ],
    ['headers as an array', (kobble) => kobble.cards.create(CARD, { headers: untyped([['x-a', 'b']]) })],
    [
      'a header with a line break in its value',
      (kobble) => kobble.cards.create(CARD, { headers: { 'x-a': 'b\r\nx-c: d' } }),
    ],
    ['a header whose value is a number', (kobble) => kobble.cards.create(CARD, { headers: { 'x-a': untyped(5) } })],
    [
      'an idempotency key as a header array, twice',
      (kobble) =>
        kobble.fetch(`${kobble.baseUrl}/customers/v1/cards`, {
          method: 'POST',
          headers: [
            ['idempotency-key', crypto.randomUUID()],
            ['Idempotency-Key', crypto.randomUUID()],
          ],
        }),
    ],
    [
      'a token as a header',
      (kobble) => kobble.fetch(`${kobble.baseUrl}/x`, { headers: new Headers({ Authorization: 'Bearer other' }) }),
    ],
    ['a body that is awaited too late', (kobble) => kobble.request('POST', '/x', { body: Promise.resolve({ a: 1 }) })],
    ['a body that is a Map', (kobble) => kobble.request('PUT', '/x', { body: new Map([['amount', 5]]) })],
    ['a body that is a form', (kobble) => kobble.request('POST', '/x', { body: new URLSearchParams('a=b') })],
    ['a Map deep in a body', (kobble) => kobble.cards.create(untyped({ metadata: new Map([['a', 1]]) }))],
    ['a Promise deep in a body', (kobble) => kobble.cards.create(untyped({ wallet_id: Promise.resolve('w') }))],
    ['an invalid Date deep in a body', (kobble) => kobble.cards.create(untyped({ a: [new Date(Number.NaN)] }))],
    ...['content-length', 'Transfer-Encoding', 'keep-alive', 'Expect', 'upgrade'].map((name): Attack => [
      `the header ${name}, which no transport sends`,
      (kobble) => kobble.cards.create(CARD, { headers: { [name]: '2' } }),
    ]),
    [
      'the headers of a request that is passed on',
      (kobble) => kobble.fetch(`${kobble.baseUrl}/customers/v1/cards`, { headers: { expect: '100-continue' } }),
    ],
    [
      'a signal whose listeners are no function',
      (kobble) => kobble.cards.get('1', { signal: untyped({ aborted: false, addEventListener: true }) }),
    ],
    [
      'an idempotency key with a line break',
      (kobble) => kobble.cards.create(CARD, { idempotencyKey: `${crypto.randomUUID()}\n` }),
    ],
  ];
  it.each(cases)('%s', async (_, call) => {
    const { kobble, sent, tokenRequests } = setUp();
    const failure = await failureOf(Promise.resolve().then(() => call(kobble)));
    expect([sent.length, tokenRequests.length]).toEqual([0, 0]);
    // What the caller's own functions throw is passed on as it is.
    const isOwn = /^mine$|a getter of the caller|startsWith is not a function/.test(failure.message);
    if (!isOwn) expect(failure.message).toMatch(/^kobble-client: /);
  });
});

it('a GET with a wrong status range in its own retries does not widen those of the client', async () => {
  const { kobble, sent } = setUp({ token: 'T', api: status(404), retry: { statuses: [] } });
  await failureOf(kobble.cards.get('card-1', { retry: { maxRetries: 5 } }));
  expect(sent).toHaveLength(1);
});

it.each([
  ['two numbers that are one beyond 2 ** 53', 9_007_199_254_740_993],
  ['a number that is not finite', Number.POSITIVE_INFINITY],
])('a key is not derived from %s', (_, id) => {
  expect(() => idempotencyKeyFrom('topup', id)).toThrow(/idempotencyKeyFrom needs/);
  expect(idempotencyKeyFrom('topup', Number.MAX_SAFE_INTEGER)).not.toBe(
    idempotencyKeyFrom('topup', Number.MAX_SAFE_INTEGER - 1),
  );
});

it('a signal throws when it is listened to: close() does not wait for its call', async () => {
  const { kobble, sent } = setUp();
  const addEventListener = () => {
    throw new Error('a signal of the caller');
  };
  await failureOf(kobble.cards.get('1', { signal: untyped({ aborted: false, addEventListener }) }));
  expect(sent).toEqual([]);
  const state = await Promise.race([
    kobble.close().then(() => 'closed'),
    new Promise((resolve) => setTimeout(resolve, 500, 'waits')),
  ]);
  expect(state).toBe('closed');
});
