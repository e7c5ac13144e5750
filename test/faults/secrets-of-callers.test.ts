// Proves that no secret is in anything that a log, a monitor or an error report gets, whatever the functions and arguments
// of a caller quote: a `fetch`, a token function, a store, hooks, wrong options.
import { inspect } from 'node:util';
import { runInNewContext } from 'node:vm';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createKobbleClient, type KobbleClient } from '../../src/index.js';
import { VerifiedConfirmation } from '../../src/webhooks/subscription.js';
import { serveHttp } from '../support/faults/servers.js';
import { CANARY, expectNoTrace, watched, withTokens, faces } from '../support/faults/watched.js';
import { CARD } from '../support/samples.js';

/** What a form says, as an object. */
const formOf = ({ body }: RequestInit) => Object.fromEntries(new URLSearchParams(typeof body === 'string' ? body : ''));

test.each<[string, (init: RequestInit) => unknown]>([
  ['quotes its init', (init) => new Error(`could not send ${JSON.stringify(init)}`)],
  ['carries its init', (init) => Object.assign(new Error('failed'), { config: init, request: { init } })],
  ['has a cause that quotes it', (init) => new TypeError('failed', { cause: new Error(JSON.stringify(init)) })],
  ['quotes a header without its name', (init) => new Error(`bad header ${Object.values(init.headers ?? {}).join()}`)],
  ['quotes the form as JSON', (init) => new Error(JSON.stringify(formOf(init)))],
  ['quotes a card number', () => new Error(`GET https://api.kobble.test/cards/${CANARY.pan}`)],
  ['is no error, but text', (init) => JSON.stringify(init)],
  ['is no error, but the init', (init) => init],
  ['gathers others', (init) => new AggregateError([new Error(JSON.stringify(init))], 'all failed')],
])("a caller's fetch whose error %s", async (_, errorOf) => {
  const fetch = (_url: string, init: RequestInit) => Promise.reject(errorOf(init));
  for (const options of [{ token: CANARY.token }, {}]) {
    const headers = { 'x-api-key': CANARY.apiKey };
    const { seen, watch } = watched({ baseUrl: 'https://api.kobble.test', fetch, headers, ...options });
    const error = await watch(({ cards }) => cards.create(CARD));
    expect(error).toBeInstanceOf(Error);
    expectNoTrace(seen);
  }
});

test.each<[string, unknown, string]>([
  ['an error', new Error(`vault: Bearer ${CANARY.token} is sealed`), 'Error'],
  ['an error with more', Object.assign(new Error('sealed'), { config: { data: CANARY.clientSecret } }), 'Error'],
  ['a cause', new Error('sealed', { cause: new Error(`client_secret=${CANARY.clientSecret}`) }), 'Error ← Error'],
  ['text', `password=${CANARY.clientSecret}`, 'string'],
  ['nothing', undefined, 'undefined'],
])("a caller's token function that throws %s gives a copy of it without secrets", async (_, thrown, message) => {
  const token = () => Promise.reject(thrown); // as a caller's own function may
  const { seen, watch } = watched({ baseUrl: 'https://api.kobble.test', token });
  const error = (await watch(({ cards }) => cards.get('1'))) as Error;
  expect(error.cause).toMatchObject({ name: 'Error', message });
  expectNoTrace(seen);
});

/** A card id that says who it is in every encoding. */
const CARD_ID = 'jane doe/é+4711';

