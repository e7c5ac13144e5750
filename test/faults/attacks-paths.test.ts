// Attacks by paths, and by names on Object.prototype: a request goes where it shows, with what its caller gave and no more.
import { describe, expect, it } from 'vitest';
import type { KobbleClient } from '../../src/index.js';
import { failureOf } from '../support/failure.js';
import { BASE_URL, setUp } from '../support/requests.js';
import { ENDUSER } from '../support/samples.js';

describe('kobble.request: a path leads where it shows, on the host of the base URL', () => {
  const refused = [
    'x',
    '//',
    '/a/../b',
    '/a/%2E%2e/b',
    '/a/.',
    '/a\\..\\b',
    '/a\u0000b',
    '/a\tb',
    '/a?b',
    '/a#b',
    '/a/\ud800',
    '/\u2028',
  ];
  it.each(refused.filter((path) => path !== '//'))('%j is refused', async (path) => {
    const { kobble, sent } = setUp({ token: 'T' });
    expect(await failureOf(kobble.request('GET', path))).toMatchObject({ code: 'invalid_path', outcome: 'not-sent' });
    expect(sent).toHaveLength(0);
  });

  const kept = [
    '//evil.test/x',
    '/@evil.test',
    '/:8443/x',
    '/a%2f..%2fb',
    '/a;/..;/b',
    '/a/%252e%252e/b',
    '/ａ/．．/b',
    '/https://evil.test',
    '/a//b/',
  ];
  it.each(kept)('%j stays on the host, with all its segments', async (path) => {
    const { kobble, sent } = setUp({ token: 'T' });
    await kobble.request('GET', path);
    const url = new URL(sent[0]?.url ?? '');
    expect(url.origin).toBe(BASE_URL);
    expect(decodeURI(url.pathname)).toBe(decodeURI(path));
  });

  it('a getter gives one value to the check of a path, and dot segments afterwards', async () => {
    let reads = 0;
    const path = {
      get id() {
        return reads++ === 0 ? 'card-1' : '..';
      },
    };
    const { kobble, sent } = setUp({ token: 'T' });
    await kobble.request('GET', '/customers/v1/cards/{id}', { path });
    expect(sent[0]?.url).toBe(`${BASE_URL}/customers/v1/cards/card-1`);
  });

  it('a value of a path contains patterns of String.replace and other placeholders', async () => {
    const { kobble, sent } = setUp({ token: 'T' });
    await kobble.request('GET', '/x/{a}/{b}', { path: { a: '$&$`{b}', b: "$'" } });
    expect(decodeURIComponent(new URL(sent[0]?.url ?? '').pathname)).toBe("/x/$&$`{b}/$'");
  });
});

describe('Object.prototype has names of ours: nothing of it is sent', () => {
  const names = [
    'query',
    'body',
    'path',
    'header',
    'params',
    'options',
    'headers',
    'idempotencyKey',
    'signal',
    'statuses',
    'maxRetries',
    'token',
    'baseUrl',
    'fetch',
  ];
  it.each(names)('%s', async (name) => {
    const { kobble, sent } = setUp({ token: 'T' });
    const plain = setUp({ token: 'T' });
    const calls = async ({ kobble: client }: { kobble: KobbleClient }) => {
      await client.cards.get('card-1', { retry: {} });
      await client.endusers.create(ENDUSER, {});
      await client.request('GET', '/x', {});
    };
    await calls(plain);
    Object.defineProperty(Object.prototype, name, { value: { polluted: 'yes' }, configurable: true, writable: true });
    try {
      await calls({ kobble });
    } finally {
      Reflect.deleteProperty(Object.prototype, name);
    }
    const seen = (list: typeof sent) => list.map(({ url, method, headers, body }) => ({ url, method, headers, body }));
    expect(seen(sent)).toEqual(seen(plain.sent));
  });
});

it('a query has __proto__ as a name, and a response as a field: both stay plain data', async () => {
  const { kobble, sent } = setUp({ token: 'T', api: () => new Response('{"__proto__":{"admin":true},"id":"1"}') });
  const data = await kobble.request('GET', '/x', { query: JSON.parse('{"__proto__":"1","a":"2"}') as never });
  expect(sent[0]?.url).toBe(`${BASE_URL}/x?__proto__=1&a=2`);
  expect(data).not.toHaveProperty('admin');
});
