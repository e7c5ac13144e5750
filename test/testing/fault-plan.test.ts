// Proves that planned faults happen in order, that random ones keep their rates, and that mistakes are named.
import { expect, test } from 'vitest';
import { createFakeKobble, type Weather } from '../../src/testing/index.js';
import { cardBody, world } from '../support/worlds.js';

/** Returns what happens to each of so many attempts. */
async function row(weather: Weather, count = 400): Promise<readonly (string | number)[]> {
  const { fake, fetch } = await world('in process');
  fake.faults.random(weather);
  const headers = { authorization: `Bearer ${fake.state.addToken()}` };
  for (let sent = 0; sent < count; sent++)
    void fetch('https://kobble.test/customers/v1/wallets', { headers }).catch(() => {});
  await expect.poll(() => fake.calls.length).toBe(count);
  return [...fake.calls].map(({ fault, status }) => (fault === 'respond' ? status : (fault ?? 'none')));
}

test('steps happen in the order of the plan, separately for each operation', async () => {
  const { fake, once } = await world('in process');
  fake.faults.on('listCards').respond(500).times(2).respond(502);
  fake.faults.on('listWallets', 'listCards').respond(504);
  const statuses: unknown[] = [];
  const list = async (call: PromiseLike<unknown>) => {
    const status = (error: unknown) => (error as { status: number }).status;
    statuses.push(await Promise.resolve(call).then(() => 200, status));
  };
  for (let count = 0; count < 4; count++) await list(once.cards.list());
  for (let count = 0; count < 2; count++) await list(once.wallets.list());
  await list(once.cards.list());
  expect(statuses).toEqual([500, 502, 502, 504, 504, 200, 200]);
});

test('always applies until clear', async () => {
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

test('an unknown operation is refused by its name', () => {
  const { faults } = createFakeKobble();
  const sentence = 'names "createCrad", which is not an operation of the contract';
  for (const name of ['createCrad', 'toString'] as unknown as ['createCard']) {
    expect(() => faults.on('getCard', name)).toThrow(TypeError);
    expect(() => faults.random({ seed: 1, operations: [name] })).toThrow(TypeError);
  }
  expect(() => faults.on('createCrad' as 'createCard')).toThrow(`kobble-client: faults.on() ${sentence}`);
  const operations = ['createCrad'] as unknown as ['createCard'];
  expect(() => faults.random({ seed: 1, operations })).toThrow(`kobble-client: faults.random() ${sentence}`);
});

test('a status that no response can have is refused', () => {
  const { faults } = createFakeKobble();
  for (const status of [0, 100, 199, 600, 404.5, Number.NaN]) {
    expect(() => faults.on('getCard').respond(status)).toThrow(
      'kobble-client: "status" of respond() must be a status from 200 to 599',
    );
  }
});

test('pending tells of the planned faults that have not happened', async () => {
  const { fake, once } = await world('in process');
  const { faults } = fake;
  expect(faults.pending()).toEqual([]);
  faults.on('listCards', 'listWallets').times(3).respond(500).slow(1);
  faults.on('createCard').always().dropAnswer();
  faults.random({ seed: 1, respond500: 0 });
  const respond = { fault: { kind: 'respond', status: 500 }, times: 3 };
  const slow = { fault: { kind: 'slow', milliseconds: 1 }, times: 1 };
  const cards = [respond, slow].map((one) => ({ operationId: 'listCards', ...one }));
  const wallets = [respond, slow].map((one) => ({ operationId: 'listWallets', ...one }));
  const drop = { operationId: 'createCard', fault: { kind: 'dropAnswer' }, times: Number.POSITIVE_INFINITY };
  const all = [cards[0], wallets[0], cards[1], wallets[1], drop];
  expect(faults.pending()).toEqual(all);
  await expect(once.wallets.list()).rejects.toMatchObject({ status: 500 });
  expect(faults.pending()).toEqual(all.with(1, { operationId: 'listWallets', ...respond, times: 2 }));
  await expect(once.cards.create(cardBody(fake))).rejects.toThrow();
  expect(faults.pending()).not.toContainEqual(drop); // it has happened, though it may happen again
  await expect(once.cards.create(cardBody(fake))).rejects.toThrow();
  for (let count = 0; count < 3; count++) await expect(once.cards.list()).rejects.toMatchObject({ status: 500 });
  for (let count = 0; count < 2; count++) await expect(once.wallets.list()).rejects.toMatchObject({ status: 500 });
  await once.cards.list();
  await once.wallets.list();
  expect(faults.pending()).toEqual([]);
  faults.on('listCards').dropAnswer();
  faults.clear();
  expect(faults.pending()).toEqual([]);
});

test('random faults keep their rates and repeat with their seed', async () => {
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

test('random faults can be limited to operations', async () => {
  const { fake, once } = await world('in process');
  fake.faults.random({ seed: 1, respond429: 1, retryAfter: 3, operations: ['createCard'] });
  expect(await once.wallets.list()).toEqual([]);
  await expect(once.cards.create(cardBody(fake))).rejects.toMatchObject({ status: 429, retryAfterMs: 3_000 });
});

test('planned faults take precedence over random ones', async () => {
  const { fake, once } = await world('in process');
  fake.faults.random({ seed: 1, respond429: 1, operations: ['listWallets'] });
  fake.faults.on('listWallets').respond(502);
  await expect(once.wallets.list()).rejects.toMatchObject({ status: 502 });
  await expect(once.wallets.list()).rejects.toMatchObject({ status: 429 });
});

test('rates below 0 or above 1 together are refused', () => {
  const { faults } = createFakeKobble();
  expect(() => faults.random({ seed: 1, dropAnswer: 0.6, respond503: 0.5 })).toThrow('at most 1 together');
  expect(() => faults.random({ seed: 1, dropAnswer: -0.1 })).toThrow(TypeError);
  faults.random({ seed: 1, dropAnswer: 0.1, dropRequest: 0.2, respond503: 0.7 });
});