test.each<[string, (url: string, init: RequestInit) => unknown]>([
  ['the URL, as node-fetch does', (url) => new Error(`request to ${url} failed, reason: connect ECONNREFUSED`)],
  ['the URL, as Deno does', (url) => new TypeError(`error sending request for url (${new URL(url).href})`)],
  ['the path', (url) => new Error(`no route for GET ${new URL(url).pathname}${new URL(url).search}`)],
  ['the id, decoded', () => new Error(`no card ${CARD_ID}`)],
  ['the id, as a form', () => new Error(`no card ${new URLSearchParams({ id: CARD_ID }).toString()}`)],
  ['the id, as JSON', () => new Error(JSON.stringify({ id: CARD_ID }))],
  ['the URL in its stack only', (url) => Object.assign(new Error('failed'), { stack: `Error: ${url}\n    at x:1:1` })],
  ['the URL in its name and code', (url) => Object.assign(new Error('failed'), { name: url, code: url })],
  ['the URL in a cause of a cause', (url) => new Error('a', { cause: new Error('b', { cause: new Error(url) }) })],
  ['the URL in one of its errors', (url) => new AggregateError([new Error(url)], 'all failed')],
  ['the URL in an error of another realm', (url) => runInNewContext('new Error(url)', { url }) as unknown],
])("a caller's fetch whose error quotes %s shows no id", async (_, errorOf) => {
  const fetch = (url: string, init: RequestInit) => Promise.reject(errorOf(url, init));
  const { seen, watch } = watched({ baseUrl: 'https://api.kobble.test/base/', fetch, token: CANARY.token });
  const error = await watch(({ cards }) => cards.get(CARD_ID));
  expect(error).toMatchObject({ code: 'connection_failed', endpoint: 'GET /customers/v1/cards/{id}' });
  for (const value of seen) {
    for (const face of faces(value)) for (const trace of ['jane', '4711']) expect(face).not.toContain(trace);
  }
});

test("a caller's fetch whose error quotes the URL shows no query", async () => {
  const fetch = (url: string) => Promise.reject(new Error(`request to ${url} failed`));
  const { seen, watch } = watched({ baseUrl: 'https://api.kobble.test', fetch, token: CANARY.token });
  await watch((kobble) => kobble.request('GET', '/customers/v1/cards', { query: { search: 'jane doe' } }));
  for (const value of seen) for (const face of faces(value)) expect(face).not.toContain('jane');
});

const WILD_SECRET = '5up3r:s+e/c"r\\e%t é';

test.each<[string, (form: Record<string, string>, body: string) => string]>([
  ['as it is', ({ client_secret }) => `sent ${client_secret}`],
  ['percent-encoded', ({ client_secret = '' }) => `sent ${encodeURIComponent(client_secret)}`],
  ['in the form', (_, body) => `sent ${body}`],
  ['in the form, in JSON', (_, body) => JSON.stringify({ body })],
  ['form-encoded without its name', (_, body) => `sent ${body.split('client_secret=')[1]?.split('&')[0] ?? ''}`],
  ['escaped for JSON', ({ client_secret }) => `sent ${JSON.stringify([client_secret])}`],
  ['in base64', ({ client_id, client_secret }) => `sent ${base64(`${client_id}:${client_secret}`)}`],
  [
    'in base64 of encoded parts',
    ({ client_id, client_secret = '' }) => `sent ${base64(`${client_id}:${encodeURIComponent(client_secret)}`)}`,
  ],
])('a token endpoint whose failure quotes the client secret %s', async (_, quote) => {
  const fetch = (_url: string, init: RequestInit) =>
    Promise.reject(new Error(quote(formOf(init), init.body as string)));
  const { seen, watch } = watched({ baseUrl: 'https://api.kobble.test', fetch, clientSecret: WILD_SECRET });
  await watch(({ cards }) => cards.get('1'));
  const pair = base64(`client-1:${WILD_SECRET}`).slice(12, 30);
  const encodedPair = base64(`client-1:${encodeURIComponent(WILD_SECRET)}`).slice(12, 30);
  for (const value of seen) {
    for (const face of faces(value))
      for (const trace of ['5up3r', pair, encodedPair]) expect(face).not.toContain(trace);
  }
});

const base64 = (text: string): string => Buffer.from(text).toString('base64');

