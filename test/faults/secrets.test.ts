// Proves that no secret is in anything that a log, a monitor or an error report gets: canaries are put wherever a
// server, a proxy or a `fetch` could put a secret, and searched for in all output.
import type { RequestListener } from 'node:http';
import { inspect } from 'node:util';
import { runInNewContext } from 'node:vm';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createKobbleClient, type KobbleClient, type KobbleClientOptions } from '../../src/index.js';
import { VerifiedConfirmation } from '../../src/webhooks/subscription.js';
import { rawAnswer, serveHttp, serveRaw } from '../support/faults/servers.js';
import { CARD } from '../support/samples.js';

const CANARY = {
  clientSecret: 'canary-client-secret-5up3r',
  token: 'canary-token-eyJhbGciOi',
  cardSecret: 'canary-card-secret-77',
  totp: 'canary-totp#4711',
  apiKey: 'canary-api-key-9x9x9',
  pan: '4111111111111111',
  spacedPan: '4111 1111 1111 1111',
} as const;
/** What is searched for: parts that no quoting or encoding takes apart. */
const TRACES = [
  '5up3r',
  'eyJhbGciOi',
  '9x9x9',
  'card-secret-77',
  'totp#4711',
  'totp%234711',
  CANARY.pan,
  CANARY.spacedPan,
];
const TOKEN_ANSWER = JSON.stringify({ access_token: CANARY.token, expires_in: 3600 });

/** Each way in which a reporter might look at a value. */
function* faces(value: unknown): Generator<string> {
  const everything = { maxStringLength: null, maxArrayLength: null, depth: Number.POSITIVE_INFINITY };
  yield String(value);
  yield inspect(value);
  yield inspect(value, { ...everything, showHidden: true, showProxy: true });
  yield inspect({ value }, { ...everything, showHidden: true, getters: true });
  yield JSON.stringify({ value });
  yield JSON.stringify({ value }, ['value', ...Object.getOwnPropertyNames(value ?? {})]);
  for (let error = value, depth = 0; error instanceof Error && depth < 10; error = error.cause, depth++) {
    yield `${error.name} ${error.message} ${String(error.stack)}`;
    yield JSON.stringify(Object.fromEntries(Object.entries(error)));
  }
}

function expectNoTrace(values: readonly unknown[]): void {
  for (const value of values) {
    for (const face of faces(value)) for (const trace of TRACES) expect(face).not.toContain(trace);
  }
}

interface Watched {
  readonly kobble: KobbleClient;
  /** Everything that came out, but for the data: errors, log lines, events of hooks. */
  readonly seen: unknown[];
  /** Makes the call; what it throws is seen too. */
  readonly watch: (call: (kobble: KobbleClient) => PromiseLike<unknown>) => Promise<unknown>;
}

/** A client that is watched by a logger at its most talkative, and by every hook. */
function watched(options: KobbleClientOptions): Watched {
  const seen: unknown[] = [];
  const note = (...values: unknown[]) => void seen.push(...values);
  const kobble = createKobbleClient({
    ...(options.token === undefined && {
      clientId: 'client-1',
      clientSecret: CANARY.clientSecret,
      scope: 'client/read',
    }),
    logger: { error: note, warn: note, info: note, debug: note },
    logLevel: 'debug',
    hooks: { onRequest: note, onResponse: note, onRetry: note },
    retry: { maxRetries: 1 },
    timeoutMs: 500,
    ...options,
  });
  const watch = async (call: (kobble: KobbleClient) => PromiseLike<unknown>) => {
    try {
      return await call(kobble);
    } catch (error) {
      seen.push(error);
      return error;
    }
  };
  return { kobble, seen, watch };
}

/** All secrets at once, as a careless server would send them back. */
const CONFESSION = JSON.stringify({
  message: `Bearer ${CANARY.token} of ${CANARY.clientSecret} may not see ${CANARY.pan} (${CANARY.spacedPan})`,
  error: CANARY.clientSecret,
  error_description: `client ${CANARY.clientSecret}`,
  secret: CANARY.cardSecret,
  totp: CANARY.totp,
});
const LOUD_HEADERS = {
  'x-echo': `Bearer ${CANARY.token}`,
  'x-request-id': `${CANARY.clientSecret} ${CANARY.pan}`,
  'set-cookie': `session=${CANARY.token}`,
  'www-authenticate': `Bearer error="${CANARY.token}"`,
  location: `https://elsewhere.example.com/?token=${CANARY.token}`,
  'retry-after': CANARY.pan,
};

/** The API as given, and a token endpoint that works. */
const withTokens =
  (answer: RequestListener): RequestListener =>
  (request, response) => {
    if (request.url?.endsWith('/oauth2/token')) response.writeHead(200).end(TOKEN_ANSWER);
    else answer(request, response);
  };

