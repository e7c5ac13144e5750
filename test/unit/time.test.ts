// Proves that attempts and calls end in time, that the caller's abort ends everything at once, and that nothing leaks.
import { getEventListeners } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { pause, withTimeLimit } from '../../src/time.js';
import { failureOf } from '../support/failure.js';
import { broken, hanging, inTurn, json, status, token, type Reply } from '../support/replies.js';
import { setUp, type Setup } from '../support/requests.js';
import { holdTime, idle, letTimePass, ManualClock } from '../support/time.js';
import { apiOf } from '../support/openapi-client.js';

beforeEach(holdTime);
afterEach(() => {
  vi.useRealTimers();
});

/** Answers at once, with a body that never ends; it breaks off when the attempt is given up, as in `fetch`. */
const endless: Reply = ({ signal }) =>
  new Response(
    new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('{'));
        signal.addEventListener('abort', () => {
          controller.error(signal.reason);
        });
      },
    }),
  );
const after =
  (milliseconds: number, reply: Reply): Reply =>
  async (request, index) => {
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    return reply(request, index);
  };

describe('timeoutMs', () => {
  it.each<[string, Reply]>([
    ['the answer', hanging],
    ['its body', endless],
  ])('bounds one attempt: %s', async (_, api) => {
    const { kobble, sent } = setUp({ api, token: 'T', retry: { maxRetries: 0 } });
    const start = performance.now();
    const error = await failureOf(letTimePass(kobble.cards.get('1', { timeoutMs: 2_000 })));
    expect(error).toMatchObject({
      name: 'TimeoutError',
      code: 'attempt_timeout',
      outcome: 'unknown',
      attempts: 1,
      operationId: 'getCard',
      message: 'GET /customers/v1/cards/{id} → no response within 2000 ms',
    });
    expect(performance.now() - start).toBe(2_000);
    expect(sent[0]?.signal.aborted).toBe(true);
  });

  it('is 30 s by default, and each attempt has its own', async () => {
    const { kobble, sent } = setUp({ api: inTurn(hanging, () => json({ id: '1' })), token: 'T' });
    const start = performance.now();
    await letTimePass(kobble.cards.get('1'));
    const second = (sent[1]?.at ?? 0) - start;
    expect(second).toBeGreaterThanOrEqual(30_000);
    expect(second).toBeLessThan(30_200);
  });
});

describe('deadlineMs', () => {
  it.each<[string, Reply]>([
    ['attempts that hang', hanging],
    ['bodies that do not end', endless],
    ['slow failures', after(4_000, status(503))],
  ])('bounds the whole call: %s', async (_, api) => {
    const { kobble } = setUp({ api, token: 'T', timeoutMs: 5_000 });
    const start = performance.now();
    const error = await failureOf(letTimePass(kobble.cards.get('1', { deadlineMs: 12_000 })));
    expect(error.outcome).toBe('unknown');
    expect(performance.now() - start).toBeLessThanOrEqual(12_000);
    expect(error.attempts).toBe(3);
  });

  it('is 60 s by default', async () => {
    vi.spyOn(Math, 'random').mockReturnValueOnce(0.5); // without a wait, the second attempt would have its whole 30 s
    const { kobble } = setUp({ api: hanging, token: 'T' });
    const start = performance.now();
    const error = await failureOf(letTimePass(kobble.cards.get('1')));
    expect(error).toMatchObject({ code: 'deadline_exceeded', attempts: 2 });
    expect(error.message).toBe('GET /customers/v1/cards/{id} → no response within 60000 ms');
    expect(performance.now() - start).toBe(60_000);
  });

  it('counts the wait for the token', async () => {
    const { kobble, sent } = setUp({ tokens: after(3_000, () => token('T', 60)), api: hanging });
    const start = performance.now();
    const error = await failureOf(letTimePass(kobble.cards.get('1', { deadlineMs: 5_000 })));
    expect(error).toMatchObject({ code: 'deadline_exceeded', outcome: 'unknown', attempts: 1 });
    expect(performance.now() - start).toBe(5_000);
    expect((sent[0]?.at ?? 0) - start).toBe(3_000);
  });

  it('that cuts an attempt short is what the error names', async () => {
    const { kobble } = setUp({ api: hanging, token: 'T' });
    const error = await failureOf(letTimePass(kobble.cards.get('1', { timeoutMs: 9_000, deadlineMs: 1_000 })));
    expect(error).toMatchObject({ code: 'deadline_exceeded', message: expect.stringContaining('1000 ms') as string });
  });
});

