// Attacks by token functions, waitUntil, token stores and locks that throw, hang or lie: the call is answered, or ends with an
// error that says that it was not sent.
import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isKobbleError, type KobbleClientOptions, type StoredToken, type TokenStore } from '../../src/index.js';
import { CANARY, untyped, watchRejections } from '../support/attacks.js';
import { failureOf } from '../support/failure.js';
import { hanging, inTurn, json, status, token, type Reply } from '../support/replies.js';
import { setUp } from '../support/requests.js';
import { CARD, ENDUSER } from '../support/samples.js';
import { holdTime, idle, letTimePass } from '../support/time.js';

const unhandled = watchRejections();
beforeEach(holdTime);
afterEach(() => {
  vi.useRealTimers();
});

const loggerOf = (log: unknown): KobbleClientOptions => ({
  logger: { error: untyped(log), warn: untyped(log), info: untyped(log), debug: untyped(log) },
  logLevel: 'debug',
});

describe('tokens', () => {
  const renewing = async (options: KobbleClientOptions, tokens?: Reply) => {
    const stage = setUp({ tokens: tokens ?? ((_, index) => token(`token-${index + 1}`, 1_000)), ...options });
    await stage.kobble.cards.get('card-1');
    await vi.advanceTimersByTimeAsync(800_000); // past 75 %: the next call renews in the background
    return stage;
  };

  it('waitUntil is unbound, and throws when it is called: the call goes on', async () => {
    const { kobble, tokenRequests } = await renewing({
      waitUntil: () => {
        throw new TypeError('Illegal invocation');
      },
    });
    await kobble.cards.get('card-1');
    await idle();
    expect(tokenRequests).toHaveLength(2);
    expect(unhandled).not.toHaveBeenCalled();
  });

  it('waitUntil rejects: nothing is unhandled', async () => {
    const { kobble } = await renewing({ waitUntil: untyped(async () => Promise.reject(new Error('gone'))) });
    await kobble.cards.get('card-1');
    await idle();
    expect(unhandled).not.toHaveBeenCalled();
  });

  it('every token is refused: a call is sent twice, and fifty calls within 5 s ask for few tokens', async () => {
    const { kobble, tokenRequests } = setUp({ api: status(401) });
    for (let call = 0; call < 50; call++) await failureOf(kobble.cards.get('card-1'));
    expect(tokenRequests.length).toBeLessThanOrEqual(3);
  });

  it.each([
    ['an access_token of spaces', { access_token: '   ', expires_in: 60 }],
    ['an access_token with a line break', { access_token: 'a\r\nx-admin: 1', expires_in: 60 }],
    ['an access_token that is an object', { access_token: { value: 'x' }, expires_in: 60 }],
    ['a list of tokens', [{ access_token: 'x' }]],
    ['null', null],
    ['an id_token only', { id_token: 'x', expires_in: 60 }],
  ])('the token endpoint answers 200 with %s: the call is not sent', async (_, body) => {
    const { kobble, sent } = setUp({ tokens: () => json(body) });
    const failure = await letTimePass(failureOf(kobble.cards.get('card-1', { deadlineMs: 2_000 })));
    expect(failure).toMatchObject({ code: 'token_unavailable', outcome: 'not-sent' });
    expect(sent).toHaveLength(0);
  });

  it.each([-1, 0, 'soon', null, [], Number.MAX_VALUE, 1e-9, true])(
    'expires_in is %j: the call is sent',
    async (expires) => {
      const { kobble, sent } = setUp({ tokens: () => json({ access_token: 'T', expires_in: expires }) });
      await kobble.cards.get('card-1');
      expect(sent[0]?.headers['authorization']).toBe('Bearer T');
    },
  );

  it('expires_in is infinite in milliseconds: no life is stored', async () => {
    const set = vi.fn();
    const tokens = () => json({ access_token: 'x', expires_in: 1e306 });
    await setUp({ tokenStore: { get: () => null, set, delete: () => {} }, tokens }).kobble.cards.get('1');
    expect(set.mock.calls[0]?.[1]).not.toHaveProperty('expiresIn');
  });

  it('one of two callers aborts during the token request: the other one is answered', async () => {
    const controller = new AbortController();
    let answer: (response: Response) => void = () => {};
    const { kobble, tokenRequests } = setUp({ tokens: () => new Promise((resolve) => (answer = resolve)) });
    const aborted = failureOf(kobble.cards.get('card-1', { signal: controller.signal }));
    const other = kobble.cards.get('card-2');
    await idle();
    controller.abort();
    answer(token('T', 60));
    expect((await aborted).name).toBe('AbortError');
    expect(await other).toEqual({ id: 'card-1' });
    expect(tokenRequests).toHaveLength(1);
  });

  it('all callers abort, and one comes at that moment: it gets a token of a request of its own', async () => {
    const controller = new AbortController();
    const { kobble, tokenRequests } = setUp({ tokens: inTurn(hanging, () => token('T', 60)) });
    const first = failureOf(kobble.cards.get('card-1', { signal: controller.signal }));
    await idle();
    controller.abort();
    const second = kobble.cards.get('card-2');
    expect((await first).name).toBe('AbortError');
    expect(await letTimePass(second)).toEqual({ id: 'card-1' });
    expect(tokenRequests).toHaveLength(2);
  });

  it('the option token throws, hangs or returns what is no token: the call is not sent', async () => {
    const functions: unknown[] = [
      () => {
        throw CANARY;
      },
      async () => Promise.reject(undefined),
      () => '',
      () => 5,
      () => 'a b',
      () => null,
      () => new Promise(() => {}),
      () => ({
        then: () => {
          throw new Error('no');
        },
      }),
    ];
    for (const fn of functions) {
      const { kobble, sent } = setUp({ token: untyped(fn) });
      const failure = await letTimePass(failureOf(kobble.cards.create(CARD, { deadlineMs: 1_000 })));
      expect(isKobbleError(failure)).toBe(true);
      expect(failure.outcome).toBe('not-sent');
      expect(sent).toHaveLength(0);
    }
  });
});

