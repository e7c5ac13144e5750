// Proves when a token is fresh, renewed in the background or waited for, on a clock that the test moves.
import { describe, expect, it, vi } from 'vitest';
import { checkToken, type IssuedToken } from '../../src/auth/token.js';
import { RenewingTokens } from '../../src/auth/tokens.js';
import { ConfigError } from '../../src/index.js';
import { failureOf } from '../support/failure.js';
import { idle, ManualClock } from '../support/time.js';

const SECOND = 1_000;

/** Tokens T1, T2… of this life; `answer` says what becomes of a request instead. */
function issue(lifeMs: number | undefined, answer?: (count: number) => Promise<IssuedToken>) {
  const clock = new ManualClock();
  const failures = vi.fn<(error: unknown) => void>();
  const plain = async (count: number): Promise<IssuedToken> => ({ value: `T${count}`, lifeMs, ageMs: 0 });
  const request = vi.fn(() => (answer ?? plain)(request.mock.calls.length));
  const options = { clock, deadlineMs: 60 * SECOND, onRenewalFailed: failures };
  return { clock, failures, request, tokens: new RenewingTokens(request, options) };
}

describe('the first token', () => {
  it('is requested once, however many wait for it', async () => {
    const { tokens, request } = issue(3600 * SECOND);
    expect(tokens.current()).toBeUndefined();
    const values = await Promise.all(Array.from({ length: 200 }, () => tokens.obtain(new AbortController().signal)));
    expect(new Set(values)).toEqual(new Set(['T1']));
    expect(request).toHaveBeenCalledTimes(1);
    expect(tokens.current()).toBe('T1');
  });

  it('that cannot be had fails all who wait, and the next one asks again', async () => {
    const { tokens, request } = issue(3600 * SECOND, async (count) => {
      if (count === 1) throw new Error('down');
      return { value: `T${count}`, lifeMs: undefined, ageMs: 0 };
    });
    const waiting = [tokens.obtain(new AbortController().signal), tokens.obtain(new AbortController().signal)];
    for (const one of waiting) expect((await failureOf(one)).message).toBe('down');
    expect(tokens.current()).toBeUndefined();
    expect(await tokens.obtain(new AbortController().signal)).toBe('T2');
    expect(request).toHaveBeenCalledTimes(2);
  });
});

