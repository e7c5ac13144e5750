// Proves how long a call waits between attempts, when it follows a Retry-After, and that the deadline ends it.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { parseRetryAfter } from '../../src/http/retry.js';
import type { RetryEvent } from '../../src/index.js';
import { failureOf } from '../support/failure.js';
import { broken, hanging, inTurn, json, status, token, type Reply } from '../support/replies.js';
import { setUp } from '../support/requests.js';
import { holdTime, letTimePass } from '../support/time.js';
import { CARD } from '../support/samples.js';

const NOW = Date.UTC(2026, 0, 1, 12, 0, 0);
const DAY_MS = 86_400_000;

beforeEach(() => {
  holdTime();
  vi.setSystemTime(NOW);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** The waits, in milliseconds, of a call that fails in this way until the deadline ends it. */
async function waitsFor(failure: Reply, random: number, deadlineMs = 60_000): Promise<number[]> {
  vi.spyOn(Math, 'random').mockReturnValue(random);
  const waits: number[] = [];
  const onRetry = ({ waitMs }: RetryEvent) => waits.push(waitMs);
  const { kobble } = setUp({ api: failure, token: 'T', hooks: { onRetry }, retry: { maxRetries: 8 }, deadlineMs });
  await failureOf(letTimePass(kobble.cards.get('1')));
  return waits;
}

describe('the backoff', () => {
  it('doubles from 200 ms, at most 5 s, times a random share', async () => {
    const shares = [200, 400, 800, 1_600, 3_200, 5_000, 5_000, 5_000];
    expect(await waitsFor(status(503), 0.5)).toEqual(shares.map((bound) => bound / 2));
    expect(await waitsFor(broken('ECONNRESET'), 0.5)).toEqual(shares.map((bound) => bound / 2));
    expect(await waitsFor(status(503), 0)).toEqual(shares.map(() => 0));
    const longest = await waitsFor(status(503), 0.999_999);
    longest.forEach((wait, index) => {
      expect(wait).toBeLessThan(shares[index] ?? 0);
      expect(wait).toBeGreaterThan((shares[index] ?? 0) * 0.99);
    });
  });

  it('is waited for, not more and not less', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0.5);
    const { kobble, sent } = setUp({ api: inTurn(status(503), status(503), () => json({})), token: 'T' });
    const start = performance.now();
    await letTimePass(kobble.cards.get('1'));
    expect(sent.map(({ at }) => Math.round(at - start))).toEqual([0, 100, 300]);
  });

  it('goes on, without a count, for as long as the deadline has room', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0.5);
    const { kobble, sent } = setUp({ api: status(503), token: 'T' });
    const start = performance.now();
    const error = await failureOf(letTimePass(kobble.cards.get('1')));
    // 3.1 s of waits to the cap, then one each 2.5 s until 60 s would be over
    expect(sent).toHaveLength(28);
    expect(error).toMatchObject({ name: 'ServerError', status: 503, attempts: 28 });
    expect(performance.now() - start).toBeLessThan(60_000);
  });
});

describe('a date in Retry-After', () => {
  const at = NOW + 7_000;
  const [day = '', date = '', month = '', year = '', time = ''] = new Date(at).toUTCString().split(' ');
  it.each([
    ['IMF-fixdate', new Date(at).toUTCString()],
    ['RFC 850', `Thursday, ${date}-${month}-${year.slice(2)} ${time} GMT`],
    ['asctime', `${day.slice(0, 3)} ${month} ${String(Number(date)).padStart(2)} ${time} ${year}`],
  ])('has the form %s', (_, value) => {
    expect(parseRetryAfter(value, NOW)).toBe(7_000);
  });

  it("is read against the response's own clock, which may differ from this one", async () => {
    const skew = 120_000;
    const headers = {
      date: new Date(NOW + skew).toUTCString(),
      'retry-after': new Date(NOW + skew + 3_000).toUTCString(),
    };
    expect((await waitsFor(status(503, headers), 0))[0]).toBe(3_000);
  });
});