describe("the caller's abort", () => {
  const reason = new Error('the user went away');

  it.each<[string, Setup, aborted: boolean[]]>([
    ['the token is waited for', { tokens: hanging }, []],
    ['the answer is waited for', { api: hanging }, [true]],
    ['the body is read', { api: endless }, [true]],
    ['the next attempt waits for a Retry-After', { api: status(503, { 'retry-after': '50' }) }, [false]],
    ['the next attempt waits for a backoff', { api: broken('ECONNREFUSED') }, [false]],
  ])('while %s ends the call at once, and the cause names the class of its reason', async (_, options, aborted) => {
    vi.spyOn(Math, 'random').mockReturnValue(0.9);
    const { kobble, sent } = setUp(options);
    const controller = new AbortController();
    const failure = failureOf(kobble.cards.get('1', { signal: controller.signal }));
    await idle();
    const start = performance.now();
    controller.abort(reason);
    expect(await failure).toMatchObject({
      name: 'AbortError',
      code: 'aborted',
      operationId: 'getCard',
    });
    expect((await failure).cause).toMatchObject({ message: 'Error' });
    expect(performance.now()).toBe(start);
    await idle();
    expect(sent.map(({ signal }) => signal.aborted)).toEqual(aborted);
    vi.restoreAllMocks();
  });

  it('before the call sends nothing', async () => {
    const { kobble, sent, tokenRequests } = setUp();
    const signal = AbortSignal.abort(reason);
    expect(await failureOf(kobble.cards.get('1', { signal }))).toMatchObject({
      name: 'AbortError',
      outcome: 'not-sent',
      cause: { message: 'Error' },
    });
    expect(await failureOf(apiOf(kobble).GET('/customers/v1/cards', { signal }))).toMatchObject({
      name: 'AbortError',
      outcome: 'not-sent',
      cause: { message: 'Error' },
    });
    expect(await failureOf(kobble.request('GET', '/customers/v1/news', { signal }))).toMatchObject({
      name: 'AbortError',
      outcome: 'not-sent',
      cause: { message: 'Error' },
    });
    await kobble.cards.get('1');
    expect(await failureOf(kobble.cards.get('1', { signal }))).toMatchObject({
      name: 'AbortError',
      outcome: 'not-sent',
      cause: { message: 'Error' },
    });
    expect([sent.length, tokenRequests.length]).toEqual([1, 1]);
  });

  it('after the call changes nothing', async () => {
    const { kobble } = setUp();
    const controller = new AbortController();
    const card = await kobble.cards.get('1', { signal: controller.signal });
    controller.abort(reason);
    expect(card).toEqual({ id: 'card-1' });
  });
});

