// Proves the ways to make a call without a resource method: request(), the typed fetch and withResponse().
import { describe, expect, it } from 'vitest';
import { callOf } from '../../src/index.js';
import { failureOf } from '../support/failure.js';
import { inTurn, json, status } from '../support/replies.js';
import { BASE_URL, setUp } from '../support/requests.js';
import { idle } from '../support/time.js';
import { apiOf } from '../support/openapi-client.js';

const ID = 'b844c7e7-2e4e-44b3-8d9f-5668c5a9b93e';

describe('withResponse', () => {
  it('gives data and answer of one request', async () => {
    const { kobble, sent } = setUp({ api: () => json({ id: 'card-1' }, 201, { 'x-request-id': 'r-1' }) });
    const promise = kobble.cards.get('1');
    const { data, response } = await promise.withResponse();
    expect(data).toEqual({ id: 'card-1' });
    expect(response).toBeInstanceOf(Response);
    expect([response.status, response.headers.get('x-request-id')]).toEqual([201, 'r-1']);
    expect(await response.json()).toEqual({ id: 'card-1' });
    expect(callOf(response)).toMatchObject({ operationId: 'getCard', outcome: 'ok', attempts: 1, requestId: 'r-1' });
    expect(await promise).toEqual({ id: 'card-1' });
    expect(sent).toHaveLength(1);
  });

  it('rejects as the call does, and leaves no rejection unheard', async () => {
    const { kobble } = setUp({ api: status(404) });
    expect(await failureOf(kobble.cards.get('1').withResponse())).toMatchObject({ name: 'NotFoundError' });
    expect(await failureOf(kobble.cards.list().withResponse())).toMatchObject({ name: 'NotFoundError' });
    expect(await failureOf(kobble.cards.createWidgetSession('1').withResponse())).toMatchObject({ status: 404 });
    expect(await failureOf(kobble.request('GET', '/x').withResponse())).toMatchObject({ status: 404 });
    await idle(); // vitest fails the run on an unhandled rejection
  });
});

describe('request', () => {
  it.each(['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const)('sends a %s as told, with the token', async (method) => {
    const { kobble, sent } = setUp();
    const body = method === 'GET' ? undefined : { a: [1, null, 'é'] };
    const path = { id: 'a/b' };
    const data = await kobble.request(method, '/customers/v1/news/{id}', { path, query: { q: 'x y' }, body });
    expect(data).toEqual({ id: 'card-1' });
    expect(sent[0]).toMatchObject({
      method,
      url: `${BASE_URL}/customers/v1/news/a%2Fb?q=x%20y`,
      body: body && '{"a":[1,null,"é"]}',
      headers: { accept: 'application/json', authorization: 'Bearer token-1' },
    });
    expect(sent[0]?.headers['content-type']).toBe(body && 'application/json');
    expect(sent[0]?.headers).not.toHaveProperty('idempotency-key');
  });

  it('to a path that the contract knows is that operation, key and all', async () => {
    const { kobble, sent } = setUp({ api: status(404) });
    const error = await failureOf(
      kobble.request('POST', '/customers/v1/cards/{id}/secrets', { path: { id: ID }, body: {} }),
    );
    expect(error).toMatchObject({
      operationId: 'createCardSecret',
      idempotencyKey: sent[0]?.headers['idempotency-key'],
    });
  });

  it('takes the options of any call', async () => {
    const { kobble, sent } = setUp({ api: status(503) });
    await failureOf(kobble.request('GET', '/x', { retry: { maxRetries: 0 }, headers: { 'x-trace': '1' } }));
    expect(sent.map(({ headers }) => headers['x-trace'])).toEqual(['1']);
  });
});

describe('openapi-fetch', () => {
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

  it('knows a refusal by its status, though it has no body', async () => {
    const { kobble } = setUp({ api: () => new Response(null, { status: 404 }) });
    const { data, response } = await apiOf(kobble).GET('/customers/v1/cards');
    expect([data, response.ok]).toEqual([undefined, false]);
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

  it('sends a query by a serializer of the caller', async () => {
    const { kobble, sent } = setUp();
    await apiOf(kobble).GET('/customers/v1/cards', { params: { query: { limit: 2 } }, querySerializer: () => 'own=1' });
    expect(sent[0]?.url).toBe(`${BASE_URL}/customers/v1/cards?own=1`);
  });
});
