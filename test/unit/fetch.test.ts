// Proves kobble.fetch: it takes what the platform's fetch takes, below the base URL only, and gives a genuine response.
import { describe, expect, it } from 'vitest';
import { callOf, type KobbleFetchInit } from '../../src/index.js';
import { failureOf } from '../support/failure.js';
import { broken, hanging, inTurn, json, status } from '../support/replies.js';
import { BASE_URL, setUp, UUID_V4 } from '../support/requests.js';
import { CARD } from '../support/samples.js';
import { idle } from '../support/time.js';

const CARDS = `${BASE_URL}/customers/v1/cards`;
const KEY = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';
const POST: KobbleFetchInit = { method: 'POST', body: JSON.stringify(CARD) };

describe('a request', () => {
  it.each<[string, string | URL | Request, KobbleFetchInit?]>([
    ['a string and an init', CARDS, POST],
    ['a URL and an init', new URL(CARDS), POST],
    ['a Request', new Request(CARDS, { ...POST, headers: { 'content-type': 'application/json' } })],
    ['a Request and an init', new Request(CARDS), POST],
    ['a URL with a fragment', `${CARDS}#top`, POST],
    ['bytes', CARDS, { ...POST, body: new TextEncoder().encode(JSON.stringify(CARD)) }],
  ])('given as %s is the operation, with its key and token', async (_, input, init) => {
    const { kobble, sent } = setUp();
    const response = await kobble.fetch(input, init);
    expect(await response.json()).toEqual({ id: 'card-1' });
    expect(sent[0]).toMatchObject({
      method: 'POST',
      url: CARDS,
      body: JSON.stringify(CARD),
      redirect: 'manual',
      headers: { 'content-type': 'application/json', authorization: 'Bearer token-1' },
    });
    expect(sent[0]?.headers['idempotency-key']).toMatch(UUID_V4);
  });

  it.each([
    ['GET', '/customers/v1/cards/a%2Fb', 'getCard', 'GET /customers/v1/cards/{id}'],
    ['POST', '/customers/v1/cards/1/replace', 'replaceOrRenewCard', 'POST /customers/v1/cards/{id}/{action}'],
    ['POST', '/customers/v1/cards/1/secrets', 'createCardSecret', 'POST /customers/v1/cards/{id}/secrets'],
    ['GET', '/customers/v1/transactions/manual-credit', 'getTransaction', 'GET /customers/v1/transactions/{id}'],
    ['POST', '/customers/v1/transactions/manual-credit', 'createManualCredit', undefined],
    ['GET', '/customers/v1/cards/', 'listCards', 'GET /customers/v1/cards'],
    ['GET', '/customers/v1/cards//', undefined, 'GET /customers/v1/cards//'],
    ['PUT', '/customers/v1/news/12345', undefined, 'PUT /customers/v1/news/{…}'],
  ])('%s %s is the operation %s', async (method, path, operationId, endpoint) => {
    const { kobble } = setUp();
    const call = callOf(await kobble.fetch(`${BASE_URL}${path}?limit=1`, { method }));
    expect(call).toMatchObject({ operationId, ...(endpoint !== undefined && { endpoint }) });
  });

  it('is under a base URL with a path of its own', async () => {
    const { kobble, sent } = setUp({ baseUrl: `${BASE_URL}/proxy/`, token: 'T' });
    expect(callOf(await kobble.fetch(`${kobble.baseUrl}/customers/v1/cards/1`))?.operationId).toBe('getCard');
    expect(sent[0]?.url).toBe(`${BASE_URL}/proxy/customers/v1/cards/1`);
    expect(await failureOf(kobble.fetch(CARDS))).toMatchObject({ code: 'invalid_url' });
  });

  it.each([
    'https://evil.test/customers/v1/cards',
    'https://api.kobble.test.evil.test/customers/v1/cards',
    'https://api.kobble.test@evil.test/customers/v1/cards',
    'https://api.kobble.test:8443/customers/v1/cards',
    'http://api.kobble.test/customers/v1/cards',
    'https://user:word@api.kobble.test/customers/v1/cards',
    '/customers/v1/cards',
    'customers/v1/cards',
    'data:,1',
    '',
  ])('to %s is refused, and nothing is sent', async (url) => {
    const { kobble, sent, tokenRequests } = setUp();
    expect(await failureOf(kobble.fetch(url))).toMatchObject({ name: 'ConfigError', outcome: 'not-sent' });
    expect([...sent, ...tokenRequests]).toEqual([]);
  });

  it.each<[string, KobbleFetchInit, string]>([
    ['a method of no operation', { method: 'HEAD' }, 'invalid_method'],
    ['a key that is none', { ...POST, headers: { 'Idempotency-Key': 'order-1' } }, 'invalid_idempotency_key'],
    ['a body that is no text', { ...POST, body: new Uint8Array([0xff, 0xfe]) }, 'invalid_body'],
    ['a header that cannot be sent', { headers: { 'x-a': 'b\nc' } }, 'not_a_request'],
    ['a body of a GET', { body: '{}' }, 'not_a_request'],
  ])('with %s is refused, and nothing is sent', async (_, init, code) => {
    const { kobble, sent, tokenRequests } = setUp();
    expect(await failureOf(kobble.fetch(CARDS, init))).toMatchObject({ name: 'ConfigError', code });
    expect([...sent, ...tokenRequests]).toEqual([]);
  });

  it('has the key that it is given', async () => {
    const { kobble, sent } = setUp();
    const response = await kobble.fetch(CARDS, { ...POST, headers: { 'Idempotency-Key': KEY } });
    expect(sent[0]?.headers['idempotency-key']).toBe(KEY);
    expect(callOf(response)).toMatchObject({
      idempotencyKey: KEY,
      operationId: 'createCard',
      outcome: 'ok',
      attempts: 1,
    });
  });
});