describe('Retry-After', () => {
  const httpDate = (offsetMs: number) => new Date(NOW + offsetMs).toUTCString();
  const values: [header: string, waitMs: number | undefined][] = [
    ['2', 2_000],
    ['2.5', 2_500],
    [' 3 ', 3_000],
    ['0', 0],
    ['86400', DAY_MS],
    [httpDate(7_000), 7_000],
    [httpDate(0), 0],
    [httpDate(-1_000), undefined],
    [httpDate(DAY_MS + 1_000), DAY_MS + 1_000],
    ['9999999999', 999_999_999_999],
    ['9'.repeat(400), 999_999_999_999],
    ['-1', undefined],
    ['', undefined],
    ['soon', undefined],
    ['2 s', undefined],
    ['1e3', undefined],
    ['0x10', undefined],
    ['Infinity', undefined],
    ['2026-01-01T12:00:07Z', undefined],
    ['Thu, 99 Jan 2026 12:00:07 GMT', undefined],
  ];

  it.each(values)('%o is %o ms', (header, waitMs) => {
    expect(parseRetryAfter(header, NOW)).toBe(waitMs);
  });

  it('that is missing is none', () => {
    expect(parseRetryAfter(null, NOW)).toBeUndefined();
  });

  it.each([429, 503])('of %d is waited for as it says', async (code) => {
    const headers = ['2', '2.5', httpDate(30_000)].map((value) => ({ 'retry-after': value }));
    const api = inTurn(...headers.map((header) => status(code, header)), () => json({}));
    const { kobble, sent } = setUp({ api, token: 'T' });
    const start = performance.now();
    await letTimePass(kobble.cards.get('1'));
    const times = sent.map(({ at }) => at - start);
    expect(times.slice(0, 3)).toEqual([0, 2_000, 4_500]);
    expect(times[3]).toBe(30_000);
  });

  it.each(['-1', 'soon', '0', httpDate(0), httpDate(-5_000)])(
    '%o falls back to the backoff, at least 1 s after a 429',
    async (value) => {
      expect((await waitsFor(status(429, { 'retry-after': value }), 0.5)).slice(0, 2)).toEqual([1_000, 1_000]);
    },
  );

  it.each([408, 500, 502, 504])('of %d is not taken at its word', async (code) => {
    expect((await waitsFor(status(code, { 'retry-after': '30' }), 0.5)).slice(0, 2)).toEqual([100, 200]);
  });

  it.each([
    [429, '61', 61_000],
    [429, '60', 60_000],
    [503, '86400', DAY_MS],
    [429, '9999999999', 999_999_999_999],
    [503, httpDate(3_600_000), 3_600_000],
  ])('of %d that the deadline has no room for (%s) fails at once and is told', async (code, value, retryAfterMs) => {
    const { kobble, sent } = setUp({ api: status(code, { 'retry-after': value }), token: 'T' });
    const start = performance.now();
    const error = await failureOf(letTimePass(kobble.cards.get('1')));
    expect(error).toMatchObject({ status: code, retryAfterMs, outcome: code === 429 ? 'rejected' : 'unknown' });
    expect(sent).toHaveLength(1);
    expect(performance.now()).toBe(start);
  });

  it('is told on the error too where the retries are used up, and left out where it is none', async () => {
    const retry = { maxRetries: 0 };
    const failure = (value: string) =>
      failureOf(setUp({ api: status(429, { 'retry-after': value }), token: 'T', retry }).kobble.cards.get('1'));
    expect(await failure('2')).toMatchObject({ name: 'RateLimitError', retryAfterMs: 2_000 });
    expect(await failure('soon')).not.toHaveProperty('retryAfterMs');
  });

  it('of the token endpoint is waited for too', async () => {
    const tokens = inTurn(status(503, { 'retry-after': '7' }), () => token('T', 60));
    const { kobble, tokenRequests } = setUp({ tokens });
    await letTimePass(kobble.cards.get('1'));
    expect((tokenRequests[1]?.at ?? 0) - (tokenRequests[0]?.at ?? 0)).toBe(7_000);
  });
});

describe('the body of a failed attempt', () => {
  it('is read to its end before the next attempt', async () => {
    const consumed: boolean[] = [];
    const answers: Response[] = [];
    const api: Reply = (_, index) => {
      consumed.push(...answers.map(({ bodyUsed }) => bodyUsed));
      const answer = index < 2 ? json({ message: 'x'.repeat(100_000) }, 503) : json({});
      answers.push(answer);
      return answer;
    };
    await letTimePass(setUp({ api, token: 'T' }).kobble.cards.get('1'));
    expect(consumed).toEqual([true, true, true]);
  });

  it('is cancelled where it comes after the attempt was given up', async () => {
    const cancel = vi.fn();
    const late: Reply = ({ signal }) =>
      new Promise((resolve) => {
        signal.addEventListener('abort', () => {
          resolve(new Response(new ReadableStream({ cancel })));
        });
      });
    const { kobble } = setUp({ api: inTurn(late, () => json({})), token: 'T', timeoutMs: 1_000 });
    await letTimePass(kobble.cards.get('1'));
    expect(cancel).toHaveBeenCalledTimes(1);
  });
});

describe('the outcome', () => {
  const end = (...replies: Reply[]) =>
    failureOf(letTimePass(setUp({ api: inTurn(...replies), token: 'T', timeoutMs: 1_000 }).kobble.cards.create(CARD)));

  it.each<[string, Reply]>([
    ['500', status(500)],
    ['408', status(408)],
    ['503 that names no time', status(503)],
    ['503 that names a time', status(503, { 'retry-after': '1' })],
    ['a reset', broken('ECONNRESET')],
    ['a timeout', hanging],
  ])('stays unknown after %s, whatever comes then', async (_, uncertain) => {
    expect(await end(uncertain, status(422))).toMatchObject({ outcome: 'unknown', attempts: 2 });
    expect(await end(uncertain, broken('ECONNREFUSED'))).toMatchObject({ name: 'ConnectionError', outcome: 'unknown' });
  });

  it.each<[string, Reply]>([
    ['429', status(429)],
    ['425', status(425)],
    ['a refused connection', broken('ECONNREFUSED')],
  ])('is known after %s', async (_, certain) => {
    expect(await end(certain, status(422))).toMatchObject({ outcome: 'rejected', attempts: 2 });
  });
});

it.each([302, 303, 307])('of a write that is redirected with %d is unknown, and of a read rejected', async (code) => {
  const { kobble } = setUp({ api: status(code, { location: '/elsewhere' }), token: 'T' });
  expect(await failureOf(kobble.wallets.update('1', {}))).toMatchObject({ status: code, outcome: 'unknown' });
  expect(await failureOf(kobble.wallets.get('1'))).toMatchObject({ status: code, outcome: 'rejected' });
});
