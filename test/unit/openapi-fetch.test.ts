// Proves that openapi-fetch's own client runs on `kobble.fetch`: middlewares, serializers, ways to read a body and clients by
// path work as its documentation says, and each failure has an error that is true.
import { wrapAsPathBasedClient, type Middleware } from 'openapi-fetch';
import { describe, expect, it } from 'vitest';
import { callOf } from '../../src/index.js';
import { createOpenapiClient } from '../../src/openapi-fetch/index.js';
import { failureOf } from '../support/failure.js';
import { broken, inTurn, json, status } from '../support/replies.js';
import { BASE_URL, setUp, UUID_V4, type Setup } from '../support/requests.js';
import { CARD } from '../support/samples.js';
import { apiOf } from '../support/openapi-client.js';

const ID = 'b844c7e7-2e4e-44b3-8d9f-5668c5a9b93e';
const CARDS = '/customers/v1/cards';
const ONE_CARD = '/customers/v1/cards/{id}';

function setUpApi(setup: Setup, ...middlewares: Middleware[]) {
  const { kobble, sent } = setUp(setup);
  const api = apiOf(kobble);
  api.use(...middlewares);
  return { api, sent };
}

describe('a call', () => {
  it('gives data and the answer', async () => {
    const { kobble, sent } = setUp({ api: () => json({ secret: 's' }, 200, { 'x-request-id': 'r-1' }) });
    const { data, error, response } = await apiOf(kobble).POST('/customers/v1/cards/{id}/secrets', {
      params: { path: { id: ID } },
      body: { remarks: 'call centre' },
    });
    expect([data, error]).toEqual([{ secret: 's' }, undefined]);
    expect(response).toBeInstanceOf(Response);
    expect(response.headers.get('x-request-id')).toBe('r-1');
    expect(sent[0]).toMatchObject({
      method: 'POST',
      url: `${BASE_URL}/customers/v1/cards/${ID}/secrets`,
      body: '{"remarks":"call centre"}',
    });
  });

  it('gives the error of a refusal, and does not throw', async () => {
    const { kobble } = setUp({ api: inTurn(status(401), status(422)) });
    const { data, error, response } = await apiOf(kobble).GET('/customers/v1/cards', {
      params: { query: { limit: 2 } },
    });
    expect([data, error, response.status]).toEqual([undefined, { message: 'said by the server' }, 422]);
  });

  it('throws where no answer came, and where it is no JSON', async () => {
    const gone = setUp({ api: () => Promise.reject(new Error('gone')), retry: { maxRetries: 0 } });
    expect(await failureOf(apiOf(gone.kobble).GET('/customers/v1/cards'))).toMatchObject({ name: 'ConnectionError' });
    const html = setUp({ api: () => new Response('<html>') });
    expect(await failureOf(apiOf(html.kobble).GET('/customers/v1/cards'))).toMatchObject({ code: 'invalid_json' });
  });

  it.each(['text', 'blob', 'arrayBuffer', 'stream'] as const)('can parse as %s', async (parseAs) => {
    const { kobble } = setUp({ api: () => new Response('plain é') });
    const { data } = await apiOf(kobble).GET('/customers/v1/cards', { parseAs });
    expect(await new Response(data).text()).toBe('plain é');
  });
});