const CALLS: ((kobble: KobbleClient) => PromiseLike<unknown>)[] = [
  (kobble) => kobble.cards.create(CARD),
  (kobble) => kobble.cards.createSecret('card-1', { remarks: CANARY.pan }),
  (kobble) => kobble.cards.createWidgetSession('card-1'),
  (kobble) => kobble.cards.list(),
  (kobble) => kobble.relays.create({ url: 'https://hooks.example.com' }),
  (kobble) =>
    kobble.api.GET('/customers/v1/cards/{id}', { params: { path: { id: CANARY.pan } } }).then(() => undefined),
  (kobble) => kobble.request('GET', `/customers/v1/cards/${CANARY.pan}`),
];

/** Makes all calls against this answer; each must come to something that is watched. */
async function expectSilence(answer: RequestListener, fails = true): Promise<void> {
  const { url } = await serveHttp(answer);
  const { kobble, seen, watch } = watched({ baseUrl: url, headers: { 'x-api-key': CANARY.apiKey } });
  const results = await Promise.all(CALLS.map(watch));
  if (fails)
    expect(results.filter((result) => result instanceof Error).length).toBeGreaterThanOrEqual(CALLS.length - 3);
  expect(seen.length).toBeGreaterThan(CALLS.length);
  expectNoTrace([...seen, kobble]);
}

test('success: the secrets are in the data, and nowhere else', async () => {
  const session = { cardId: 'card-1', totp: CANARY.totp, widgetUrl: 'https://widget.example.com/', expiresIn: 60 };
  const { url } = await serveHttp(
    withTokens((request, response) => {
      const body = request.url?.endsWith('/secrets') ? { secret: CANARY.cardSecret } : session;
      response.writeHead(200, LOUD_HEADERS).end(JSON.stringify(body));
    }),
  );
  const { kobble, seen, watch } = watched({ baseUrl: url });
  const widget = await watch(({ cards }) => cards.createWidgetSession('card-1'));
  expect(widget).toMatchObject({ iframeUrl: 'https://widget.example.com/?cardId=card-1&totp=canary-totp%234711' });
  expect(await watch(({ cards }) => cards.createSecret('card-1', { remarks: 'call centre' }))).toEqual({
    secret: CANARY.cardSecret,
  });
  const promise = kobble.cards.createSecret('card-1', { remarks: 'call centre' });
  await promise;
  expect(seen.length).toBeGreaterThan(5);
  expectNoTrace([...seen, kobble, kobble.cards, kobble.api]);
});

test.each([302, 307, 400, 401, 403, 404, 409, 418, 422, 429, 500, 503])(
  'a %d that quotes all it was sent',
  async (status) => {
    await expectSilence(withTokens((_, response) => void response.writeHead(status, LOUD_HEADERS).end(CONFESSION)));
  },
);

test('a status line that quotes the token', async () => {
  await expectSilence(withTokens((_, response) => void response.writeHead(500, `for ${CANARY.token}`).end(CONFESSION)));
});

test.each([
  ['cut JSON, which a parser quotes', CONFESSION.slice(0, -2)],
  ['a token where JSON should be', CANARY.token],
  ['a short token, which a parser quotes whole', 'eyJhbGciOi'],
  ['a number', CANARY.pan],
  ['text', JSON.stringify(CANARY.cardSecret)],
  ['invalid UTF-8', Buffer.concat([Buffer.from(CONFESSION), Buffer.from([0xff])])],
  ['nothing', ''],
])('a 200 with %s', async (_, body) => {
  await expectSilence(withTokens((_request, response) => void response.writeHead(200, LOUD_HEADERS).end(body)));
});

test('a 200 that breaks off, and one that stalls', async () => {
  await expectSilence(
    withTokens((_, response) => {
      response.writeHead(200, { ...LOUD_HEADERS, 'content-length': 9_999 });
      response.write(CONFESSION, () => response.socket?.resetAndDestroy());
    }),
  );
  await expectSilence(
    withTokens(
      (_, response) => void response.writeHead(200, { ...LOUD_HEADERS, 'content-length': 9_999 }).write(CONFESSION),
    ),
  );
});

test.each([
  ['a widget URL that is none', `no URL: ${CANARY.totp}`],
  ['a widget URL that is not safe', `http://elsewhere.example.com/?totp=${CANARY.totp}`],
  ['a widget URL with user info', `https://user:${CANARY.token}@elsewhere.example.com/`],
])('%s', async (_, widgetUrl) => {
  const { url } = await serveHttp(
    withTokens((_request, response) =>
      response.writeHead(200).end(JSON.stringify({ cardId: 'card-1', totp: CANARY.totp, widgetUrl })),
    ),
  );
  const { seen, watch } = watched({ baseUrl: url });
  expect(await watch(({ cards }) => cards.createWidgetSession('card-1'))).toBeInstanceOf(Error);
  expectNoTrace(seen);
});

