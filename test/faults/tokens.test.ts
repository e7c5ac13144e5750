// Proves, over real sockets, that one token request serves all calls, that a lost token costs one renewal, and that no
// call waits or fails without need.
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { AuthenticationError, type KobbleClient, type StoredToken } from '../../src/index.js';
import type { FakeKobble } from '../../src/testing/index.js';
import { atOnce, countOf, serveFake } from '../support/faults/fake.js';

const HOUR = 3_600_000;

const unhandled: unknown[] = [];
const noteUnhandled = (reason: unknown) => void unhandled.push(reason);
beforeEach(() => {
  unhandled.length = 0;
  process.on('unhandledRejection', noteUnhandled);
});
afterEach(async () => {
  vi.restoreAllMocks();
  await delay(1);
  process.off('unhandledRejection', noteUnhandled);
  expect(unhandled).toEqual([]);
});

const tokenRequests = ({ calls }: FakeKobble) => calls.of('getAccessToken').length;
const allSucceed = (results: readonly PromiseSettledResult<unknown>[]) =>
  expect(results.filter(({ status }) => status === 'rejected')).toEqual([]);

/** Lets so much time pass for client and fake alike: both read this clock, which never jumps. */
let passed = 0;
function letPass(milliseconds: number): void {
  if (passed === 0) {
    const now = performance.now.bind(performance);
    vi.spyOn(performance, 'now').mockImplementation(() => now() + passed);
  }
  passed += milliseconds;
}
beforeEach(() => {
  passed = 0;
});

describe('one request for many', () => {
  test('200 first calls at once: one token request', async () => {
    const { fake, client } = await serveFake();
    const kobble = client();
    allSucceed(await atOnce(200, () => kobble.wallets.list()));
    expect(tokenRequests(fake)).toBe(1);
    expect(fake.calls.of('listWallets')).toHaveLength(200);
  });

  test('200 calls whose token was revoked: one renewal, each replayed once with its own key', async () => {
    const { fake, client } = await serveFake();
    const kobble = client();
    const to = fake.state.addActiveWallet().id;
    await kobble.wallets.list();
    fake.state.revokeTokens();
    const credit = (index: number) =>
      kobble.transactions.createManualCredit({ amount: 1, to, reference: `${index}`, metadata: {} });
    allSucceed(await atOnce(200, credit));
    expect(tokenRequests(fake)).toBe(2);
    const keys = countOf(fake.calls.of('createManualCredit').map(({ key }) => key));
    expect(keys.size).toBe(200);
    for (const key of keys.keys()) {
      expect(fake.calls.withKey(String(key)).map(({ status }) => status)).toEqual([401, 200]);
    }
    expect(fake.state.wallets.get(to)?.amount).toBe(200);
  });
});

describe('a renewal behind the calls', () => {
  test('goes on while calls use the old token: none waits', async () => {
    const { fake, client } = await serveFake({ tokenLifeSeconds: 3600 });
    const kobble = client();
    await kobble.wallets.list();
    letPass(0.8 * HOUR);
    fake.faults.on('getAccessToken').slow(1_500);
    await kobble.wallets.list();
    await expect.poll(() => tokenRequests(fake)).toBe(2);
    for (let calls = 0; calls < 10; calls++) {
      await kobble.wallets.list();
      expect(fake.calls.of('getAccessToken').at(-1)?.status).toBe('pending');
    }
    await expect.poll(() => fake.calls.of('getAccessToken').at(-1)?.status, { timeout: 5_000 }).toBe(200);
    fake.clock.advance(0.3 * HOUR); // by the server's clock the old token has ended: the new one must be in use
    await delay(50);
    await kobble.wallets.list();
    expect(tokenRequests(fake)).toBe(2);
    expect(new Set(fake.calls.of('listWallets').map(({ status }) => status))).toEqual(new Set([200]));
  });

  test('that fails is tried again by later calls, and the old token serves on', async () => {
    const { fake, client } = await serveFake({ tokenLifeSeconds: 3600 });
    const kobble = client();
    await kobble.wallets.list();
    letPass(0.8 * HOUR);
    fake.faults.on('getAccessToken').times(2).respond(400);
    await kobble.wallets.list();
    await expect.poll(() => fake.calls.of('getAccessToken').map(({ status }) => status)).toEqual([200, 400]);
    await delay(20);
    await kobble.wallets.list();
    await delay(20);
    expect(tokenRequests(fake)).toBe(2); // none for 5 s
    letPass(5_000);
    await kobble.wallets.list();
    await expect.poll(() => fake.calls.of('getAccessToken').map(({ status }) => status)).toEqual([200, 400, 400]);
    await delay(20);
    letPass(5_000);
    await kobble.wallets.list();
    await expect.poll(() => tokenRequests(fake)).toBe(4);
    expect(new Set(fake.calls.of('listWallets').map(({ status }) => status))).toEqual(new Set([200]));
  });
});

