// Proves that the fake's `fetch` takes all that the platform's takes, ends as it does, and that each call is recorded.
import { expect, test } from 'vitest';
import { cardBody, world } from '../support/worlds.js';

test('the fake’s fetch takes all that the platform’s takes', async () => {
  const { fake, fetch } = await world('in process');
  const headers = { authorization: `Bearer ${fake.state.addToken()}`, 'Content-Type': 'application/json' };
  const url = new URL('https://kobble.test/customers/v1/endusers');
  const body = JSON.stringify({ company: { name: 'Example' } });
  const bytes = new TextEncoder().encode(body);
  const sent = [
    fetch(url, { method: 'post', headers, body }),
    fetch(url.href, { method: 'POST', headers: new Headers(headers), body: bytes }),
    fetch(new Request(url, { method: 'POST', headers, body })),
    fetch(new Request(url, { headers }), { method: 'POST', body }),
  ];
  for (const response of await Promise.all(sent)) expect(response.status).toBe(200);
  expect((await fetch(url, { headers })).status).toBe(200);
  expect(fake.state.endusers.size).toBe(4);
});

test('an aborted signal ends a call with its own reason, and sends nothing if it was aborted before', async () => {
  const { fake, fetch } = await world('in process');
  const url = 'https://kobble.test/customers/v1/wallets';
  const reason = new Error('enough');
  await expect(fetch(url, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  expect(fake.calls).toHaveLength(0);
  fake.faults.on('listWallets').stallHeaders();
  const headers = { authorization: `Bearer ${fake.state.addToken()}` };
  for (const request of [new Request(url, { headers }), url]) {
    const controller = new AbortController();
    fake.faults.on('listWallets').stallHeaders();
    const stalled = fetch(request, { headers, signal: controller.signal });
    setTimeout(() => controller.abort(reason), 20);
    await expect(stalled).rejects.toBe(reason);
  }
});

test('an aborted signal ends a body that stalls', async () => {
  const { fake, fetch } = await world('in process');
  const controller = new AbortController();
  fake.faults.on('listWallets').stallBody();
  const headers = { authorization: `Bearer ${fake.state.addToken()}` };
  const response = await fetch('https://kobble.test/customers/v1/wallets', { headers, signal: controller.signal });
  controller.abort(new Error('enough'));
  await expect(response.text()).rejects.toThrow('enough');
});

test('calls record what was sent', async () => {
  const { fake, kobble } = await world('over HTTP');
  const body = cardBody(fake);
  const idempotencyKey = crypto.randomUUID();
  fake.clock.advance(86_400_000);
  await kobble.cards.create(body, { idempotencyKey });
  await kobble.cards.list({ limit: 5, order: 'desc' });
  const [made] = fake.calls.of('createCard');
  expect(made).toMatchObject({ method: 'POST', path: '/customers/v1/cards', key: idempotencyKey, body, effect: true });
  expect((made?.at ?? 0) - Date.now()).toBeGreaterThan(86_000_000);
  expect(fake.calls.at(-1)).toMatchObject({ path: '/customers/v1/cards?limit=5&order=desc', key: undefined });
  expect([...fake.calls]).toHaveLength(3);
  fake.calls.clear();
  expect(fake.calls).toHaveLength(0);
});

test('500 calls at once, over HTTP', async () => {
  const { fake, kobble } = await world('over HTTP');
  const body = cardBody(fake);
  const made = await Promise.all(Array.from({ length: 500 }, () => kobble.cards.create(body)));
  expect(new Set(made.map(({ id }) => id)).size).toBe(500);
  expect(fake.calls.of('createCard').every(({ status }) => status === 200)).toBe(true);
});
