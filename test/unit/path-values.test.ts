// Proves that a path value cannot lead outside its template, and that no option sends a token to another host.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { failureOf } from '../support/failure.js';
import { BASE_URL, setUp, type Stage } from '../support/requests.js';
import { apiOf } from '../support/openapi-client.js';

const REFUSED = ['', '.', '..', '%2e', '%2E', '%2e%2E', '%2E%2e', '.%2e', '%2e.', '\ud800', 'a\udfffb'];

type WithId = (stage: Stage, id: string) => Promise<unknown>;
const ways: [string, WithId][] = [
  ['a resource', ({ kobble }, id) => kobble.cards.get(id)],
  ['a resource that sends', ({ kobble }, id) => kobble.cards.createSecret(id, { remarks: 'r' })],
  ['the typed fetch', ({ kobble }, id) => apiOf(kobble).GET('/customers/v1/cards/{id}', { params: { path: { id } } })],
  ['request', ({ kobble }, id) => kobble.request('GET', '/customers/v1/cards/{id}', { path: { id } })],
  [
    'request of an unknown path',
    ({ kobble }, id) => kobble.request('GET', '/customers/v1/news/{id}', { path: { id } }),
  ],
];

describe.each(ways)('a path value of %s', (_, call) => {
  it.each(REFUSED)('%o is refused, and nothing is sent', async (id) => {
    const stage = setUp();
    const error = await failureOf(call(stage, id));
    expect(error).toMatchObject({ name: 'ConfigError', code: 'invalid_path_value', outcome: 'not-sent' });
    expect(error.message).toBe('kobble-client: the path value "id" must be a non-empty string, not a dot segment');
    expect([...stage.sent, ...stage.tokenRequests]).toEqual([]);
  });

  it.each([undefined, null, 7, {}, ['a'], ['..']])('%o, of no right type, is refused too', async (id) => {
    const stage = setUp();
    const error = await failureOf(call(stage, id as string)); // as a program without types may
    expect(error.code).toBe('invalid_path_value');
    expect([...stage.sent, ...stage.tokenRequests]).toEqual([]);
  });

  it.each([
    ['a/b', 'a%2Fb'],
    ['../x', '..%2Fx'],
    ['a?b=c', 'a%3Fb%3Dc'],
    ['a#b', 'a%23b'],
    ['é😀', '%C3%A9%F0%9F%98%80'],
    ['$&', '%24%26'],
    ["$'$`$1", "%24'%24%60%241"],
    ['{id}', '%7Bid%7D'],
    ['%2f', '%252f'],
    ['...', '...'],
    [' ', '%20'],
    ['a\\b', 'a%5Cb'],
  ])('%o is encoded', async (id, encoded) => {
    const stage = setUp();
    await call(stage, id);
    expect(new URL(stage.sent[0]?.url ?? '').pathname).toMatch(/^\/customers\/v1\/(cards|news)\/[^/]+(\/secrets)?$/);
    expect(stage.sent[0]?.url.split('/')[6]).toBe(encoded);
  });

  it('arrives as it was, whatever it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ minLength: 1, unit: 'grapheme' }), async (id) => {
        fc.pre(!REFUSED.includes(id));
        const stage = setUp({ token: 'T' });
        await call(stage, id);
        const segments = new URL(stage.sent[0]?.url ?? '').pathname.split('/');
        expect(decodeURIComponent(segments[4] ?? '')).toBe(id);
      }),
      { numRuns: 50 },
    );
  });
});