test.each<[string, unknown, object]>([
  ['undefined', undefined, { message: 'undefined' }],
  ['null', null, { message: 'object' }],
  ['false', false, { message: 'boolean' }],
  ['zero', 0, { message: 'number' }],
  ['a symbol', Symbol('s'), { message: 'symbol' }],
  ['a function', () => CANARY.token, { message: 'function' }],
  [
    'an error of another realm',
    runInNewContext("Object.assign(new TypeError('a'), { code: 'EPIPE', cause: new RangeError('b') })"),
    { message: 'TypeError (EPIPE) ← RangeError' },
  ],
  ['a plain object with a message', { message: 'a', code: 'EPIPE', token: CANARY.token }, { message: 'Error (EPIPE)' }],
  ['an error whose cause is text', new Error('a', { cause: 'b' }), { message: 'Error ← string' }],
  ['several errors', new AggregateError([new Error('b')], 'a'), { message: 'AggregateError' }],
  ['an error whose message throws', throwing('message'), { message: 'Error' }],
  ['an error whose name throws', throwing('name'), { message: 'unreadable' }],
])('a fetch that throws %s: the cause says so', async (_, thrown, expected) => {
  const fetch = () => Promise.reject(thrown); // as a caller's own fetch may
  const { seen, watch } = watched({ baseUrl: 'https://api.kobble.test', fetch, token: CANARY.token });
  const error = (await watch(({ cards }) => cards.get('1'))) as Error;
  expect(error).toMatchObject({ name: 'ConnectionError' });
  expect(error.cause).toBeInstanceOf(Error);
  expect(error.cause).toMatchObject(expected);
  expectNoTrace(seen);
});