describe('a token store', () => {
  const valid = (): StoredToken => ({ accessToken: 'stored', expiresIn: 3_600, obtainedAt: Date.now() });
  const storeOf = (parts: Partial<Record<keyof TokenStore, unknown>>): TokenStore =>
    ({ get: () => undefined, set: () => {}, delete: () => {}, ...parts }) as TokenStore;

  const values: [attack: string, value: () => unknown][] = [
    ['a text', () => JSON.stringify(valid())],
    ['a number', () => 42],
    ['a list', () => [valid()]],
    ['a token with a line break', () => ({ ...valid(), accessToken: 'a\r\nb' })],
    ['a token that is an object', () => ({ ...valid(), accessToken: { toString: () => 'x' } })],
    ['a life of NaN', () => ({ ...valid(), expiresIn: Number.NaN })],
    ['a negative life', () => ({ ...valid(), expiresIn: -1 })],
    ['a life that is an object', () => ({ ...valid(), expiresIn: {} })],
    ['no time of issue', () => ({ accessToken: 'stored', expiresIn: 60 })],
    ['a time of issue that is a text', () => ({ ...valid(), obtainedAt: new Date().toISOString() })],
    ['a token that expired a year ago', () => ({ ...valid(), obtainedAt: Date.now() - 365 * 86_400_000 })],
    [
      'a getter that throws',
      () => ({
        ...valid(),
        get accessToken() {
          throw new Error(CANARY);
        },
      }),
    ],
    [
      'a Proxy that throws',
      () =>
        new Proxy(
          {},
          {
            get: (_, name) => {
              if (name === 'then') return undefined;
              throw new Error(CANARY);
            },
          },
        ),
    ],
  ];
  it.each(values)('holds %s: a new token is requested', async (_, value) => {
    const { kobble, sent, tokenRequests } = setUp({ tokenStore: storeOf({ get: value }) });
    await letTimePass(kobble.cards.create(CARD));
    expect(sent[0]?.headers['authorization']).toBe('Bearer token-1');
    expect(tokenRequests).toHaveLength(1);
  });

  const failing: [attack: string, parts: Partial<Record<keyof TokenStore, unknown>>][] = [
    ['get never settles', { get: () => new Promise(() => {}) }],
    ['set never settles', { set: () => new Promise(() => {}) }],
    [
      'set throws a text',
      {
        set: () => {
          throw CANARY;
        },
      },
    ],
    ['set rejects late', { set: () => new Promise((_, reject) => setTimeout(reject, 5_000, new Error(CANARY))) }],
    [
      'lock throws',
      {
        lock: () => {
          throw new Error(CANARY);
        },
      },
    ],
    ['lock rejects late', { lock: () => new Promise((_, reject) => setTimeout(reject, 30_000, new Error(CANARY))) }],
    ['lock resolves to true', { lock: async () => true }],
    ['lock resolves to null', { lock: async () => null }],
    [
      'release throws',
      {
        lock: async () => () => {
          throw new Error(CANARY);
        },
      },
    ],
    ['release never settles', { lock: async () => () => new Promise(() => {}) }],
    ['release rejects', { lock: async () => async () => Promise.reject(new Error(CANARY)) }],
  ];
  it.each(failing)('%s: the call is answered within its deadline, and the log quotes nothing', async (_, parts) => {
    const lines: unknown[] = [];
    const note = (...values: unknown[]) => lines.push(...values);
    const { kobble, sent } = setUp({ tokenStore: storeOf(parts), ...loggerOf(note) });
    expect(await letTimePass(kobble.cards.create(CARD))).toEqual({ id: 'card-1' });
    await vi.advanceTimersByTimeAsync(60_000);
    await idle();
    expect(sent).toHaveLength(1);
    expect(inspect(lines)).not.toContain(CANARY);
    expect(unhandled).not.toHaveBeenCalled();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('gives a token of another client, which is refused: it is used once, then replaced in the store', async () => {
    const set = vi.fn();
    const api: Reply = ({ headers }) =>
      headers['authorization'] === 'Bearer stored' ? json({}, 401) : json({ id: '1' });
    const { kobble, sent, tokenRequests } = setUp({ api, tokenStore: storeOf({ get: valid, set }) });
    await kobble.endusers.create(ENDUSER);
    await kobble.endusers.create(ENDUSER);
    expect([sent.length, tokenRequests.length]).toEqual([3, 1]);
    expect(set).toHaveBeenCalledWith(
      expect.any(String),
      expect.objectContaining({ accessToken: 'token-1' }),
      3_600_000,
    );
  });
});