describe('a path given in full', () => {
  it.each([
    '',
    'customers/v1/news',
    'https://evil.test/',
    '/a/../b',
    '/a/./b',
    '/a/%2e%2e/b',
    '/a/.%2E',
    '/..',
    '/a?b=c',
    '/a#b',
    '/a b',
    '/a\\..\\b',
    '/a\nb',
    '/\ud800',
  ])('%o is refused, and nothing is sent', async (path) => {
    const { kobble, sent, tokenRequests } = setUp();
    const error = await failureOf(kobble.request('GET', path));
    expect(error).toMatchObject({ name: 'ConfigError', code: 'invalid_path', outcome: 'not-sent' });
    expect([...sent, ...tokenRequests]).toEqual([]);
  });

  it.each(['//evil.test/a', '/@evil.test', '/a;b', '/a:b', '/news/a%2Fb'])('%o stays on the host', async (path) => {
    const { kobble, sent } = setUp();
    await kobble.request('GET', path);
    expect(sent[0]?.url).toBe(`${BASE_URL}${path}`);
    expect(new URL(sent[0]?.url ?? '').origin).toBe(BASE_URL);
  });

  it('a value that its template does not name is not looked at', async () => {
    const { kobble, sent } = setUp();
    await kobble.request('GET', '/customers/v1/news', { path: { id: '..' } });
    expect(sent[0]?.url).toBe(`${BASE_URL}/customers/v1/news`);
  });
});

describe('a query', () => {
  it('is encoded, and leaves out what is undefined', async () => {
    const { kobble, sent } = setUp();
    await kobble.request('GET', '/customers/v1/news', { query: { a: 'x&y=z', b: 1, c: true, d: undefined } });
    expect(sent[0]?.url).toBe(`${BASE_URL}/customers/v1/news?a=x%26y%3Dz&b=1&c=true`);
  });

  it('may have text that reads like a number without end', async () => {
    const { kobble, sent } = setUp();
    const query = { name: 'Infinity', digits: '9'.repeat(400) };
    await kobble.request('GET', '/customers/v1/news', { query });
    expect(sent[0]?.url).toBe(`${BASE_URL}/customers/v1/news?name=Infinity&digits=${query.digits}`);
  });

  it('that is no text is refused, and nothing is sent', async () => {
    const { kobble, sent } = setUp();
    const error = await failureOf(kobble.request('GET', '/customers/v1/news', { query: { a: '\ud800' } }));
    expect(error).toMatchObject({ name: 'ConfigError', code: 'invalid_query_value', outcome: 'not-sent' });
    expect(sent).toEqual([]);
  });
});

describe('credentials go to the configured host only', () => {
  it('whatever openapi-fetch is given', async () => {
    const { kobble, sent } = setUp();
    const init: Record<string, unknown> = {
      redirect: 'follow',
      method: 'DELETE',
    };
    await apiOf(kobble).GET('/customers/v1/cards', init);
    for (const baseUrl of ['https://evil.test', 'https://api.kobble.test.evil.test', 'https://u:p@api.kobble.test']) {
      await failureOf(apiOf(kobble).GET('/customers/v1/cards', { baseUrl }));
    }
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({ url: `${BASE_URL}/customers/v1/cards`, method: 'GET', redirect: 'manual' });
  });

  it('nor is a header of the call taken for the token', async () => {
    const { kobble, sent } = setUp();
    const headers = { Authorization: 'Bearer mine' };
    const params: object = { header: headers };
    for (const call of [
      () => kobble.cards.get('1', { headers }),
      () => apiOf(kobble).GET('/customers/v1/cards', { headers }),
      () => apiOf(kobble).GET('/customers/v1/cards', { params }),
    ]) {
      expect((await failureOf(call())).message).toBe(
        'kobble-client: headers must not contain authorization: use the option token',
      );
    }
    expect(sent).toEqual([]);
  });

  it.each([301, 302, 307, 308])('a redirect (%d) is not followed', async (status) => {
    const { kobble, sent } = setUp({
      api: () => new Response(null, { status, headers: { location: 'https://evil.test/' } }),
    });
    expect(await failureOf(kobble.cards.get('1'))).toMatchObject({ name: 'ApiError', status });
    expect(sent).toHaveLength(1);
    expect(sent[0]?.redirect).toBe('manual');
  });
});
