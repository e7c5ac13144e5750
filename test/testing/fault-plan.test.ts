import { expect, test } from 'vitest';
import { createFakeKobble, type Weather } from '../../src/testing/index.js';
import { cardBody, world } from '../support/worlds.js';

/** What hits each of so many attempts. */
async function row(weather: Weather, count = 400): Promise<readonly (string | number)[]> {
  const { fake, fetch } = await world('in process');
  fake.faults.random(weather);
  const headers = { authorization: `Bearer ${fake.state.addToken()}` };
  for (let sent = 0; sent < count; sent++)
    void fetch('https://kobble.test/customers/v1/wallets', { headers }).catch(() => {});
  await expect.poll(() => fake.calls.length).toBe(count);
  return [...fake.calls].map(({ fault, status }) => (fault === 'respond' ? status : (fault ?? 'none')));
}

test('the plan is worked through in order, step by step and operation by operation', async () => {
  const { fake, once } = await world('in process');
  fake.faults.on('listCards').respond(500).times(2).respond(502);
  fake.faults.on('listWallets', 'listCards').respond(504);
  const statuses: unknown[] = [];
  const list = async (call: PromiseLike<unknown>) => {
    const status = (error: unknown) => (error as { status: number }).status;
    statuses.push(await Promise.resolve(call).then(() => 200, status));
  };
  for (let count = 0; count < 4; count++) await list(once.cards.list());
  await list(once.wallets.list());
  await list(once.cards.list());
  expect(statuses).toEqual([500, 502, 502, 504, 200, 200]);
});

test('always is for good, until clear', async () => {
  const { fake, once } = await world('in process');
  fake.faults.on('listCards').always().respond(500);
  for (let count = 0; count < 5; count++) await expect(once.cards.list()).rejects.toMatchObject({ status: 500 });
  fake.faults.clear();
  expect((await once.cards.list()).items).toEqual([]);
});

test('a count below one is refused', () => {
  const { faults } = createFakeKobble();
  for (const count of [0, -1, 1.5, Number.NaN]) expect(() => faults.on('getCard').times(count)).toThrow(TypeError);
});

test('the weather keeps its rates, and its seed', async () => {
  const rates = { dropAnswer: 0.25, respond503: 0.25, stallHeaders: 0.1, garble: 0.1, expireToken: 0 };
  const first = await row({ seed: 7, ...rates });
  const share = (what: string | number) => first.filter((hit) => hit === what).length / first.length;
  expect(share('dropAnswer')).toBeCloseTo(0.25, 0);
  expect(share('dropAnswer')).toBeGreaterThan(0.18);
  expect(share(503)).toBeGreaterThan(0.18);
  expect(share('none')).toBeGreaterThan(0.22);
  expect(share('expireToken')).toBe(0);
  expect(await row({ seed: 7, ...rates })).toEqual(first);
  expect(await row({ seed: 8, ...rates })).not.toEqual(first);
});

test('the weather can be limited to operations', async () => {
  const { fake, once } = await world('in process');
  fake.faults.random({ seed: 1, respond429: 1, retryAfter: 3, operations: ['createCard'] });
  expect(await once.wallets.list()).toEqual([]);
  await expect(once.cards.create(cardBody(fake))).rejects.toMatchObject({ status: 429, retryAfterMs: 3_000 });
});

test('the plan goes before the weather', async () => {
  const { fake, once } = await world('in process');
  fake.faults.random({ seed: 1, respond429: 1, operations: ['listWallets'] });
  fake.faults.on('listWallets').respond(502);
  await expect(once.wallets.list()).rejects.toMatchObject({ status: 502 });
  await expect(once.wallets.list()).rejects.toMatchObject({ status: 429 });
});

test('rates that make no sense are refused', () => {
  const { faults } = createFakeKobble();
  expect(() => faults.random({ seed: 1, dropAnswer: 0.6, respond503: 0.5 })).toThrow('at most 1 together');
  expect(() => faults.random({ seed: 1, dropAnswer: -0.1 })).toThrow(TypeError);
  faults.random({ seed: 1, dropAnswer: 0.1, dropRequest: 0.2, respond503: 0.7 });
});
