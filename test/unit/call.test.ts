// Proves the ways to make a call without a resource method: request() and withResponse().
import { describe, expect, it } from 'vitest';
import { callOf } from '../../src/index.js';
import { failureOf } from '../support/failure.js';
import { json, status } from '../support/replies.js';
import { BASE_URL, setUp } from '../support/requests.js';
import { idle } from '../support/time.js';

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
