// Proves, with processes, a redis-server and HTTP, that a fleet shares one token, and that calls succeed when Redis or a
// process dies.
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { createFakeKobble, type FakeKobble } from '../../src/testing/index.js';
import { PACKAGES } from '../support/fleet/connect.js';
import { startFleet, type Fleet, type Report } from '../support/fleet/fleet.js';
import { describeWithRedis, startRedis, type RedisServer } from '../support/fleet/redis-server.js';

const PROCESSES = 8;
const CALLS = 100;
const LOCK_MS = 2_000;
const PATIENCE = { interval: 5, timeout: 30_000 };
const well: Report = { failures: [], warnings: [] };

describeWithRedis('a fleet of 8 processes', () => {
  let fleet: Fleet;
  let kobble: FakeKobble;
  let baseUrl: string;
  let redis: RedisServer;

  beforeAll(async () => {
    fleet = await startFleet(PROCESSES);
  });
  afterAll(() => fleet.kill());
  beforeEach(async () => {
    redis = await startRedis();
    kobble = createFakeKobble();
    baseUrl = (await kobble.listen()).url;
  });
  afterEach(async () => {
    await Promise.all([kobble.close(), redis.kill()]);
  });

  const tokenRequests = () => kobble.calls.of('getAccessToken').length;
  const answered = () => kobble.calls.of('listWallets').filter(({ status }) => status === 200).length;
  const seen = (calls: number) => expect.poll(answered, PATIENCE).toBeGreaterThanOrEqual(calls);

  it.each(PACKAGES)('asks for one token in 800 calls, and for one more after it was revoked (%s)', async (name) => {
    expect(await fleet.order({ package: name, redisPort: redis.port, baseUrl })).toEqual(Array(PROCESSES).fill(well));
    expect(await fleet.order({ calls: CALLS })).toEqual(Array(PROCESSES).fill(well));
    expect(answered()).toBe(PROCESSES * CALLS);
    expect(tokenRequests()).toBe(1);

    kobble.state.revokeTokens();
    expect(await fleet.order({ calls: CALLS / 2 })).toEqual(Array(PROCESSES).fill(well));
    expect(tokenRequests()).toBe(2);
  });

  it.each(PACKAGES)('goes on with a token and a warning each when Redis dies midway (%s)', async (name) => {
    await fleet.order({ package: name, redisPort: redis.port, baseUrl });
    const firstHalf = fleet.order({ calls: CALLS / 2 });
    await seen((PROCESSES * CALLS) / 4);
    await redis.kill();
    kobble.state.revokeTokens();
    await firstHalf;
    const reports = await fleet.order({ calls: CALLS / 2 });

    expect(reports).toEqual(Array(PROCESSES).fill({ failures: [], warnings: [expect.stringMatching(/token store/)] }));
    expect((await firstHalf).flatMap(({ failures }) => failures)).toEqual([]);
    expect(answered()).toBe(PROCESSES * CALLS);
    expect(tokenRequests()).toBe(1 + PROCESSES);
  });

  it('goes on after the life of a lock whose holder died', async () => {
    const holder = await startFleet(1);
    await holder.order({ package: 'ioredis', redisPort: redis.port, baseUrl, lockTtlMs: LOCK_MS });
    await fleet.order({ package: 'redis', redisPort: redis.port, baseUrl });
    kobble.faults.on('getAccessToken').stallHeaders();
    const lost = holder.order({ calls: 1 });
    await expect.poll(tokenRequests, PATIENCE).toBe(1);
    await Promise.all([holder.kill(), expect(lost).rejects.toThrow('ended')]);

    const start = performance.now();
    expect(await fleet.order({ calls: 1 })).toEqual(Array(PROCESSES).fill(well));
    expect(performance.now() - start).toBeGreaterThan(LOCK_MS / 2);
    expect(tokenRequests()).toBe(2);
  });
});