const BYTES = { headers: { 'content-type': 'application/octet-stream' } };

describe('a response', () => {
  it('is one of the platform, whatever its status, with the facts of its call', async () => {
    const { kobble } = setUp({ api: () => json({ reason: 'no' }, 422, { 'x-request-id': 'r-1' }) });
    const response = await kobble.fetch(CARDS, POST);
    expect(response).toBeInstanceOf(Response);
    expect([response.status, response.ok, response.bodyUsed]).toEqual([422, false, false]);
    expect(await response.clone().json()).toEqual({ reason: 'no' });
    expect(await response.text()).toBe('{"reason":"no"}');
    expect(callOf(response)).toMatchObject({ outcome: 'rejected', requestId: 'r-1' });
  });

  it.each([204, 205, 304])('of %d has no body', async (code) => {
    const { kobble } = setUp({ api: () => new Response(null, { status: code }) });
    expect((await kobble.fetch(CARDS)).body).toBeNull();
  });

  it('may hold bytes that are no text', async () => {
    const { kobble } = setUp({ api: () => new Response(new Uint8Array([0xff, 0]), BYTES) });
    expect([...new Uint8Array(await (await kobble.fetch(CARDS)).arrayBuffer())]).toEqual([0xff, 0]);
  });

  it.each([
    ['a page', '<html>', 'text/html'],
    ['a page as text', '\n<!doctype html>', 'text/plain'],
    ['JSON that breaks off', '{"id":', 'application/json'],
    ['text of no type', 'ok', undefined],
  ])('that is %s is a DecodeError, which has what arrived', async (_, body, type) => {
    const headers: Record<string, string> = type === undefined ? {} : { 'content-type': type };
    const { kobble } = setUp({ api: () => new Response(new TextEncoder().encode(body), { headers }) });
    const error = await failureOf(kobble.fetch(CARDS, POST));
    expect(error).toMatchObject({ name: 'DecodeError', code: 'invalid_json', outcome: 'unknown', status: 200, body });
    expect(error.idempotencyKey).toMatch(UUID_V4);
  });

  it('that is text is passed on', async () => {
    const { kobble } = setUp({ api: () => new Response('ok') });
    expect(await (await kobble.fetch(CARDS)).text()).toBe('ok');
  });

  it('comes after the retries of the operation, with one key', async () => {
    const { kobble, sent } = setUp({ api: inTurn(broken('ECONNRESET'), status(503), () => json({ id: '1' }, 201)) });
    const response = await kobble.fetch(CARDS, POST);
    expect([response.status, callOf(response)?.attempts]).toEqual([201, 3]);
    expect(new Set(sent.map(({ headers }) => headers['idempotency-key'])).size).toBe(1);
  });

  it('of a call without one is an error of this library', async () => {
    const { kobble } = setUp({ api: broken('ECONNRESET'), retry: { maxRetries: 0 } });
    const error = await failureOf(kobble.fetch(CARDS, POST));
    expect(error).toMatchObject({ name: 'ConnectionError', outcome: 'unknown', operationId: 'createCard' });
    expect(error.idempotencyKey).toMatch(UUID_V4);
  });
});

it.each(['init', 'Request'])('the signal of an %s ends the call', async (where) => {
  const { kobble, sent } = setUp({ api: hanging, token: 'T' });
  const controller = new AbortController();
  const init = { signal: controller.signal };
  const failure = failureOf(where === 'init' ? kobble.fetch(CARDS, init) : kobble.fetch(new Request(CARDS, init)));
  await idle();
  controller.abort();
  expect(await failure).toMatchObject({ name: 'AbortError', outcome: 'unknown' });
  expect(sent[0]?.signal.aborted).toBe(true);
});

it('an init that a wrapper of the option fetch copies has its signal', async () => {
  const signals: (AbortSignal | null | undefined)[] = [];
  const { kobble } = setUp({ api: hanging, token: 'T', timeoutMs: 5, retry: { maxRetries: 0 } });
  const copying = async (url: string, init: RequestInit) => {
    const copy = { ...init };
    signals.push(copy.signal);
    return kobble.fetch(url, copy);
  };
  expect(await failureOf(copying(CARDS, { signal: new AbortController().signal }))).toMatchObject({
    name: 'TimeoutError',
  });
  expect(signals[0]?.aborted).toBe(false);
});
