// For the tests of secrets: canaries, a client whose every output is kept, and the search through all of it.
import type { RequestListener } from 'node:http';
import { inspect } from 'node:util';
import { expect } from 'vitest';
import type { KobbleClient, KobbleClientOptions } from '../../../src/index.js';
import { CARD } from '../samples.js';
import { createKobbleClient } from './clients.js';
import { serveHttp } from './servers.js';
import { apiOf } from '../openapi-client.js';

export const CANARY = {
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
export const TOKEN_ANSWER = JSON.stringify({ access_token: CANARY.token, expires_in: 3600 });

/** Each way in which a reporter might look at a value. */
export function* faces(value: unknown): Generator<string> {
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

export function expectNoTrace(values: readonly unknown[]): void {
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
export function watched(options: KobbleClientOptions): Watched {
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
export const CONFESSION = JSON.stringify({
  message: `Bearer ${CANARY.token} of ${CANARY.clientSecret} may not see ${CANARY.pan} (${CANARY.spacedPan})`,
  error: CANARY.clientSecret,
  error_description: `client ${CANARY.clientSecret}`,
  secret: CANARY.cardSecret,
  totp: CANARY.totp,
});
export const LOUD_HEADERS = {
  'x-echo': `Bearer ${CANARY.token}`,
  'x-request-id': `${CANARY.clientSecret} ${CANARY.pan}`,
  'set-cookie': `session=${CANARY.token}`,
  'www-authenticate': `Bearer error="${CANARY.token}"`,
  location: `https://elsewhere.example.com/?token=${CANARY.token}`,
  'retry-after': CANARY.pan,
};

/** The API as given, and a token endpoint that works. */
export const withTokens =
  (answer: RequestListener): RequestListener =>
  (request, response) => {
    if (request.url?.endsWith('/oauth2/token')) response.writeHead(200).end(TOKEN_ANSWER);
    else answer(request, response);
  };

export const CALLS: ((kobble: KobbleClient) => PromiseLike<unknown>)[] = [
  (kobble) => kobble.cards.create(CARD),
  (kobble) => kobble.cards.createSecret('card-1', { remarks: CANARY.pan }),
  (kobble) => kobble.cards.createWidgetSession('card-1'),
  (kobble) => kobble.cards.list(),
  (kobble) => kobble.relays.create({ url: 'https://hooks.example.com' }),
  (kobble) =>
    apiOf(kobble)
      .GET('/customers/v1/cards/{id}', { params: { path: { id: CANARY.pan } } })
      .then(() => undefined),
  (kobble) => kobble.request('GET', `/customers/v1/cards/${CANARY.pan}`),
];

/** Makes all calls against this answer; each must come to something that is watched. */
export async function expectSilence(answer: RequestListener, fails = true): Promise<void> {
  const { url } = await serveHttp(answer);
  const { kobble, seen, watch } = watched({ baseUrl: url, headers: { 'x-api-key': CANARY.apiKey } });
  const results = await Promise.all(CALLS.map(watch));
  if (fails)
    expect(results.filter((result) => result instanceof Error).length).toBeGreaterThanOrEqual(CALLS.length - 3);
  expect(seen.length).toBeGreaterThan(CALLS.length);
  expectNoTrace([...seen, kobble]);
}
