// Proves that waits take no time on `fake.clientOptions()`: each fault ends as it does in real time, and none is waited for.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createKobbleClient, type KobbleClientOptions } from '../../src/index.js';
import { SkippingClock } from '../../src/testing/fake-clock.js';
import { createFakeKobble, type FakeKobble } from '../../src/testing/index.js';
import { failureOf } from '../support/failure.js';

let fake: FakeKobble;
let started: number;
const client = (options: KobbleClientOptions = {}) => createKobbleClient({ ...fake.clientOptions(), ...options });

beforeEach(() => {
  fake = createFakeKobble();
  started = performance.now();
});
afterEach(async () => {
  // Of the minutes that pass on the clock of the fake, a busy machine takes a few seconds.
  expect(performance.now() - started).toBeLessThan(20_000);
  await fake.close();
});

/** Milliseconds that have passed on the clock of the fake. */
const passed = (since: number) => fake.clock.now() - since;

it('retries and Retry-After', async () => {
  const since = fake.clock.now();
  fake.faults.on('listWallets').times(3).respond(503, { retryAfter: 15 });
  await client().wallets.list();
  expect(passed(since)).toBeGreaterThanOrEqual(45_000);
  expect(passed(since)).toBeLessThan(60_000);
  expect(fake.calls.of('listWallets')).toHaveLength(4);
});

it.each(['stallHeaders', 'stallBody'] as const)('%s ends in a timeout', async (fault) => {
  const since = fake.clock.now();
  fake.faults.on('createCard').always()[fault]();
  const card = { wallet_id: fake.state.addActiveWallet().id, program_id: fake.state.addProgram().id };
  const error = await failureOf(client().cards.create(card));
  expect(error).toMatchObject({ name: 'TimeoutError', outcome: 'unknown' });
  expect(passed(since)).toBeGreaterThanOrEqual(60_000);
  expect(fake.state.cards.size).toBe(1);
});

it('slow: a response within the limit arrives, one after it does not', async () => {
  const kobble = client({ retry: { maxRetries: 0 } });
  fake.faults.on('listWallets').slow(29_000);
  await kobble.wallets.list();
  fake.faults.on('listWallets').slow(31_000);
  expect(await failureOf(kobble.wallets.list())).toMatchObject({ name: 'TimeoutError', code: 'attempt_timeout' });
});

it('a hundred cards at once, with two hundred lost responses, are issued once each', async () => {
  fake.faults.on('createCard').times(200).dropAnswer();
  // Two hundred in a row look like an outage, in which retries wait together.
  const kobble = createKobbleClient({ ...fake.clientOptions(), retry: { together: false } });
  const program_id = fake.state.addProgram().id;
  const wallets = Array.from({ length: 100 }, () => fake.state.addActiveWallet().id);
  await Promise.all(wallets.map(async (wallet_id) => kobble.cards.create({ wallet_id, program_id })));
  expect(fake.calls.of('createCard')).toHaveLength(300);
  expect(fake.state.cards.size).toBe(100);
});

it('time that a test adds is the time of the client, too', async () => {
  const kobble = createKobbleClient({
    ...fake.clientOptions(),
    token: undefined,
    clientId: 'any',
    clientSecret: 'any',
    scope: 'client/read',
  });
  await kobble.wallets.list();
  fake.clock.advance(3_500_000); // of a life of 3 600 000
  await kobble.wallets.list();
  expect(fake.calls.of('listWallets').map(({ status }) => status)).toEqual([200, 200]); // renewed in time: no 401
  expect(fake.calls.of('getAccessToken')).toHaveLength(2);
});

it('a fake without such a client takes its time', async () => {
  fake.faults.on('listWallets').slow(50);
  const options = { baseUrl: 'https://kobble.test', token: fake.state.addToken(), fetch: fake.fetch };
  await createKobbleClient(options).wallets.list();
  expect(performance.now() - started).toBeGreaterThanOrEqual(49);
});

it('a fake that listens takes its time, until a test adds it', async () => {
  const { url } = await fake.listen();
  fake.faults.on('listWallets').slow(3_600_000);
  const wallets = createKobbleClient({ baseUrl: url, token: fake.state.addToken() }).wallets.list();
  await expect.poll(() => fake.calls.length).toBe(1);
  fake.clock.advance(3_600_000);
  expect(await wallets).toEqual([]);
});

it('waits in real time end in their order when the clock jumps beyond them, and are as much shorter otherwise', async () => {
  const clock = new SkippingClock();
  const ended: string[] = [];
  const wait = (name: string, milliseconds: number) => clock.inRealTime.after(milliseconds, () => ended.push(name));
  const cancel = wait('cancelled', 1_000);
  for (const [name, milliseconds] of [
    ['third', 100_200],
    ['second', 2_000],
    ['first', 1_000],
  ] as const)
    wait(name, milliseconds);
  cancel();
  clock.advance(100_000);
  expect(ended).toEqual([]); // not within the call
  await expect.poll(() => ended, { interval: 5 }).toEqual(['first', 'second']);
  await expect.poll(() => ended).toEqual(['first', 'second', 'third']);
  expect(performance.now() - started).toBeGreaterThanOrEqual(199);
});