function revokedProxy(): unknown {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

function throwing(field: string): Error {
  const get = () => {
    throw new Error(CANARY.token);
  };
  return Object.defineProperty(new Error('a'), field, { get });
}

test('a hook that throws what cannot be read, or has a secret for its name, changes nothing', async () => {
  const { url } = await serveHttp(withTokens((_, response) => response.writeHead(200).end('{"id":"1"}')));
  const named = Object.assign(new Error('a'), { name: `Bearer ${CANARY.token}` });
  for (const thrown of [revokedProxy(), throwing('name'), named, Object.assign(new Error(), { name: 7 })]) {
    const onResponse = () => {
      throw thrown as Error;
    };
    const { seen, watch } = watched({ baseUrl: url, hooks: { onResponse } });
    expect(await watch(({ cards }) => cards.get('1'))).toEqual({ id: '1' });
    expectNoTrace(seen.slice(1));
  }
});

test.each([CANARY.pan, '4111-1111-1111-1111', `card=${CANARY.pan}`, 'token=eyJhbGciOi', '5500000000000004'])(
  'a request id %s is not shown',
  async (id) => {
    const { url } = await serveHttp(
      withTokens((_, response) => response.writeHead(404, { 'x-request-id': id, 'x-correlation-id': 'r-1' }).end()),
    );
    const { seen, watch } = watched({ baseUrl: url });
    expect(await watch(({ cards }) => cards.get('1'))).toMatchObject({ requestId: 'r-1' });
    expect(inspect(seen, { depth: 10 })).not.toContain(id);
  },
);

test('a confirmation shows neither its address nor its token', () => {
  const message = {
    MessageId: 'm-1',
    TopicArn: 'arn',
    Timestamp: 't',
    SubscribeURL: `https://sns.test/?Token=${CANARY.token}`,
    Token: CANARY.token,
  };
  const confirmation = new VerifiedConfirmation('SubscriptionConfirmation', message as never);
  expect(confirmation.token).toBe(CANARY.token);
  expectNoTrace([confirmation, { confirmation }]);
});

test("a caller's token function that gives what no header can carry", async () => {
  for (const token of [`${CANARY.token}\r\nx: 1`, `${CANARY.token} ${CANARY.pan}`, `${CANARY.token}é`]) {
    const { seen, watch } = watched({ baseUrl: 'https://api.kobble.test', token: () => token });
    expect(await watch(({ cards }) => cards.get('1'))).toBeInstanceOf(Error);
    expectNoTrace(seen);
  }
});

test('a token store whose errors quote what they were given', async () => {
  const { url } = await serveHttp(withTokens((_, response) => response.writeHead(200).end('{"id":"1"}')));
  const tokenStore = {
    get: () => undefined,
    set: (key: string, value: unknown) => Promise.reject(new Error(`SET ${key} ${JSON.stringify(value)}`)),
    delete: () => undefined,
  };
  const { seen, watch } = watched({ baseUrl: url, tokenStore });
  await watch(({ cards }) => cards.get('1'));
  expect(seen.some((line) => String(line).includes('the token store failed'))).toBe(true);
  expectNoTrace(seen);
});

test('a hook and a logger that throw change nothing', async () => {
  const { url } = await serveHttp(withTokens((_, response) => response.writeHead(200).end('{"id":"1"}')));
  const onResponse = (event: unknown) => {
    throw new Error(`${CANARY.token} ${inspect(event)}`);
  };
  const { seen, watch } = watched({ baseUrl: url, hooks: { onResponse } });
  expect(await watch(({ cards }) => cards.get('1'))).toEqual({ id: '1' });
  expect(seen.length).toBeGreaterThan(0);
  expectNoTrace(seen);
});

test('what is refused before it is sent is not quoted', async () => {
  const { seen, watch } = watched({ baseUrl: 'https://api.kobble.test', token: CANARY.token });
  const circular: Record<string, unknown> = { secret: CANARY.cardSecret };
  circular['self'] = circular;
  const wrong: ((kobble: KobbleClient) => PromiseLike<unknown>)[] = [
    async ({ cards }) => cards.get(`\ud800${CANARY.pan}`),
    async ({ cards }) => cards.renew('1', { reason: 'r', expiry: 'e' }, { idempotencyKey: CANARY.pan }),
    async ({ cards }) => cards.get('1', { headers: { 'x-a': `${CANARY.token}\n` } }),
    async ({ cards }) => cards.get('1', { headers: { authorization: `Bearer ${CANARY.token}` } }),
    async ({ cards }) => cards.create(circular as never),
    async (kobble) => kobble.request('GET', `/customers/v1/cards?totp=${CANARY.totp}`),
    async (kobble) => kobble.request('GET', '/customers/v1/cards', { query: { totp: `\ud800${CANARY.totp}` } }),
    async (kobble) => kobble.fetch(`${kobble.baseUrl}/x`, { headers: { 'x-a': `${CANARY.token}\nx` } }),
    async (kobble) => kobble.fetch(`https://${CANARY.token}.test/`),
  ];
  for (const call of wrong) expect(await watch(call)).toBeInstanceOf(Error);
  expectNoTrace(seen);
});

test('a wrong option is named, not quoted', () => {
  const good = { baseUrl: 'https://api.kobble.test', clientId: 'a', clientSecret: CANARY.clientSecret, scope: 'b' };
  const wrong: Record<string, unknown>[] = [
    { ...good, baseUrl: `https://user:${CANARY.clientSecret}@api.kobble.test` },
    { ...good, baseUrl: `not a URL ${CANARY.token}` },
    { ...good, tokenUrl: `https://api.kobble.test/?secret=${CANARY.clientSecret}` },
    { ...good, token: CANARY.token },
    { baseUrl: good.baseUrl, token: `${CANARY.token}\n` },
    { ...good, clientSecret: [CANARY.clientSecret] },
    { ...good, headers: { Authorization: `Bearer ${CANARY.token}` } },
    { ...good, headers: { 'x-a': `${CANARY.token}\n` } },
    { ...good, logLevel: CANARY.token },
    { ...good, environment: CANARY.token },
    { ...good, baseUrl: undefined, environment: CANARY.token },
    { ...good, retry: { statuses: [CANARY.pan] } },
  ];
  vi.stubEnv('KOBBLE_CLIENT_SECRET', CANARY.clientSecret);
  onTestFinished(() => void vi.unstubAllEnvs());
  for (const options of wrong) {
    const make = () => createKobbleClient(options);
    expect(make).toThrow(TypeError);
    try {
      make();
    } catch (error) {
      expectNoTrace([error]);
    }
  }
});
