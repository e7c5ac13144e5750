// Proves, for every class of operation and every failure, if the call is sent again: only if nothing can be doubled.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CallOptions, KobbleClient } from '../../src/index.js';
import { failureOf } from '../support/failure.js';
import { broken, hanging, inTurn, json, status, type Reply } from '../support/replies.js';
import { setUp } from '../support/requests.js';
import { holdTime, letTimePass } from '../support/time.js';
import { CARD } from '../support/samples.js';

beforeEach(holdTime);
afterEach(() => {
  vi.useRealTimers();
});

type Call = (kobble: KobbleClient, options: CallOptions) => Promise<unknown>;

const SAFE: [string, Call][] = [
  ['GET', (kobble, options) => kobble.cards.get('1', options)],
  ['DELETE', (kobble, options) => kobble.webhooks.delete('1', options)],
  ['DELETE of an unknown path', (kobble, options) => kobble.request('DELETE', '/customers/v1/news', options)],
];
const KEYED: [string, Call][] = [
  ['POST with a key', (kobble, options) => kobble.cards.create(CARD, options)],
  ['POST with a key, kobble.fetch', (kobble, options) => fetchCreate(kobble, options)],
];
const NEVER: [string, Call][] = [
  ['POST without a key', (kobble, options) => kobble.webhooks.create({ url: 'https://kobble.test/hook' }, options)],
  ['POST to an unknown path', (kobble, options) => kobble.request('POST', '/customers/v1/news', options)],
  ['PUT', (kobble, options) => kobble.beneficiaries.update('1', {}, options)],
  ['PATCH', (kobble, options) => kobble.cards.updateStatus('1', { status: 'ACTIVE' }, options)],
  ['PUT of an unknown path', (kobble, options) => kobble.request('PUT', '/customers/v1/news', options)],
  ['PATCH of an unknown path', (kobble, options) => kobble.request('PATCH', '/customers/v1/news', options)],
];

/** `kobble.fetch` resolves to a failed response: throws here, to be like the others. */
async function fetchCreate({ baseUrl, fetch }: KobbleClient, { retry, timeoutMs }: CallOptions): Promise<unknown> {
  const init = { method: 'POST', body: JSON.stringify(CARD), retry, timeoutMs };
  const response = await fetch(`${baseUrl}/customers/v1/cards`, init);
  if (!response.ok) throw new Error('refused');
  return response.json();
}

const NOT_SENT = [
  ...['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT', 'getaddrinfo EAI_FAIL'],
  ...['connect ETIMEDOUT', 'connect EHOSTUNREACH', 'connect ENETUNREACH', 'connect ECONNRESET', 'connect EWHATEVER'],
];
const PERHAPS_SENT = [
  ...['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET', 'UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_ABORTED', 'ETIMEDOUT', 'anything'],
  ...['read ETIMEDOUT', 'read ECONNRESET', 'write EPIPE', 'read EHOSTUNREACH'],
];
const AGAIN = [408, 425, 429, 500, 502, 503, 504];
const FINAL = [302, 303, 400, 402, 403, 404, 405, 409, 410, 413, 418, 422, 501, 505];
const SOON = { 'retry-after': '1' };

/** Fails once in this way, then succeeds: 2 requests are a retry. */
async function requestsFor(failure: Reply, call: Call, options: CallOptions = {}): Promise<number> {
  const { kobble, sent } = setUp({ api: inTurn(failure, () => json({ id: '1' })) });
  await letTimePass(call(kobble, options)).catch(() => {});
  return sent.length;
}

describe.each([...SAFE, ...KEYED])('%s is sent again after', (_, call) => {
  it.each([...NOT_SENT, ...PERHAPS_SENT])('%s', async (code) => {
    expect(await requestsFor(broken(code), call)).toBe(2);
  });
  it.each(AGAIN)('%d', async (code) => {
    expect(await requestsFor(status(code), call)).toBe(2);
  });
  it('a timeout', async () => {
    expect(await requestsFor(hanging, call, { timeoutMs: 1_000 })).toBe(2);
  });
  it.each([429, 503])('%d with Retry-After', async (code) => {
    expect(await requestsFor(status(code, SOON), call)).toBe(2);
  });
});

describe.each([...SAFE, ...KEYED])('%s is final on', (_, call) => {
  it.each(FINAL)('%d', async (code) => {
    expect(await requestsFor(status(code), call)).toBe(1);
  });
  it.each([
    'CERT_HAS_EXPIRED',
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    'ERR_TLS_CERT_ALTNAME_INVALID',
  ])('%s', async (code) => {
    expect(await requestsFor(broken(code), call)).toBe(1);
  });
  it('a 2xx that is no JSON', async () => {
    expect(await requestsFor(() => new Response('<html>'), call)).toBe(1);
  });
});