describe('in the course of its life', () => {
  it.each([
    // life, fresh until, used until
    [3600, 2700, 3570],
    [600, 450, 570],
    [200, 150, 180],
    [20, 15, 18],
    [5, 3.75, 4.5],
  ])('a token of %d s is fresh for %d s and used for %d s', async (life, freshFor, usedFor) => {
    const { tokens, clock, request } = issue(life * SECOND);
    await tokens.obtain(new AbortController().signal);
    await clock.advance(freshFor * SECOND - 1);
    expect(tokens.current()).toBe('T1');
    expect(request).toHaveBeenCalledTimes(1);

    const late = issue(life * SECOND, async (count) =>
      count === 1 ? { value: 'T1', lifeMs: life * SECOND, ageMs: 0 } : new Promise(() => {}),
    );
    await late.tokens.obtain(new AbortController().signal);
    await late.clock.advance(freshFor * SECOND);
    expect(late.tokens.current()).toBe('T1');
    expect(late.request).toHaveBeenCalledTimes(2);
    await late.clock.advance((usedFor - freshFor) * SECOND - 1);
    expect(late.tokens.current()).toBe('T1');
    const requests = late.request.mock.calls.length; // a renewal that is lost is begun anew
    await late.clock.advance(1);
    expect(late.tokens.current()).toBeUndefined();
    expect(late.request).toHaveBeenCalledTimes(requests);
  });

  it('a background renewal is one, and its token takes over', async () => {
    const { tokens, clock, request } = issue(100 * SECOND);
    await tokens.obtain(new AbortController().signal);
    await clock.advance(80 * SECOND);
    for (let call = 0; call < 40; call++) expect(tokens.current()).toBe('T1');
    await idle();
    expect(request).toHaveBeenCalledTimes(2);
    expect(tokens.current()).toBe('T2');
    await clock.advance(74 * SECOND);
    expect(tokens.current()).toBe('T2');
    expect(request).toHaveBeenCalledTimes(2);
  });

  it('in the last part calls wait for one renewal, the background one where it is under way', async () => {
    const { tokens, clock, request } = issue(100 * SECOND);
    await tokens.obtain(new AbortController().signal);
    await clock.advance(95 * SECOND);
    expect(tokens.current()).toBeUndefined();
    expect(
      await Promise.all([tokens.obtain(new AbortController().signal), tokens.obtain(new AbortController().signal)]),
    ).toEqual(['T2', 'T2']);
    expect(request).toHaveBeenCalledTimes(2);
  });

  it('a failed background renewal is reported, harms no call, and is tried again after 5 s', async () => {
    const { tokens, clock, failures, request } = issue(100 * SECOND, async (count) => {
      if (count === 2) throw new Error('down');
      return { value: `T${count}`, lifeMs: 100 * SECOND, ageMs: 0 };
    });
    await tokens.obtain(new AbortController().signal);
    await clock.advance(80 * SECOND);
    expect(tokens.current()).toBe('T1');
    await idle();
    expect(failures).toHaveBeenCalledExactlyOnceWith(new Error('down'));
    for (let call = 0; call < 40; call++) expect(tokens.current()).toBe('T1');
    await clock.advance(5 * SECOND - 1);
    expect(tokens.current()).toBe('T1');
    expect(request).toHaveBeenCalledTimes(2);
    await clock.advance(1);
    expect(tokens.current()).toBe('T1');
    await idle();
    expect(tokens.current()).toBe('T3');
    expect(request).toHaveBeenCalledTimes(3);
  });

  it('a token of unknown life is used until it is refused', async () => {
    const { tokens, clock, request } = issue(undefined);
    await tokens.obtain(new AbortController().signal);
    await clock.advance(365 * 86_400 * SECOND);
    expect(tokens.current()).toBe('T1');
    expect(request).toHaveBeenCalledTimes(1);
    tokens.drop('T1', 0);
    expect(tokens.current()).toBeUndefined();
  });

  it('its age counts from the request, not from the answer', async () => {
    const { tokens, clock, request } = issue(100 * SECOND, async () => ({
      value: 'T1',
      lifeMs: 100 * SECOND,
      ageMs: 50 * SECOND,
    }));
    await tokens.obtain(new AbortController().signal);
    await clock.advance(24 * SECOND);
    expect(tokens.current()).toBe('T1');
    expect(request).toHaveBeenCalledTimes(1);
    await clock.advance(16 * SECOND);
    expect(tokens.current()).toBeUndefined();
  });

  it.each([86_400_000 * 365, -86_400_000 * 365])('a wall clock that jumps by %d ms changes nothing', async (jump) => {
    const { tokens, clock, request } = issue(100 * SECOND);
    await tokens.obtain(new AbortController().signal);
    clock.wallTime += jump;
    await clock.advance(74 * SECOND);
    expect(tokens.current()).toBe('T1');
    expect(request).toHaveBeenCalledTimes(1);
  });
});

describe('a refused token', () => {
  it('is dropped, and the one that came after it stays', async () => {
    const { tokens } = issue(100 * SECOND);
    await tokens.obtain(new AbortController().signal);
    expect(tokens.drop('T1', 0)).toBe(true);
    expect(tokens.current()).toBeUndefined();
    expect(await tokens.obtain(new AbortController().signal)).toBe('T2');
    expect(tokens.drop('T1', 0)).toBe(true);
    expect(tokens.current()).toBe('T2');
  });
});

describe('a token that is refused again and again', () => {
  it('is requested once, then every 5 s', async () => {
    const { tokens, clock, request } = issue(3600 * SECOND);
    const call = async () => {
      const token = tokens.current() ?? (await tokens.obtain(new AbortController().signal));
      return tokens.drop(token, 0); // each token is refused
    };
    expect(await call()).toBe(true);
    for (let calls = 0; calls < 40; calls++) expect(await call()).toBe(false);
    expect(request).toHaveBeenCalledTimes(2);
    await clock.advance(5 * SECOND);
    expect(await call()).toBe(true);
    for (let calls = 0; calls < 40; calls++) expect(await call()).toBe(false);
    expect(request).toHaveBeenCalledTimes(3);
  });

  it('is no hindrance to the renewal of a token that was accepted', async () => {
    const { tokens, request } = issue(3600 * SECOND);
    for (let revocations = 0; revocations < 5; revocations++) {
      const token = await tokens.obtain(new AbortController().signal);
      tokens.accept(token);
      expect(tokens.drop(token, 0)).toBe(true);
    }
    expect(request).toHaveBeenCalledTimes(5);
  });
});

