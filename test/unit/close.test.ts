// Proves the graceful end of a client: no call starts any more, those in progress end or are aborted, with key and outcome,
// and the token is no longer renewed.
import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createKobbleClient, type KobbleClient } from '../../src/index.js';
import { untyped } from '../support/attacks.js';
import { failureOf } from '../support/failure.js';
import { hanging, inTurn, json, status, token } from '../support/replies.js';
import { BASE_URL, setUp } from '../support/requests.js';
import { CARD } from '../support/samples.js';
import { deferred, holdTime, idle, letTimePass } from '../support/time.js';
import { apiOf } from '../support/openapi-client.js';

beforeEach(holdTime);
afterEach(() => {
  vi.useRealTimers();
});

const isSettled = async (promise: Promise<unknown>): Promise<boolean> => {
  const settled = vi.fn();
  promise.then(settled, settled);
  await idle();
  return settled.mock.calls.length > 0;
};

describe('close', () => {
  it('refuses new calls of every kind, and sends nothing', async () => {
    const { kobble, sent, tokenRequests } = setUp();
    await kobble.close();
    const calls = [kobble.cards.get('1'), apiOf(kobble).GET('/customers/v1/cards'), kobble.request('GET', '/x')];
    for (const call of calls) {
      expect(await failureOf(call)).toMatchObject({ name: 'ConfigError', code: 'client_closed', outcome: 'not-sent' });
    }
    expect([sent.length, tokenRequests.length]).toEqual([0, 0]);
  });

  it('waits for the calls in progress, their retries and their tokens', async () => {
    const first = deferred<Response>();
    const api = inTurn(
      () => first.promise,
      status(401),
      () => json({ id: 'card-1' }),
    );
    const { kobble, tokenRequests } = setUp({ api });
    const call = kobble.cards.create(CARD);
    await idle();
    const closing = kobble.close();
    expect(await isSettled(closing)).toBe(false);
    first.resolve(new Response(null, { status: 503 }));
    expect(await letTimePass(call)).toEqual({ id: 'card-1' });
    await closing;
    expect(tokenRequests).toHaveLength(2);
  });

  it('ends when the last call fails, too', async () => {
    const { kobble } = setUp({ api: status(404), token: 'T' });
    const call = failureOf(kobble.cards.get('1'));
    await kobble.close();
    expect(await isSettled(call)).toBe(true);
  });

  it('aborts what is left after its time, and says what became of it', async () => {
    const { kobble, sent } = setUp({ api: hanging, token: 'T' });
    const call = failureOf(kobble.cards.create(CARD));
    await idle();
    const closing = kobble.close({ timeoutMs: 5_000 });
    await vi.advanceTimersByTimeAsync(4_999);
    expect(await isSettled(closing)).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    await closing;
    expect(await call).toMatchObject({
      name: 'AbortError',
      outcome: 'unknown',
      attempts: 1,
      idempotencyKey: sent[0]?.headers['idempotency-key'],
      cause: { code: 'client_closed' },
    });
    expect(sent[0]?.signal.aborted).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('aborts a wait for a retry, with the outcome of the attempt', async () => {
    const { kobble } = setUp({ api: status(429, { 'retry-after': '20' }), token: 'T' });
    const call = failureOf(kobble.cards.create(CARD));
    await idle();
    const closing = kobble.close({ timeoutMs: 0 });
    await vi.advanceTimersByTimeAsync(1);
    await closing;
    expect(await call).toMatchObject({ name: 'AbortError', outcome: 'rejected', attempts: 1 });
  });

  it('aborts a wait for a token, and the token request', async () => {
    const { kobble, tokenRequests } = setUp({ tokens: hanging });
    const call = failureOf(kobble.cards.create(CARD));
    await idle();
    const closing = kobble.close({ timeoutMs: 0 });
    await vi.advanceTimersByTimeAsync(1);
    await closing;
    expect(await call).toMatchObject({ name: 'AbortError', outcome: 'not-sent', attempts: 0 });
    await idle();
    expect(tokenRequests[0]?.signal.aborted).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('aborts a call that has a signal of its own, and leaves that signal alone', async () => {
    const { kobble } = setUp({ api: hanging, token: 'T' });
    const { signal } = new AbortController();
    const removed = vi.spyOn(signal, 'removeEventListener');
    const call = failureOf(kobble.cards.create(CARD, { signal }));
    await idle();
    const closing = kobble.close({ timeoutMs: 0 });
    await vi.advanceTimersByTimeAsync(1);
    await closing;
    expect(await call).toMatchObject({ name: 'AbortError', cause: { code: 'client_closed' } });
    expect(signal.aborted).toBe(false);
    expect(removed).toHaveBeenCalledOnce();
  });

  it('can be called again: both wait, and the shorter time counts', async () => {
    const { kobble } = setUp({ api: hanging, token: 'T' });
    const call = failureOf(kobble.cards.create(CARD));
    const closings = [kobble.close(), kobble.close({ timeoutMs: 100 })];
    await vi.advanceTimersByTimeAsync(100);
    await Promise.all(closings);
    expect(await call).toMatchObject({ name: 'AbortError' });
    await kobble.close();
  });

  it('stops a background renewal without a word, and begins none', async () => {
    const warn = vi.fn();
    const logger = { error: warn, warn, info: warn, debug: warn };
    const slow = deferred<Response>();
    const api = inTurn(
      () => json({ id: '1' }),
      () => slow.promise,
    );
    const tokens = inTurn(() => token('token-1', 100), hanging);
    const { kobble, tokenRequests } = setUp({ api, tokens, logger, logLevel: 'warn' });
    await kobble.cards.get('1');
    await vi.advanceTimersByTimeAsync(80_000);
    const call = kobble.cards.get('1');
    await idle();
    expect(tokenRequests).toHaveLength(2);
    const closing = kobble.close();
    await idle();
    expect(tokenRequests[1]?.signal.aborted).toBe(true);
    slow.resolve(json({ id: '1' }));
    await Promise.all([call, closing]);
    await idle();
    expect(warn).not.toHaveBeenCalled();
    expect(tokenRequests).toHaveLength(2);
  });

  it('is told to hooks once for each call, like any other end', async () => {
    const ends: unknown[] = [];
    const hooks = { onCallEnd: ({ outcome }: { outcome: string }) => void ends.push(outcome) };
    const { kobble } = setUp({ api: hanging, token: 'T', hooks });
    const calls = [failureOf(kobble.cards.get('1')), failureOf(kobble.cards.create(CARD))];
    await idle();
    const closing = kobble.close({ timeoutMs: 1 });
    await vi.advanceTimersByTimeAsync(1);
    await Promise.all([closing, ...calls]);
    expect(ends).toEqual(['unknown', 'unknown']);
  });

  it.each([-1, NaN, Infinity, '5'])('refuses %s as its time, and stays open', async (timeoutMs) => {
    const { kobble } = setUp();
    expect(await failureOf(kobble.close({ timeoutMs: untyped(timeoutMs) }))).toBeInstanceOf(TypeError);
    await kobble.cards.get('1');
  });
});

describe('await using', () => {
  it('closes the client at the end of its block', async () => {
    let left: KobbleClient;
    {
      const options = { baseUrl: BASE_URL, token: 'T', fetch: async () => json({}) };
      // eslint-disable-next-line @typescript-eslint/await-thenable -- it does not find the symbol of @types/node 20
      await using kobble = createKobbleClient(options);
      await kobble.cards.get('1');
      left = kobble;
    }
    expect(await failureOf(left.cards.get('1'))).toMatchObject({ code: 'client_closed' });
  });

  it('leaves nothing to see in the client', () => {
    expect(inspect(setUp().kobble)).not.toContain('ispose');
  });

  it('works where the platform has no such symbol: under the one that compilers use in its place', async () => {
    vi.stubGlobal('Symbol', Object.create(Symbol, { asyncDispose: { value: undefined } }));
    const { kobble } = setUp();
    vi.unstubAllGlobals();
    expect(Reflect.has(kobble, Symbol.asyncDispose)).toBe(false);
    const close = Reflect.get(kobble, Symbol.for('Symbol.asyncDispose')) as () => Promise<void>;
    await close.call(kobble);
    expect(await failureOf(kobble.cards.get('1'))).toMatchObject({ code: 'client_closed' });
  });
});
