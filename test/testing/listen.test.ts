// Proves that a fake that listens also serves a stand-in for the widget, which its sessions point at, and that a caller's
// own routes come before the fake's.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createKobbleClient } from '../../src/index.js';
import { createFakeKobble, type FakeKobble, type FakeKobbleOptions } from '../../src/testing/index.js';

let fake: FakeKobble;
beforeEach(() => void (fake = createFakeKobble()));
afterEach(() => fake.close());

const iframeUrlOf = async (cardId: string, baseUrl = 'https://kobble.test') => {
  const kobble = createKobbleClient({ baseUrl, fetch: fake.fetch, token: fake.state.addToken() });
  return (await kobble.cards.createWidgetSession(cardId)).iframeUrl;
};

describe('the stand-in for the widget', () => {
  it('shows the card of a session, with a number that ends as the masked one does', async () => {
    const { url } = await fake.listen();
    const card = fake.state.addCard({ m_pan: '1111***4242', expiry: '2029-11-30T00:00:00.000Z' });
    const iframeUrl = await iframeUrlOf(card.id, url);
    expect(iframeUrl.startsWith(`${url}/widget?cardId=${card.id}&totp=k1%23`)).toBe(true);
    const response = await fetch(iframeUrl);
    expect(response.status).toBe(200);
    const page = await response.text();
    expect(page).toContain('1111 0000 0000 4242');
    expect(page).toContain('2029-11');
    expect(page).toContain('Not a real card');
    expect(page).not.toContain('k1#');
  });

  it('is under a policy that lets it do nothing, and is stored nowhere', async () => {
    const { url } = await fake.listen();
    const { headers } = await fetch(await iframeUrlOf(fake.state.addCard().id, url));
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'$/);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
  });

  it('escapes what a test has put into the card', async () => {
    const { url } = await fake.listen();
    const card = fake.state.addCard({ m_pan: '<script>alert(1)</script>' });
    expect(await (await fetch(await iframeUrlOf(card.id, url))).text()).not.toContain('<script');
  });

  it('is 404 for an unknown card or without a TOTP', async () => {
    const { url } = await fake.listen();
    const { id } = fake.state.addCard();
    for (const query of ['', '?cardId=none&totp=1', `?cardId=${id}`, `?cardId=${id}&totp=`]) {
      expect((await fetch(`${url}/widget${query}`)).status, query).toBe(404);
    }
  });

  it('is no call of the API, and takes no other path from it', async () => {
    const { url } = await fake.listen(0, { intercept: () => undefined });
    await fetch(`${url}/widget`);
    expect(fake.calls.length).toBe(0);
    for (const path of ['//', '/widget/', '/widgets', '/?/widget']) expect((await fetch(url + path)).status).toBe(404);
    expect(fake.calls.length).toBe(4);
  });

  it.each<[string, FakeKobbleOptions, boolean, string]>([
    ['nothing listens', {}, false, 'https://widget.example.com/card'],
    ['the option names another', { widgetUrl: 'https://own.example.com/' }, true, 'https://own.example.com/'],
  ])('is not pointed at if %s', async (_, options, listens, start) => {
    fake = createFakeKobble(options);
    if (listens) await fake.listen();
    expect((await iframeUrlOf(fake.state.addCard().id)).startsWith(`${start}?cardId=`)).toBe(true);
  });
});

describe('routes of the caller', () => {
  it('come before those of the fake, and can read the body', async () => {
    const { url } = await fake.listen(0, {
      intercept: async (request) =>
        new URL(request.url).pathname === '/echo'
          ? new Response(`${request.method} ${await request.text()}`, { status: 201, headers: { 'x-own': 'yes' } })
          : undefined,
    });
    const own = await fetch(`${url}/echo?a=1`, { method: 'POST', body: 'text' });
    expect([own.status, own.headers.get('x-own'), await own.text()]).toEqual([201, 'yes', 'POST text']);
    expect((await fetch(`${url}/echo`)).status).toBe(201);
    expect(fake.calls.length).toBe(0);
    const kobble = createKobbleClient({ baseUrl: url, token: fake.state.addToken() });
    expect(await kobble.wallets.list()).toEqual([]);
  });

  it('that throw end the connection', async () => {
    const { url } = await fake.listen(0, {
      intercept: () => {
        throw new Error('no');
      },
    });
    await expect(fetch(url)).rejects.toThrow();
  });
});