describe('a renewal', () => {
  const never = () => new Promise<never>(() => {});

  it('ends when all calls that wait for it have given up, and not before', async () => {
    const clock = new ManualClock();
    const signals: AbortSignal[] = [];
    const options = { clock, deadlineMs: 60 * SECOND, onRenewalFailed: () => {} };
    const tokens = new RenewingTokens((_, signal) => (signals.push(signal), never()), options);
    const [first, second] = [new AbortController(), new AbortController()];
    void tokens.obtain(first.signal);
    void tokens.obtain(second.signal);
    first.abort();
    expect(signals.map(({ aborted }) => aborted)).toEqual([false]);
    second.abort();
    expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
  });

  it('that never settles counts as lost after its deadline', async () => {
    const { tokens, clock, request } = issue(3600 * SECOND, (count) =>
      count === 1 ? never() : Promise.resolve({ value: `T${count}`, lifeMs: undefined, ageMs: 0 }),
    );
    void tokens.obtain(new AbortController().signal);
    await clock.advance(60 * SECOND);
    expect(await tokens.obtain(new AbortController().signal)).toBe('T2');
    expect(request).toHaveBeenCalledTimes(2);
  });

  it('in the background ends after 10 s, unless a call waits for it by then', async () => {
    const signals: AbortSignal[] = [];
    const clock = new ManualClock();
    const get = (_: unknown, signal: AbortSignal): Promise<IssuedToken> => {
      signals.push(signal);
      return signals.length === 1 ? Promise.resolve({ value: 'T1', lifeMs: 100 * SECOND, ageMs: 0 }) : never();
    };
    const tokens = new RenewingTokens(get, { clock, deadlineMs: 60 * SECOND, onRenewalFailed: () => {} });
    await tokens.obtain(new AbortController().signal);
    await clock.advance(80 * SECOND);
    expect(tokens.current()).toBe('T1');
    await clock.advance(10 * SECOND - 1);
    expect(signals[1]?.aborted).toBe(false);
    await clock.advance(1);
    expect(signals[1]?.aborted).toBe(true);
  });

  it('in the background that never settles counts as lost after 10 s, and another one begins', async () => {
    const clock = new ManualClock();
    const get = vi.fn((): Promise<IssuedToken> =>
      get.mock.calls.length === 2
        ? never()
        : Promise.resolve({ value: `T${get.mock.calls.length}`, lifeMs: 400 * SECOND, ageMs: 0 }),
    );
    const tokens = new RenewingTokens(get, { clock, deadlineMs: 60 * SECOND, onRenewalFailed: () => {} });
    await tokens.obtain(new AbortController().signal);
    await clock.advance(310 * SECOND);
    expect(tokens.current()).toBe('T1');
    await clock.advance(10 * SECOND - 1);
    expect(tokens.current()).toBe('T1');
    expect(get).toHaveBeenCalledTimes(2);
    await clock.advance(1);
    expect(tokens.current()).toBe('T1');
    await clock.advance(1);
    expect(tokens.current()).toBe('T3');
  });

  it('is given to waitUntil, the first one as one in the background, as a promise that never rejects', async () => {
    const waitUntil = vi.fn<(renewal: Promise<unknown>) => void>();
    const clock = new ManualClock();
    const answers = [{ value: 'T1', lifeMs: 100 * SECOND, ageMs: 0 }];
    const get = async () => answers.pop() ?? Promise.reject(new Error('down'));
    const tokens = new RenewingTokens(get, { clock, deadlineMs: 60 * SECOND, onRenewalFailed: () => {}, waitUntil });
    const first = tokens.obtain(new AbortController().signal);
    expect(waitUntil).toHaveBeenCalledTimes(1); // at once: it is that of the request that is being served
    await Promise.all([first, tokens.obtain(new AbortController().signal)]);
    expect(waitUntil).toHaveBeenCalledTimes(1);
    await clock.advance(80 * SECOND);
    expect(tokens.current()).toBe('T1');
    expect(waitUntil).toHaveBeenCalledTimes(2);
    for (const [renewal] of waitUntil.mock.calls) await renewal;
  });
});

describe('checkToken', () => {
  it.each(['', 'a b', 'a\n', 'a\u00e9', '\u0000', undefined, null, 7, {}])('refuses %o without quoting it', (value) => {
    expect(() => checkToken(value)).toThrow(
      new ConfigError('invalid_token', 'the token is empty or contains a character that is not allowed in a header'),
    );
  });
});