describe('nothing is left behind', () => {
  it.each<[string, Reply]>([
    ['success', () => json({})],
    ['refusal', status(404)],
    ['retries', inTurn(status(503), broken('ECONNRESET'), hanging, () => json({}))],
    ['failure', () => new Response('<html>')],
  ])('on a signal that lives on, nor a timer: %s', async (_, api) => {
    const { signal } = new AbortController();
    const { kobble } = setUp({ api });
    await letTimePass(kobble.cards.get('1', { signal })).catch(() => {});
    await idle();
    expect(getEventListeners(signal, 'abort')).toHaveLength(0);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('a signal shared by many calls', () => {
  it('has one listener for all of them, so that no platform warns of a leak', async () => {
    const controller = new AbortController();
    const { kobble } = setUp({
      api: (_, index) => (index < 5 ? status(503)(_, index) : hanging(_, index)),
      token: 'T',
    });
    const calls = Array.from({ length: 20 }, () => kobble.cards.get('1', { signal: controller.signal }));
    const failures = Promise.all(calls.map((call) => failureOf(call)));
    await idle(); // five wait for their next attempt, the others for an answer
    expect(getEventListeners(controller.signal, 'abort')).toHaveLength(1);
    const reason = new Error('stop');
    controller.abort(reason);
    expect((await failures).map(({ cause }) => String(cause))).toEqual(
      Array.from({ length: 20 }, () => 'Error: Error'),
    );
    expect(getEventListeners(controller.signal, 'abort')).toHaveLength(0);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is listened to until the last call has ended', async () => {
    const { signal } = new AbortController();
    const { kobble } = setUp({
      api: inTurn(() => json({}), hanging),
      token: 'T',
      timeoutMs: 50,
      retry: { maxRetries: 0 },
    });
    const first = kobble.cards.get('1', { signal });
    const second = failureOf(kobble.cards.get('2', { signal }));
    await first;
    expect(getEventListeners(signal, 'abort')).toHaveLength(1);
    await letTimePass(second);
    expect(getEventListeners(signal, 'abort')).toHaveLength(0);
  });
});

describe('withTimeLimit', () => {
  const limit = (clock: ManualClock) => ({ clock, ms: 10, onTimeout: () => new Error('late') });

  it('settles as the work does', async () => {
    const clock = new ManualClock();
    expect(await withTimeLimit(async () => 7, limit(clock))).toBe(7);
    await expect(withTimeLimit(() => Promise.reject(new Error('own')), limit(clock))).rejects.toThrow('own');
    expect(clock.pending).toBe(0);
  });

  it('rejects when time is up, not before', async () => {
    const clock = new ManualClock();
    const rejected = vi.fn();
    const work = () => new Promise<never>(() => {});
    withTimeLimit(work, limit(clock)).catch(rejected);
    await clock.advance(9);
    expect(rejected).not.toHaveBeenCalled();
    await clock.advance(1);
    expect(rejected).toHaveBeenCalledExactlyOnceWith(new Error('late'));
  });
});

describe('pause', () => {
  it('ends in time, or at once with the reason of the abort', async () => {
    const clock = new ManualClock();
    const { signal } = new AbortController();
    const waited = vi.fn();
    const waiting = pause(clock, 10, signal).then(waited);
    await clock.advance(9);
    expect(waited).not.toHaveBeenCalled();
    await clock.advance(1);
    await waiting;
    expect(getEventListeners(signal, 'abort')).toHaveLength(0);
    const reason = new Error('stop');
    expect(await failureOf(pause(clock, 10, AbortSignal.abort(reason)))).toBe(reason);
    expect(clock.pending).toBe(0);
  });
});

describe('a busy process', () => {
  it('sends nothing after the deadline, whatever the wait was', async () => {
    const { kobble, sent } = setUp({ api: status(503), token: 'T', deadlineMs: 1_000 });
    const clock = vi.spyOn(performance, 'now');
    const start = performance.now();
    let late = 0;
    clock.mockImplementation(() => start + late);
    const failure = failureOf(kobble.cards.get('1'));
    await idle();
    expect(sent).toHaveLength(1);
    late = 1_885; // the timer of the backoff fires that late
    await vi.advanceTimersByTimeAsync(300);
    expect(await failure).toMatchObject({ name: 'ServerError', status: 503, attempts: 1 });
    expect(sent).toHaveLength(1);
    clock.mockRestore();
  });

  it('that gets its token after the deadline sends nothing either', async () => {
    const { kobble, sent } = setUp({ token: async () => 'T', deadlineMs: 1_000 });
    const clock = vi.spyOn(performance, 'now');
    const start = performance.now();
    let calls = 0;
    clock.mockImplementation(() => start + (calls++ < 2 ? 0 : 2_000));
    expect(await failureOf(kobble.cards.get('1'))).toMatchObject({ code: 'deadline_exceeded', outcome: 'not-sent' });
    expect(sent).toEqual([]);
    clock.mockRestore();
  });
});
