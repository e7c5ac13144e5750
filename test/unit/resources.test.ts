// Proves that each resource method sends the verb, path, query and body of its operation, and that no operation is left out.
import { describe, expect, it } from 'vitest';
import { operationIds, operationNamed } from '../support/contract.js';
import { methodCalls } from '../support/method-calls.js';
import { json } from '../support/replies.js';
import { BASE_URL, setUp } from '../support/requests.js';
import { apiOf } from '../support/openapi-client.js';

const ID = 'b844c7e7-2e4e-44b3-8d9f-5668c5a9b93e';

describe.each(methodCalls)('$name', ({ call, sample, query, action }) => {
  it('sends the request of its operation', async () => {
    const { list, retry } = operationNamed(sample.id);
    const reply = () => json(list ? [] : { cardId: ID, totp: '1', widgetUrl: 'https://widget.kobble.test' });
    const seen: unknown[] = [];
    const hooks = { onRequest: ({ operationId }: { operationId: unknown }) => void seen.push(operationId) };
    const { kobble, sent } = setUp({ api: reply, token: 'T', hooks });
    await call(kobble, ID, { headers: { 'x-trace': 'on' } });
    expect(sent).toHaveLength(1);
    const { origin, pathname, searchParams } = new URL(sent[0]?.url ?? '');
    expect(`${sent[0]?.method ?? ''} ${origin}${pathname}`).toBe(
      `${sample.verb} ${BASE_URL}${sample.path.replace('{id}', ID).replace('{action}', action)}`,
    );
    expect([...searchParams]).toEqual(Object.entries(query).map(([name, value]) => [name, String(value)]));
    expect(sent[0]?.body).toBe(sample.body === undefined ? undefined : JSON.stringify(sample.body));
    expect(sent[0]?.headers).toMatchObject({ authorization: 'Bearer T', 'x-trace': 'on' });
    expect('idempotency-key' in (sent[0]?.headers ?? {})).toBe(retry === 'keyed');
    expect(seen).toEqual([sample.id]);
  });
});

it("sends x-client-id empty, as the sample of the widget session's page has it", async () => {
  const api = () => json({ cardId: ID, totp: '1', widgetUrl: 'https://widget.kobble.test' });
  const { kobble, sent } = setUp({ api });
  const header = { 'x-client-id': '' };
  await kobble.cards.createWidgetSession(ID, { headers: header });
  await apiOf(kobble).POST('/customers/v1/cards/{id}/widget-session', {
    params: { path: { id: ID }, header },
    body: {},
  });
  expect(sent.map(({ headers }) => headers['x-client-id'])).toEqual(['', '']);
});

it('every operation but the token request has a method', () => {
  const named = new Set(methodCalls.map(({ sample }) => sample.id));
  expect(operationIds.filter((id) => !named.has(id))).toEqual(['getAccessToken']);
});

it('every method is that of an operation', () => {
  const { kobble } = setUp();
  const methods = Object.entries(kobble)
    .filter(([name]) => !['baseUrl', 'fetch'].includes(name))
    .flatMap(([name, resource]) =>
      Object.getOwnPropertyNames(Object.getPrototypeOf(resource))
        .filter((method) => method !== 'constructor')
        .map((method) => `${name}.${method}`),
    );
  expect(methods.sort()).toEqual(methodCalls.map(({ name }) => name).sort());
});