describe('a token endpoint', () => {
  test('that answers 503 twice, then well: the calls succeed', async () => {
    const { fake, client } = await serveFake();
    const kobble = client();
    fake.faults.on('getAccessToken').times(2).respond(503);
    allSucceed(await atOnce(20, () => kobble.wallets.list()));
    expect(fake.calls.of('getAccessToken').map(({ status }) => status)).toEqual([503, 503, 200]);
  });

  test.each<[string, (fake: FakeKobble) => void]>([
    ['answers 503 for good', ({ faults }) => void faults.on('getAccessToken').always().respond(503)],
    ['drops each connection', ({ faults }) => void faults.on('getAccessToken').always().dropRequest()],
    ['refuses the client', ({ faults }) => void faults.on('getAccessToken').always().respond(401)],
    [
      'asks to wait for an hour',
      ({ faults }) => void faults.on('getAccessToken').always().respond(429, { retryAfter: 3600 }),
    ],
  ])('that %s: AuthenticationError, and the next call recovers', async (_, breakDown) => {
    const { fake, client } = await serveFake();
    const kobble = client({ deadlineMs: 1_500 });
    breakDown(fake);
    const results = await atOnce(20, () => kobble.wallets.list());
    for (const result of results) {
      const error = result.status === 'rejected' ? (result.reason as AuthenticationError) : undefined;
      expect(error).toBeInstanceOf(AuthenticationError);
      expect(error).toMatchObject({
        name: 'AuthenticationError',
        code: 'token_unavailable',
        outcome: 'not-sent',
        attempts: 0,
      });
    }
    expect(fake.calls.of('listWallets')).toEqual([]);
    fake.faults.clear();
    expect(await kobble.wallets.list({ deadlineMs: 60_000 })).toEqual([]);
  });

  test('that nobody listens at: AuthenticationError, and recovery once it is back', async () => {
    const { fake, client } = await serveFake();
    const tokenHost = await serveFake();
    const tokenUrl = `${tokenHost.baseUrl}/oauth2/token`;
    await tokenHost.fake.close();
    const kobble = client({ tokenUrl, deadlineMs: 1_500 });
    await expect(kobble.wallets.list()).rejects.toBeInstanceOf(AuthenticationError);
    expect(fake.calls).toHaveLength(0);
    await fake.listen(Number(new URL(tokenUrl).port));
    expect(await kobble.wallets.list({ deadlineMs: 60_000 })).toEqual([]);
  });

  test('that is lost while the old token still lives: no call fails, and no rejection is left alone', async () => {
    const { fake, client } = await serveFake({ tokenLifeSeconds: 3600 });
    const kobble = client({ deadlineMs: 10_000 });
    await kobble.wallets.list();
    letPass(0.8 * HOUR);
    fake.faults.on('getAccessToken').always().respond(503);
    for (let calls = 0; calls < 10; calls++) {
      await kobble.wallets.list();
      await delay(100);
    }
    await expect.poll(() => tokenRequests(fake)).toBeGreaterThan(1);
  });
});

