// Proves that an outage is not multiplied by the retries of a client, and that every call that can succeed does: the client
// itself, on a clock on which minutes pass in moments.
import { expect, it } from 'vitest';
import { suffer } from '../support/faults/outage.js';
import { json } from '../support/replies.js';

it.each([
  [1, 28],
  [20, 3],
  [50, 2],
  [500, 1.2],
  [4_000, 1.1],
])('%d calls in a minute of outage make at most %d requests each', { timeout: 120_000 }, async (calls, most) => {
  const { perCall, failed } = await suffer({ calls });
  expect(perCall).toBeLessThanOrEqual(most);
  expect(failed).toBe(calls);
});

it.each([
  [2_000, 3_500],
  [5_000, 10_000],
  [20_000, 26_000],
  [50_000, 56_000],
])('50 calls in %d ms of outage all succeed, the last one before %d ms', async (outageMs, beforeMs) => {
  const { failed, lastMs } = await suffer({ calls: 50, outageMs });
  expect(failed).toBe(0);
  expect(lastMs).toBeLessThan(beforeMs);
});

it('500 calls in 20 s of outage all succeed, with a slow start', async () => {
  const { failed, lastMs, perCall } = await suffer({ calls: 500, outageMs: 20_000 });
  expect(failed).toBe(0);
  expect(lastMs).toBeLessThan(27_000);
  expect(perCall).toBeLessThan(2.3);
});

it.each([0.3, 0.5])('500 calls at once, of whose attempts the share %d fails, all succeed', async (failing) => {
  expect((await suffer({ calls: 500, failing })).failed).toBe(0);
});

it(
  '10 calls a second through 10 minutes of outage make less than two requests each',
  { timeout: 120_000 },
  async () => {
    const { perCall, failed } = await suffer({ steady: 7_200, outageMs: 600_000 });
    expect(perCall).toBeLessThan(2);
    expect(failed).toBeLessThanOrEqual(5_500); // those that began more than a minute before its end
  },
);

it.each([31_000, 35_000, 45_000])(
  'of 50 calls to a server that hangs for %d ms, only probes fail',
  async (outageMs) => {
    const { failed, perCall } = await suffer({ calls: 50, outageMs, hangs: true });
    expect(failed).toBeLessThan(12); // at most one in 2.5 s: each hangs until its deadline
    expect(perCall).toBeLessThan(2.1);
  },
);

it('a call alone is repaired as ever', async () => {
  const { failed, sentMs } = await suffer({ calls: 1, outageMs: 3_000 });
  expect(failed).toBe(0);
  expect(sentMs.length).toBeGreaterThan(3);
});

it('a 429 sets the time of the next probe', async () => {
  const failure = () => json({}, 429, { 'retry-after': '10' });
  const { sentMs, failed } = await suffer({ calls: 50, outageMs: 35_000, failure });
  expect(failed).toBe(0);
  expect(sentMs.length).toBeLessThan(50 + 20 + 50 + 10);
});

it('a 429 puts off a probe that is planned', async () => {
  let responses = 0;
  const failure = () => (++responses <= 49 ? json({}, 503) : json({}, 429, { 'retry-after': '10' }));
  const { sentMs } = await suffer({ calls: 50, options: { deadlineMs: 9_000 }, failure });
  expect(sentMs.length).toBeLessThan(56); // first attempts, and what was sent before the 429
});

it('a 500 is repeated at most twice', async () => {
  const { sentMs } = await suffer({ calls: 1, failure: () => json({}, 500) });
  expect(sentMs).toHaveLength(3);
});

it.each([520, 524, 529, 599])('a %d is retried', async (status) => {
  const { failed } = await suffer({ calls: 1, outageMs: 1_000, failure: () => new Response(null, { status }) });
  expect(failed).toBe(0);
});

it('together: false multiplies as before', async () => {
  const { perCall } = await suffer({ calls: 50, options: { retry: { together: false } } });
  expect(perCall).toBeGreaterThan(20);
});