test.each([
  ['400 that quotes the form', 400, CONFESSION],
  ['401 that quotes the form', 401, CONFESSION],
  ['500 that quotes the form', 500, CONFESSION],
  ['redirect', 307, CONFESSION],
  ['200 with a token and nothing else, which a parser quotes whole', 200, 'eyJhbGciOi'],
  ['200 with cut JSON', 200, TOKEN_ANSWER.slice(0, -5)],
  ['200 with a token that no header can carry', 200, JSON.stringify({ access_token: `${CANARY.token}\nx-admin: 1` })],
  ['200 with a token beyond ASCII', 200, JSON.stringify({ access_token: `${CANARY.token}\u{1f600}` })],
  ['200 with tokens in a list', 200, JSON.stringify({ access_token: [CANARY.token] })],
])('a token endpoint that answers %s', async (_, status, body) => {
  await expectSilence((_request, response) => void response.writeHead(status, LOUD_HEADERS).end(body));
});

test.each<[string, string]>([
  [
    'a header that breaks off',
    `HTTP/1.1 200 OK\r\nx-echo: ${CANARY.token}\r\nbro\0ken: ${CANARY.pan}\r\n\r\n${CONFESSION}`,
  ],
  ['no HTTP at all', `${CONFESSION}\r\n\r\n`],
  ['two lengths', `HTTP/1.1 200 OK\r\ncontent-length: 2\r\ncontent-length: ${CANARY.pan}\r\n\r\n${CONFESSION}`],
  ['a broken chunk', `HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n${CONFESSION}\r\n0\r\n\r\n`],
  ['more than the length', `${rawAnswer('200 OK', [], '{"id":"1"}')}${CONFESSION}`],
  ['headers without end', `HTTP/1.1 200 OK\r\n${`x-echo: ${CANARY.token}\r\n`.repeat(2_000)}`],
  ['an upgrade', `HTTP/1.1 101 Switching Protocols\r\nupgrade: ${CANARY.token}\r\nconnection: upgrade\r\n\r\n`],
])('what is not quite HTTP: %s', async (_, words) => {
  const { url } = await serveRaw((socket) => socket.once('data', () => socket.write(words)));
  const { seen, watch } = watched({ baseUrl: url, token: CANARY.token });
  await Promise.all(CALLS.map(watch));
  const secretly = watched({ baseUrl: url });
  await Promise.all(CALLS.map(secretly.watch));
  expect(seen.length).toBeGreaterThan(CALLS.length);
  expectNoTrace([...seen, ...secretly.seen]);
});

test("short values of a caller's own headers leave the message of an error readable", async () => {
  const fetch = () => Promise.reject(new TypeError('connect ECONNREFUSED 127.0.0.1:80'));
  const { watch } = watched({ baseUrl: 'https://api.kobble.test', fetch, token: 'T', headers: { 'x-version': '1' } });
  const error = (await watch(({ cards }) => cards.get('1'))) as Error;
  expect(error.cause).toMatchObject({ name: 'TypeError', message: 'connect ECONNREFUSED 127.0.0.1:80' });
});

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
  ['an error', new Error(`vault: Bearer ${CANARY.token} is sealed`), 'vault: Bearer ••• is sealed'],
  ['an error with more', Object.assign(new Error('sealed'), { config: { data: CANARY.clientSecret } }), 'sealed'],
  ['a cause', new Error('sealed', { cause: new Error(`client_secret=${CANARY.clientSecret}`) }), 'sealed'],
  ['text', `password=${CANARY.clientSecret}`, 'password=•••'],
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
  ['null', null, { message: 'null' }],
  ['false', false, { message: 'false' }],
  ['zero', 0, { message: '0' }],
  ['a symbol', Symbol('s'), { message: 'Symbol(s)' }],
  ['a function', () => CANARY.token, { message: 'function' }],
  [
    'an error of another realm',
    runInNewContext("Object.assign(new TypeError('a'), { code: 'E_A', cause: new RangeError('b') })"),
    { name: 'TypeError', message: 'a', code: 'E_A', cause: { name: 'RangeError', message: 'b' } },
  ],
  ['a plain object with a message', { message: 'a', code: 'E_A', token: CANARY.token }, { message: 'a', code: 'E_A' }],
  ['an error whose cause is text', new Error('a', { cause: 'b' }), { message: 'a', cause: 'b' }],
  ['several errors', new AggregateError([new Error('b')], 'a'), { message: 'a', errors: [{ message: 'b' }] }],
  ['an error whose message throws', throwing('message'), { message: '[unreadable]' }],
  ['an error whose name throws', throwing('name'), { name: '[unreadable]', message: 'a' }],
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
    async ({ api }) => api.GET('/customers/v1/cards', { headers: { 'x-a': `${CANARY.token}\nx` } }),
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