describe('a middleware', () => {
  it('changes a header of the request, and nothing that the client adds', async () => {
    const onRequest: Middleware['onRequest'] = ({ request }) => request.headers.set('x-trace', '1');
    const { api, sent } = setUpApi({ api: inTurn(status(503), () => json({ id: '1' })) }, { onRequest });
    await api.POST(CARDS, { body: CARD });
    expect(sent.map(({ headers }) => headers['x-trace'])).toEqual(['1', '1']);
    expect(sent[1]?.headers).toMatchObject({ authorization: 'Bearer token-1', 'content-type': 'application/json' });
    expect(sent[1]?.headers['idempotency-key']).toMatch(UUID_V4);
    expect(sent[1]?.headers['idempotency-key']).toBe(sent[0]?.headers['idempotency-key']);
  });

  it('sends another request in the place of the one that it is given', async () => {
    const onRequest: Middleware['onRequest'] = ({ request }) => new Request(`${request.url}?limit=1`, request);
    const { api, sent } = setUpApi({}, { onRequest });
    await api.GET(CARDS);
    expect(sent[0]?.url).toBe(`${BASE_URL}${CARDS}?limit=1`);
  });

  it('sends nothing if it responds itself', async () => {
    const { api, sent } = setUpApi({}, { onRequest: () => json({ id: 'kept' }) });
    expect((await api.GET(ONE_CARD, { params: { path: { id: ID } } })).data).toEqual({ id: 'kept' });
    expect(sent).toEqual([]);
  });

  it('sees the response of the last attempt once, with its facts, and may replace it', async () => {
    const seen: unknown[] = [];
    const onResponse: Middleware['onResponse'] = async ({ response, schemaPath }) => {
      seen.push([schemaPath, callOf(response)?.attempts, await response.clone().json()]);
      return new Response('{"id":"other"}', response);
    };
    const { api } = setUpApi({ api: inTurn(status(503), () => json({ id: '1' })) }, { onResponse });
    expect((await api.GET(ONE_CARD, { params: { path: { id: ID } } })).data).toEqual({ id: 'other' });
    expect(seen).toEqual([[ONE_CARD, 2, { id: '1' }]]);
  });

  it('sees the error of a call without a response, and may replace it', async () => {
    const seen: unknown[] = [];
    const setup = { api: broken('ECONNRESET'), retry: { maxRetries: 0 } };
    const note: Middleware['onError'] = ({ error }) => void seen.push(error);
    const { api } = setUpApi(setup, { onError: () => json({ id: 'cached' }) }, { onError: note });
    expect((await api.POST(CARDS, { body: CARD })).data).toEqual({ id: 'cached' });
    expect(seen).toMatchObject([{ name: 'ConnectionError', outcome: 'unknown', operationId: 'createCard' }]);
  });

  it('can be taken back, or be of one call', async () => {
    const middleware: Middleware = { onRequest: ({ request }) => request.headers.set('x-trace', '1') };
    const { api, sent } = setUpApi({}, middleware);
    api.eject(middleware);
    await api.GET(CARDS);
    await api.GET(CARDS, { middleware: [middleware] });
    expect(sent.map(({ headers }) => headers['x-trace'])).toEqual([undefined, '1']);
  });
});

describe('a serializer', () => {
  it.each(['of the call', 'of the client'])('%s makes the query', async (where) => {
    const { kobble, sent } = setUp();
    const querySerializer = (query: object) => new URLSearchParams({ ...query, own: 'é' }).toString();
    const ofCall = where === 'of the call';
    const api = createOpenapiClient(kobble, ofCall ? {} : { querySerializer });
    await api.GET(CARDS, { params: { query: { limit: 2 } }, ...(ofCall && { querySerializer }) });
    expect(sent[0]?.url).toBe(`${BASE_URL}${CARDS}?limit=2&own=%C3%A9`);
  });

  it.each(['of the call', 'of the client'])('%s makes the body, the same for each attempt', async (where) => {
    const { kobble, sent } = setUp({ api: inTurn(status(503), () => json({ id: '1' })) });
    const bodySerializer = (body: unknown) => JSON.stringify({ ...(body as object), at: crypto.randomUUID() });
    const ofCall = where === 'of the call';
    const api = createOpenapiClient(kobble, ofCall ? {} : { bodySerializer });
    await api.POST(CARDS, { body: CARD, ...(ofCall && { bodySerializer }) });
    expect(JSON.parse(sent[0]?.body ?? '')).toEqual({ ...CARD, at: expect.stringMatching(UUID_V4) as string });
    expect(sent[1]?.body).toBe(sent[0]?.body);
  });

  it('of the client makes the path', async () => {
    const { kobble, sent } = setUp();
    const api = createOpenapiClient(kobble, { pathSerializer: (path) => path.replace('{id}', 'own') });
    await api.GET(ONE_CARD, { params: { path: { id: ID } } });
    expect(sent[0]?.url).toBe(`${BASE_URL}${CARDS}/own`);
  });
});

