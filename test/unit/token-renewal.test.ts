// Proves when a token is fresh, renewed in the background or waited for, on a clock that the test moves.
import { describe, expect, it, vi } from 'vitest';
import { checkToken, RenewingTokens, type IssuedToken } from '../../src/auth/tokens.js';
import { failureOf } from '../support/failure.js';
import { idle, ManualClock } from '../support/time.js';

const SECOND = 1_000;

/** Tokens T1, T2… of this life; `answer` says what becomes of a request instead. */
function issue(lifeMs: number | undefined, answer?: (count: number) => Promise<IssuedToken>) {
  const clock = new ManualClock();
  const failures = vi.fn<(error: unknown) => void>();
  const plain = async (count: number): Promise<IssuedToken> => ({ value: `T${count}`, lifeMs, ageMs: 0 });
  const request = vi.fn(() => (answer ?? plain)(request.mock.calls.length));
  return { clock, failures, request, tokens: new RenewingTokens(request, clock, failures) };
}

describe('the first token', () => {
  it('is requested once, however many wait for it', async () => {
    const { tokens, request } = issue(3600 * SECOND);
    expect(tokens.current()).toBeUndefined();
    const values = await Promise.all(Array.from({ length: 200 }, () => tokens.obtain()));
    expect(new Set(values)).toEqual(new Set(['T1']));
    expect(request).toHaveBeenCalledTimes(1);
    expect(tokens.current()).toBe('T1');
  });

  it('that cannot be had fails all who wait, and the next one asks again', async () => {
    const { tokens, request } = issue(3600 * SECOND, async (count) => {
      if (count === 1) throw new Error('down');
      return { value: `T${count}`, lifeMs: undefined, ageMs: 0 };
    });
    const waiting = [tokens.obtain(), tokens.obtain()];
    for (const one of waiting) expect((await failureOf(one)).message).toBe('down');
    expect(tokens.current()).toBeUndefined();
    expect(await tokens.obtain()).toBe('T2');
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
    await tokens.obtain();
    await clock.advance(freshFor * SECOND - 1);
    expect(tokens.current()).toBe('T1');
    expect(request).toHaveBeenCalledTimes(1);

    const late = issue(life * SECOND, async (count) =>
      count === 1 ? { value: 'T1', lifeMs: life * SECOND, ageMs: 0 } : new Promise(() => {}),
    );
    await late.tokens.obtain();
    await late.clock.advance(freshFor * SECOND);
    expect(late.tokens.current()).toBe('T1');
    expect(late.request).toHaveBeenCalledTimes(2);
    await late.clock.advance((usedFor - freshFor) * SECOND - 1);
    expect(late.tokens.current()).toBe('T1');
    await late.clock.advance(1);
    expect(late.tokens.current()).toBeUndefined();
    expect(late.request).toHaveBeenCalledTimes(2);
  });

  it('a background renewal is one, and its token takes over', async () => {
    const { tokens, clock, request } = issue(100 * SECOND);
    await tokens.obtain();
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
    await tokens.obtain();
    await clock.advance(95 * SECOND);
    expect(tokens.current()).toBeUndefined();
    expect(await Promise.all([tokens.obtain(), tokens.obtain()])).toEqual(['T2', 'T2']);
    expect(request).toHaveBeenCalledTimes(2);
  });

  it('a failed background renewal is told, harms no call, and is tried again', async () => {
    const { tokens, clock, failures, request } = issue(100 * SECOND, async (count) => {
      if (count === 2) throw new Error('down');
      return { value: `T${count}`, lifeMs: 100 * SECOND, ageMs: 0 };
    });
    await tokens.obtain();
    await clock.advance(80 * SECOND);
    expect(tokens.current()).toBe('T1');
    await idle();
    expect(failures).toHaveBeenCalledExactlyOnceWith(new Error('down'));
    expect(tokens.current()).toBe('T1');
    await idle();
    expect(tokens.current()).toBe('T3');
    expect(request).toHaveBeenCalledTimes(3);
  });

  it('a token of unknown life is used until it is refused', async () => {
    const { tokens, clock, request } = issue(undefined);
    await tokens.obtain();
    await clock.advance(365 * 86_400 * SECOND);
    expect(tokens.current()).toBe('T1');
    expect(request).toHaveBeenCalledTimes(1);
    tokens.drop('T1');
    expect(tokens.current()).toBeUndefined();
  });

  it('its age counts from the request, not from the answer', async () => {
    const { tokens, clock, request } = issue(100 * SECOND, async () => ({
      value: 'T1',
      lifeMs: 100 * SECOND,
      ageMs: 50 * SECOND,
    }));
    await tokens.obtain();
    await clock.advance(24 * SECOND);
    expect(tokens.current()).toBe('T1');
    expect(request).toHaveBeenCalledTimes(1);
    await clock.advance(16 * SECOND);
    expect(tokens.current()).toBeUndefined();
  });

  it.each([86_400_000 * 365, -86_400_000 * 365])('a wall clock that jumps by %d ms changes nothing', async (jump) => {
    const { tokens, clock, request } = issue(100 * SECOND);
    await tokens.obtain();
    clock.wallTime += jump;
    await clock.advance(74 * SECOND);
    expect(tokens.current()).toBe('T1');
    expect(request).toHaveBeenCalledTimes(1);
  });
});

describe('a refused token', () => {
  it('is dropped, and the one that came after it stays', async () => {
    const { tokens } = issue(100 * SECOND);
    await tokens.obtain();
    expect(tokens.drop('T1')).toBe(true);
    expect(tokens.current()).toBeUndefined();
    expect(await tokens.obtain()).toBe('T2');
    expect(tokens.drop('T1')).toBe(true);
    expect(tokens.current()).toBe('T2');
  });
});

describe('checkToken', () => {
  it.each(['', 'a b', 'a\n', 'a\u00e9', '\u0000', undefined, null, 7, {}])('refuses %o without quoting it', (value) => {
    expect(() => checkToken(value)).toThrow(
      new TypeError('kobble-client: the token is empty or contains a character that is not allowed in a header'),
    );
  });
});