describe('lives', () => {
  test('5 s, in real time: calls go on for 7 s, none is refused', { timeout: 30_000 }, async () => {
    const { fake, client } = await serveFake({ tokenLifeSeconds: 5 });
    const kobble = client();
    for (const started = performance.now(); performance.now() - started < 7_000; await delay(50)) {
      await kobble.wallets.list();
    }
    expect(tokenRequests(fake)).toBe(2);
    expect(new Set(fake.calls.of('listWallets').map(({ status }) => status))).toEqual(new Set([200]));
  });

  /** Makes a call at each of these moments of a token's life, and expects so many token requests by then. */
  async function expectRequests(life: number | null, moments: readonly [second: number, count: number][]) {
    const { fake, client } = await serveFake({ tokenLifeSeconds: life });
    const kobble = client();
    await kobble.wallets.list();
    let at = 0;
    for (const [second, count] of moments) {
      letPass((second - at) * 1_000);
      at = second;
      await kobble.wallets.list();
      await delay(100); // a renewal in the background
      await expect.poll(() => tokenRequests(fake)).toBe(count);
    }
    expect(new Set(fake.calls.of('listWallets').map(({ status }) => status))).toEqual(new Set([200]));
  }

  test('20 s: fresh for 15 s', async () => {
    await expectRequests(20, [
      [7, 1],
      [14, 1],
      [16, 2],
    ]);
    await expectRequests(20, [[19, 2]]);
    await expectRequests(20, [[500, 2]]);
  });

  test('20 s: past 18 s a call waits for the new one', async () => {
    const { fake, client } = await serveFake({ tokenLifeSeconds: 20 });
    const kobble = client();
    await kobble.wallets.list();
    letPass(19_000);
    fake.faults.on('getAccessToken').slow(300);
    await kobble.wallets.list();
    expect(fake.calls.of('getAccessToken').map(({ status }) => status)).toEqual([200, 200]);
  });

  test('3600 s: fresh for 45 minutes', async () => {
    await expectRequests(3600, [
      [60, 1],
      [2_600, 1],
      [2_720, 2],
    ]);
    await expectRequests(3600, [[3_590, 2]]);
    await expectRequests(3600, [[86_400, 2]]);
  });

  test('none: used until it is refused', async () => {
    await expectRequests(null, [
      [3_600, 1],
      [86_400, 1],
      [86_400 * 365, 1],
    ]);
    const { fake, client } = await serveFake({ tokenLifeSeconds: null });
    const kobble = client();
    await kobble.wallets.list();
    fake.state.revokeTokens();
    await kobble.wallets.list();
    expect(fake.calls.of('listWallets').map(({ status }) => status)).toEqual([200, 401, 200]);
    expect(tokenRequests(fake)).toBe(2);
  });
});

describe.each([HOUR, -HOUR])('the wall clock moved by %d ms', (jump) => {
  const moveWallClock = () => {
    const now = Date.now.bind(Date);
    vi.spyOn(Date, 'now').mockImplementation(() => now() + jump);
  };
  const listTwice = async (kobble: KobbleClient) => allSucceed(await atOnce(2, () => kobble.wallets.list()));

  test('changes nothing in a token that is held', async () => {
    const { fake, client } = await serveFake({ tokenLifeSeconds: 3600 });
    const kobble = client();
    await kobble.wallets.list();
    moveWallClock();
    await listTwice(kobble);
    expect(tokenRequests(fake)).toBe(1);
    letPass(0.8 * HOUR);
    await listTwice(kobble);
    await expect.poll(() => tokenRequests(fake)).toBe(2);
    expect(new Set(fake.calls.of('listWallets').map(({ status }) => status))).toEqual(new Set([200]));
  });

  test('in one of two processes that share a token: no call fails', async () => {
    const { fake, client } = await serveFake({ tokenLifeSeconds: 3600 });
    const tokenStore = new Map<string, StoredToken>();
    await client({ tokenStore }).wallets.list();
    moveWallClock();
    await listTwice(client({ tokenStore }));
    expect(tokenRequests(fake)).toBeLessThanOrEqual(2);
    fake.state.revokeTokens();
    await listTwice(client({ tokenStore }));
    expect(tokenRequests(fake)).toBeLessThanOrEqual(3);
  });
});