describe('a path value', () => {
  it('is one segment', async () => {
    const { api, sent } = setUpApi({});
    await api.GET(ONE_CARD, { params: { path: { id: 'a/b?c' } } });
    expect(sent[0]?.url).toBe(`${BASE_URL}${CARDS}/a%2Fb%3Fc`);
  });

  it.each(['..', '.', '%2e%2E', ''])('%j is refused, and nothing is sent', async (id) => {
    const { api, sent } = setUpApi({});
    const error = await failureOf(api.GET(ONE_CARD, { params: { path: { id } } }));
    expect(error).toMatchObject({ name: 'ConfigError', code: 'invalid_path_value', outcome: 'not-sent' });
    expect(sent).toEqual([]);
  });
});

describe('a client by path', () => {
  it('makes the same calls, through the same middlewares', async () => {
    const { api, sent } = setUpApi({}, { onRequest: ({ request }) => request.headers.set('x-trace', '1') });
    const byPath = wrapAsPathBasedClient(api);
    const { data, response } = await byPath[ONE_CARD].GET({ params: { path: { id: ID } } });
    expect([data, callOf(response)?.operationId]).toEqual([{ id: 'card-1' }, 'getCard']);
    await byPath[CARDS].POST({ body: CARD });
    expect(sent).toMatchObject([
      { method: 'GET', url: `${BASE_URL}${CARDS}/${ID}`, headers: { 'x-trace': '1' } },
      { method: 'POST', url: `${BASE_URL}${CARDS}`, body: JSON.stringify(CARD) },
    ]);
    expect(sent[1]?.headers['idempotency-key']).toMatch(UUID_V4);
  });
});

describe('the error of a failure', () => {
  const empty = [null, '', ' \r\n', 'null', 'false', '0', '-0.0', '0e5', '""', '\ufeffnull'];

  it.each(empty.map((body) => [body]))('is its status if the body is %j', async (body) => {
    const headers = { 'content-length': String(body?.length ?? 0) };
    const { api } = setUpApi({ api: () => new Response(body, { status: 422, headers }) });
    const { data, error, response } = await api.POST(CARDS, { body: CARD });
    expect([data, error, response.status]).toEqual([undefined, { status: 422 }, 422]);
    expect(callOf(response)).toMatchObject({ operationId: 'createCard', outcome: 'rejected' });
  });

  it.each([300, 304, 400, 404, 501])('is its status if it is a %d without a body', async (code) => {
    const { api } = setUpApi({ api: () => new Response(null, { status: code, statusText: 'no' }) });
    const { error, response } = await api.GET(CARDS);
    expect([error, response.status, response.statusText, response.ok]).toEqual([{ status: code }, code, 'no', false]);
  });

  it.each(['{}', '[]', 'true', '"no"', '1', 'no', '{'])('is the body if that is %j', async (body) => {
    const { api } = setUpApi({ api: () => new Response(body, { status: 400 }) });
    const { error } = await api.GET(CARDS);
    expect(typeof error === 'string' ? [JSON.stringify(error), error] : [JSON.stringify(error)]).toContain(body);
  });

  it.each(['text', 'blob', 'arrayBuffer', 'stream'] as const)('is read as ever by parseAs: %s', async (parseAs) => {
    const { api } = setUpApi({ api: inTurn(status(400), () => new Response('', { status: 400 })) });
    expect((await api.GET(CARDS, { parseAs })).error).toEqual({ message: 'said by the server' });
    expect((await api.GET(CARDS, { parseAs })).error).toEqual({ status: 400 });
  });
});