describe.each(NEVER)('%s', (_, call) => {
  it.each(NOT_SENT)('is sent again after %s: it never left', async (code) => {
    expect(await requestsFor(broken(code), call)).toBe(2);
  });
  it('is sent again after 429, with Retry-After or not', async () => {
    expect(await requestsFor(status(429), call)).toBe(2);
    expect(await requestsFor(status(429, SOON), call)).toBe(2);
  });
  it.each(NOT_SENT)(
    'is final on %s at another host: a fetch of the caller may fail after its response',
    async (code) => {
      expect(await requestsFor(broken(code, 'telemetry.test:4318'), call)).toBe(1);
    },
  );
  it('is final on a code that stands behind another one', async () => {
    const refused = Object.assign(new Error('connect ECONNREFUSED api.kobble.test:443'), { code: 'ECONNREFUSED' });
    const reset: Reply = () => {
      throw Object.assign(new Error('reset', { cause: refused }), { code: 'ECONNRESET' });
    };
    expect(await requestsFor(reset, call)).toBe(1);
  });
  it.each(PERHAPS_SENT)('is final on %s: it may have been carried out', async (code) => {
    expect(await requestsFor(broken(code), call)).toBe(1);
  });
  it.each([...FINAL, 408, 425, 500, 502, 503, 504])('is final on %d', async (code) => {
    expect(await requestsFor(status(code), call)).toBe(1);
    expect(await requestsFor(status(code, SOON), call)).toBe(1);
  });
  it('is final on 503 with a Retry-After that is none', async () => {
    expect(await requestsFor(status(503, { 'retry-after': 'soon' }), call)).toBe(1);
  });
  it('is final on a timeout', async () => {
    expect(await requestsFor(hanging, call, { timeoutMs: 1_000 })).toBe(1);
  });
  it('is final whatever the options say, where it may have been carried out', async () => {
    const retry = { statuses: [418, 500, 503, 408], maxRetries: 5 };
    for (const code of retry.statuses) expect(await requestsFor(status(code), call, { retry })).toBe(1);
  });
  it('is sent again if the caller declares it repeatable', async () => {
    const retry = { repeatable: true };
    for (const code of AGAIN) expect(await requestsFor(status(code), call, { retry })).toBe(2);
    expect(await requestsFor(broken('ECONNRESET'), call, { retry })).toBe(2);
    expect(await requestsFor(status(409), call, { retry })).toBe(1);
  });
});

describe('409 to a call with a key', () => {
  it('is repeated with the same key after an attempt that may have been carried out', async () => {
    const api = inTurn(broken('ECONNRESET'), status(409), status(409), () => json({ id: 'card-1' }));
    const { kobble, sent } = setUp({ api });
    expect(await letTimePass(kobble.cards.create(CARD))).toEqual({ id: 'card-1' });
    expect(new Set(sent.map(({ headers }) => headers['idempotency-key'])).size).toBe(1);
    expect(sent).toHaveLength(4);
  });
  it('is final on the first attempt, and its outcome unknown: another process may have sent the key', async () => {
    const error = await failureOf(setUp({ api: status(409) }).kobble.cards.create(CARD));
    expect(error).toMatchObject({ name: 'ConflictError', outcome: 'unknown', attempts: 1 });
  });
});

describe('retry options', () => {
  const [, get] = SAFE[0] ?? ['', () => Promise.reject(new Error('no call'))];

  it('narrow the statuses, and leave broken connections alone', async () => {
    const retry = { statuses: [503] };
    expect(await requestsFor(status(500), get, { retry })).toBe(1);
    expect(await requestsFor(status(429, SOON), get, { retry })).toBe(1);
    expect(await requestsFor(status(503), get, { retry })).toBe(2);
    expect(await requestsFor(broken('ECONNRESET'), get, { retry })).toBe(2);
  });

  it('widen the statuses', async () => {
    expect(await requestsFor(status(418), get, { retry: { statuses: [418] } })).toBe(2);
  });

  it.each([0, 1, 3])('maxRetries %d bounds the attempts after the first', async (maxRetries) => {
    for (const failure of [status(503), status(429, SOON), broken('ECONNREFUSED')]) {
      const { kobble, sent } = setUp({ api: failure });
      const error = await failureOf(letTimePass(kobble.cards.get('1', { retry: { maxRetries } })));
      expect(sent).toHaveLength(maxRetries + 1);
      expect(error.attempts).toBe(maxRetries + 1);
    }
  });

  it('of the client and of the call are one: what the call leaves out the client says', async () => {
    const { kobble, sent } = setUp({ api: status(418), retry: { statuses: [418], maxRetries: 1 } });
    await failureOf(letTimePass(kobble.cards.get('1', { retry: { maxRetries: 2 } })));
    expect(sent).toHaveLength(3);
  });
});
