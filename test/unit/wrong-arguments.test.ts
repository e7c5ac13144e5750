// Proves that wrong arguments of a call are a ConfigError before anything is sent, and that nothing is read from a polluted
// Object.prototype.
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createKobbleClient, type KobbleClient } from '../../src/index.js';
import { untyped } from '../support/attacks.js';
import { failureOf } from '../support/failure.js';
import { json, status, type Reply } from '../support/replies.js';
import { CREDENTIALS, setUp } from '../support/requests.js';
import { CARD } from '../support/samples.js';

const circular: Record<string, unknown> = {};
circular['self'] = circular;

const CALLS: readonly [what: string, code: string, call: (kobble: KobbleClient) => Promise<unknown>][] = [
  ['null as options', 'invalid_options', ({ cards }) => cards.get('1', untyped(null))],
  ['text as options', 'invalid_options', ({ cards }) => cards.get('1', untyped('30s'))],
  ['null as options of request()', 'invalid_options', (kobble) => kobble.request('GET', '/news', untyped(null))],
  ['null as init', 'invalid_options', (kobble) => kobble.fetch(`${kobble.baseUrl}/customers/v1/cards`, untyped(null))],
  [
    'a signal of another kind',
    'invalid_signal',
    (kobble) => kobble.fetch(`${kobble.baseUrl}/x`, { signal: untyped({}) }),
  ],
  [
    'a controller as signal',
    'invalid_signal',
    ({ cards }) => cards.get('1', { signal: untyped(new AbortController()) }),
  ],
  ['null as signal', 'invalid_signal', ({ cards }) => cards.get('1', { signal: untyped(null) })],
  [
    'Headers as headers',
    'invalid_headers',
    ({ cards }) => cards.get('1', { headers: untyped(new Headers({ a: 'b' })) }),
  ],
  ['pairs as headers', 'invalid_headers', ({ cards }) => cards.get('1', { headers: untyped([['a', 'b']]) })],
  ['null as headers', 'invalid_headers', ({ cards }) => cards.get('1', { headers: untyped(null) })],
  ['a BigInt in a body', 'invalid_body', ({ cards }) => cards.create(untyped({ ...CARD, amount: 1n }))],
  ['a circular body', 'invalid_body', ({ cards }) => cards.create(untyped(circular))],
  ['NaN in a body', 'invalid_body', ({ cards }) => cards.create(untyped({ ...CARD, amount: Number.NaN }))],
  [
    'an infinite number deep in a body',
    'invalid_body',
    ({ cards }) => cards.create(untyped({ a: [{ b: -Infinity }] })),
  ],
  ['a method in lower case', 'invalid_method', (kobble) => kobble.request(untyped('get'), '/news')],
  ['an unknown method', 'invalid_method', (kobble) => kobble.request(untyped('TRACE'), '/news')],
  ['an object in a query', 'invalid_query_value', ({ cards }) => cards.list(untyped({ from: { gte: 1 } }))],
  [
    'null in a query',
    'invalid_query_value',
    (kobble) => kobble.request('GET', '/news', { query: untyped({ a: null }) }),
  ],
  ['an exploded placeholder', 'invalid_path', (kobble) => kobble.request('GET', '/news/{id*}', { path: { id: '1' } })],
  ['a label placeholder', 'invalid_path', (kobble) => kobble.request('GET', '/news/{.id}', { path: { '.id': '1' } })],
];

describe.each(CALLS)('%s', (_, code, call) => {
  it(`is refused: ${code}`, async () => {
    const { kobble, sent, tokenRequests } = setUp();
    const error = await failureOf(call(kobble));
    expect(error).toMatchObject({ name: 'ConfigError', code, outcome: 'not-sent' });
    expect(error.message).toMatch(/^kobble-client: /);
    expect([...sent, ...tokenRequests]).toEqual([]);
  });
});

it.each<[string, unknown]>([
  ['undefined', undefined],
  ['an object of a mock', { json: async () => ({}) }],
  ['text', 'OK'],
  ['a status alone', { status: 200 }],
])('a fetch that returns %s is a DecodeError with an unknown outcome', async (_, answer) => {
  const kobble = createKobbleClient({ ...CREDENTIALS, fetch: async () => answer as Response, logLevel: 'off' });
  const withToken = createKobbleClient({
    baseUrl: CREDENTIALS.baseUrl,
    token: 'T',
    fetch: async () => answer as Response,
  });
  expect(await failureOf(withToken.cards.create(CARD))).toMatchObject({ code: 'not_a_response', outcome: 'unknown' });
  expect(await failureOf(kobble.cards.get('1'))).toMatchObject({ name: 'AuthenticationError', outcome: 'not-sent' });
});

describe('a polluted Object.prototype', () => {
  const polluted = Object.prototype as Record<string, unknown>;
  const names = [
    'tokenUrl',
    'baseUrl',
    'fetch',
    'middleware',
    'headers',
    'retry',
    'body',
    'token',
    'signal',
    'Request',
    'params',
    'method',
    'query',
  ];
  afterEach(() => {
    for (const name of names) Reflect.deleteProperty(polluted, name);
  });

  it('changes neither where a call goes, nor what is sent', async () => {
    const stolen: unknown[] = [];
    const evil = (request: unknown) => (stolen.push(request), Promise.resolve(json({})));
    const sent: { readonly url: string; readonly headers: object }[] = [];
    const record = async (url: string, { headers = {} }: RequestInit) => {
      sent.push({ url, headers });
      return json({ id: 'card-1', access_token: 'T' });
    };
    polluted['tokenUrl'] = 'https://evil.test/oauth2/token';
    polluted['baseUrl'] = 'https://evil.test';
    polluted['fetch'] = evil;
    polluted['middleware'] = [{ onRequest: evil }];
    polluted['token'] = 'evil';
    polluted['retry'] = { maxRetries: 0 };
    polluted['headers'] = { 'x-evil': '1' };
    polluted['Request'] = evil;
    const kobble = createKobbleClient({ ...CREDENTIALS, fetch: record });
    await kobble.cards.get('1');
    await kobble.request('GET', '/customers/v1/news');
    expect(sent.some(({ headers }) => Object.hasOwn(headers, 'x-evil'))).toBe(false);
    await kobble.fetch(`${kobble.baseUrl}/customers/v1/cards/2`); // the platform's `Request` itself reads `headers` so
    expect(sent.map(({ url }) => new URL(url).host)).toEqual(Array(4).fill('api.kobble.test'));
    expect(stolen).toEqual([]);
  });

  it('neither makes a write repeatable, nor changes a request', async () => {
    polluted['retry'] = { repeatable: true };
    polluted['method'] = 'DELETE';
    polluted['query'] = { evil: '1' };
    polluted['body'] = '{"evil":true}';
    const api = vi.fn<Reply>(status(500));
    const { kobble, sent } = setUp({ api, deadlineMs: 1_000 });
    await failureOf(kobble.webhooks.create({ url: 'https://kobble.test/hook' }));
    const init = { method: 'POST', body: '{"url":"https://kobble.test/hook"}' };
    await kobble.fetch(`${kobble.baseUrl}/customer/v1/webhooks/subscriptions`, init);
    expect(sent.map(({ url, body }) => [new URL(url).search, body])).toEqual(
      Array(2).fill(['', '{"url":"https://kobble.test/hook"}']),
    );
  });
});
