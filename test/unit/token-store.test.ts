// Proves that processes share one token through a store, and that calls succeed without a store that fails.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { StoredToken, TokenStore } from '../../src/index.js';
import { json, token } from '../support/replies.js';
import { setUp, type Setup } from '../support/requests.js';
import { holdTime, idle, letTimePass } from '../support/time.js';

/** Derived once from the credentials of the tests: it must never change, or a new version would not find the token. */
const KEY = 'kobble-client:client-1:c2b5a405-57f0-5fff-97a8-f1d23be75455';
const HOUR_MS = 3_600_000;

beforeEach(holdTime);
afterEach(() => {
  vi.useRealTimers();
});

/** A store in memory, whose operations are recorded. */
function memory(start?: StoredToken) {
  const values = new Map<string, StoredToken>(start && [[KEY, start]]);
  const store = {
    get: vi.fn(async (key: string) => values.get(key)),
    set: vi.fn<TokenStore['set']>(async (key, value) => void values.set(key, value)),
    delete: vi.fn(async (key: string) => values.delete(key)),
  } satisfies TokenStore;
  return { store, values };
}

/** A lock that one process holds at a time. */
function lockable<S extends object>(store: S) {
  let last: Promise<void> = Promise.resolve();
  let held = 0;
  const lock = vi.fn<NonNullable<TokenStore['lock']>>(async () => {
    const before = last;
    let release: () => void = () => {};
    last = new Promise((resolve) => {
      release = resolve;
    });
    await before;
    held++;
    return () => {
      held--;
      release();
    };
  });
  return { ...store, lock, held: () => held };
}

function watched(options: Setup) {
  const warn = vi.fn<(message: string) => void>();
  const other = vi.fn();
  return {
    ...setUp({ ...options, logLevel: 'warn', logger: { warn, error: other, info: other, debug: other } }),
    warn,
  };
}

const bearer = ({ headers }: { headers: Readonly<Record<string, string>> }) => headers['authorization'];

describe('a shared token', () => {
  it('is stored with its life, in the shape of a Keyv', async () => {
    const { store, values } = memory();
    const obtainedAt = Date.now();
    await setUp({ tokenStore: store }).kobble.cards.get('1');
    expect(store.get).toHaveBeenCalledWith(KEY);
    expect(store.set).toHaveBeenCalledExactlyOnceWith(
      KEY,
      { accessToken: 'token-1', obtainedAt, expiresIn: 3600 },
      HOUR_MS,
    );
    expect(values.size).toBe(1);
  });

  it('of unknown life is stored without one', async () => {
    const { store } = memory();
    await setUp({ tokenStore: store, tokens: () => token('T') }).kobble.cards.get('1');
    const stored = { accessToken: 'T', obtainedAt: Date.now() };
    expect(store.set).toHaveBeenCalledExactlyOnceWith(KEY, stored, undefined);
  });

  it('is taken over by another process', async () => {
    const { store } = memory();
    await setUp({ tokenStore: store }).kobble.cards.get('1');
    const other = setUp({ tokenStore: store });
    await other.kobble.cards.get('1');
    expect(other.tokenRequests).toEqual([]);
    expect(other.sent.map(bearer)).toEqual(['Bearer token-1']);
  });

  it('is read once: what was checked is what is sent', async () => {
    const { store } = memory();
    let reads = 0;
    const stored = { obtainedAt: Date.now(), get accessToken() { return reads++ === 0 ? 'stored' : 'bad\r\ntoken'; } }; // prettier-ignore
    const { kobble, sent } = setUp({ tokenStore: { ...store, get: () => stored } });
    await kobble.cards.get('1');
    expect(sent.map(bearer)).toEqual(['Bearer stored']);
    expect(reads).toBe(1);
  });

  it('ages on the way: taken over late, it is renewed early', async () => {
    const { store } = memory({ accessToken: 'stored', expiresIn: 100, obtainedAt: Date.now() - 70_000 });
    const { kobble, sent, tokenRequests } = setUp({ tokenStore: store });
    await kobble.cards.get('1');
    expect(tokenRequests).toEqual([]);
    await vi.advanceTimersByTimeAsync(6_000);
    await kobble.cards.get('1');
    await idle();
    await kobble.cards.get('1');
    expect(tokenRequests).toHaveLength(1);
    expect(sent.map(bearer)).toEqual(['Bearer stored', 'Bearer stored', 'Bearer token-1']);
  });

  it.each<[string, unknown]>([
    ['past its fresh part', { accessToken: 'stored', expiresIn: 100, obtainedAt: Date.now() - 76_000 }],
    ['without a time', { accessToken: 'stored', expiresIn: 100 }],
    ['with no number as life', { accessToken: 'stored', expiresIn: 'soon', obtainedAt: Date.now() }],
    ['that is no text', { accessToken: 7, expiresIn: 100, obtainedAt: Date.now() }],
    ['that is null', null],
    ['that is a string', 'token'],
  ])('%s is not taken over', async (_, stored) => {
    const { store } = memory();
    const tokenStore: TokenStore = { ...store, get: () => stored as StoredToken }; // as a store may hold anything
    const { kobble, sent, tokenRequests } = setUp({ tokenStore });
    await kobble.cards.get('1');
    expect(tokenRequests).toHaveLength(1);
    expect(sent.map(bearer)).toEqual(['Bearer token-1']);
  });

  it('that was refused is not taken over again; one that came since is', async () => {
    const { store, values } = memory({ accessToken: 'revoked', expiresIn: 3600, obtainedAt: Date.now() });
    const api: Setup['api'] = ({ headers }) => json({}, headers['authorization'] === 'Bearer revoked' ? 401 : 200);
    const first = setUp({ tokenStore: store, api });
    await first.kobble.wallets.get('1');
    expect(first.tokenRequests).toHaveLength(1);
    expect(values.get(KEY)?.accessToken).toBe('token-1');

    values.set(KEY, { accessToken: 'revoked', expiresIn: 3600, obtainedAt: Date.now() });
    const second = setUp({
      tokenStore: store,
      api: (request, index) => {
        if (index === 0) values.set(KEY, { accessToken: 'newer', expiresIn: 3600, obtainedAt: Date.now() });
        return json({}, bearer(request) === 'Bearer revoked' ? 401 : 200);
      },
    });
    await second.kobble.wallets.get('1');
    expect(second.sent.map(bearer)).toEqual(['Bearer revoked', 'Bearer newer']);
    expect(second.tokenRequests).toEqual([]);
  });

  it('that is refused after another one was refused is replaced by one from Kobble, in the same call', async () => {
    const { store, values } = memory();
    const api: Setup['api'] = ({ headers }) => json({}, headers['authorization'] === 'Bearer token-2' ? 200 : 401);
    const { kobble, sent, tokenRequests } = setUp({ tokenStore: store, api });
    store.set.mockImplementation(async () => {
      values.set(KEY, { accessToken: 'of-another', expiresIn: 3600, obtainedAt: Date.now() }); // it asked, too
    });
    await Promise.all([kobble.cards.get('1'), kobble.cards.get('2')]);
    const refused = sent.slice(0, 4).map(bearer).sort();
    expect(refused).toEqual(['Bearer of-another', 'Bearer of-another', 'Bearer token-1', 'Bearer token-1']);
    expect(sent).toHaveLength(6);
    expect(tokenRequests).toHaveLength(2);
  });

  it('is tried once in a call, however many tokens the store holds that are refused', async () => {
    const { store } = memory();
    let count = 0;
    const next = async () => ({ accessToken: `stored-${++count}`, expiresIn: 3600, obtainedAt: Date.now() });
    const { kobble, sent, tokenRequests } = setUp({ tokenStore: { ...store, get: next }, api: () => json({}, 401) });
    await expect(kobble.cards.get('1')).rejects.toThrow('401');
    expect(sent.map(bearer)).toEqual(['Bearer stored-1', 'Bearer stored-2', 'Bearer token-1']);
    expect(tokenRequests).toHaveLength(1);
  });

  it('of another client, scope or place has a key of its own', async () => {
    const { store, values } = memory();
    await setUp({ tokenStore: store }).kobble.cards.get('1');
    await setUp({ tokenStore: store, clientId: 'client-2' }).kobble.cards.get('1');
    await setUp({ tokenStore: store, scope: 'client/write' }).kobble.cards.get('1');
    await setUp({ tokenStore: store, baseUrl: 'https://other.kobble.test' }).kobble.cards.get('1');
    expect(values.size).toBe(4);
  });
});

describe('a lock', () => {
  it('makes ten processes ask once, and is given back', async () => {
    const store = lockable(memory().store);
    const fleet = Array.from({ length: 10 }, () => setUp({ tokenStore: store }));
    await Promise.all(fleet.map(({ kobble }) => kobble.cards.get('1')));
    await idle();
    expect(fleet.flatMap(({ tokenRequests }) => tokenRequests)).toHaveLength(1);
    expect(store.lock).toHaveBeenCalledWith(KEY);
    expect(store.held()).toBe(0);
  });

  it('is given back where no token could be had', async () => {
    const store = lockable(memory().store);
    const { kobble } = setUp({ tokenStore: store, tokens: () => json({}, 400) });
    await expect(kobble.cards.get('1')).rejects.toThrow();
    await idle();
    expect(store.lock).toHaveBeenCalledTimes(1);
    expect(store.held()).toBe(0);
  });

  it('that nobody gives back is waited for ten seconds, then done without', async () => {
    const tokenStore: TokenStore = { ...memory().store, lock: () => new Promise(() => {}) };
    const { kobble, tokenRequests, warn } = watched({ tokenStore });
    await letTimePass(kobble.cards.get('1'));
    expect(tokenRequests.map(({ at }) => Math.round(at))).toHaveLength(1);
    expect(warn).toHaveBeenCalledTimes(1);
  });
});

describe('a store that', () => {
  const fails = () => Promise.reject(new Error('store is down'));
  const hangs = () => new Promise<never>(() => {});
  const throws = () => {
    throw new Error('store is down');
  };

  it.each<[string, TokenStore]>([
    ['fails', { get: fails, set: fails, delete: fails, lock: fails }],
    ['throws', { get: throws, set: throws, delete: throws, lock: throws }],
    ['hangs', { get: hangs, set: hangs, delete: hangs, lock: hangs }],
    ['fails, without a lock', { get: fails, set: fails, delete: fails }],
    ['fails to write', { ...memory().store, set: fails }],
    ['fails to unlock', { ...memory().store, lock: async () => throws }],
  ])('%s is one warning, and calls go on', async (_, tokenStore) => {
    const { kobble, sent, tokenRequests, warn } = watched({ tokenStore });
    await letTimePass(kobble.cards.get('1'));
    await letTimePass(kobble.cards.get('1'));
    await idle();
    expect(tokenRequests).toHaveLength(1);
    expect(sent.map(bearer)).toEqual(['Bearer token-1', 'Bearer token-1']);
    expect(warn).toHaveBeenCalledTimes(1);
    expect(warn.mock.lastCall?.[0]).toMatch(/^kobble-client: the token store failed/);
  });

  it('hangs costs a call no more than one second', async () => {
    const { kobble, sent } = watched({ tokenStore: { get: hangs, set: hangs, delete: hangs, lock: hangs } });
    const start = performance.now();
    await letTimePass(kobble.cards.get('1'));
    expect((sent[0]?.at ?? Number.NaN) - start).toBeLessThanOrEqual(1_001);
  });

  it('works again and fails again is told again', async () => {
    const { store } = memory();
    let down = true;
    const get = async (key: string) => (down ? fails() : store.get(key));
    const { kobble, warn } = watched({ tokenStore: { ...store, get }, tokens: () => token('T', 10) });
    await kobble.cards.get('1');
    expect(warn).toHaveBeenCalledTimes(1);
    down = false;
    await vi.advanceTimersByTimeAsync(10_000);
    await kobble.cards.get('1');
    expect(warn).toHaveBeenCalledTimes(1);
    down = true;
    await vi.advanceTimersByTimeAsync(10_000);
    await kobble.cards.get('1');
    expect(warn).toHaveBeenCalledTimes(2);
  });
});

describe('a stored token', () => {
  it.each<[string, unknown]>([
    ['text', 'token-0'],
    ['without a time', { accessToken: 'token-0' }],
    ['with a line feed', { accessToken: 'to\nken', obtainedAt: Date.now() }],
    ['that is empty', { accessToken: '', obtainedAt: Date.now() }],
    ['with a lifetime below zero', { accessToken: 'token-0', obtainedAt: Date.now(), expiresIn: -5 }],
    ['with a lifetime as text', { accessToken: 'token-0', obtainedAt: Date.now(), expiresIn: 'long' }],
  ])('%s is not used', async (_, stored) => {
    const { store } = memory();
    store.get.mockResolvedValueOnce(stored as StoredToken);
    const { kobble, sent } = setUp({ tokenStore: store });
    await kobble.cards.get('1');
    expect(sent.map(bearer)).toEqual(['Bearer token-1']);
  });

  it('that cannot be a header is not stored either', async () => {
    const { store } = memory();
    const { kobble } = setUp({ tokenStore: store, tokens: () => token('to\nken', 60) });
    await kobble.cards.get('1').catch(() => {});
    expect(store.set).not.toHaveBeenCalled();
  });

  it('has a key of its own for each secret, however the parts are cut', async () => {
    const keys = new Set<unknown>();
    const parts = [
      { clientId: 'a:b', clientSecret: 'secret-one', scope: 'c' },
      { clientId: 'a', clientSecret: 'secret-one', scope: 'b:c' },
      { clientId: 'a', clientSecret: 'secret-two', scope: 'b:c' },
    ];
    for (const credentials of parts) {
      const { store } = memory();
      await setUp({ ...credentials, tokenStore: store }).kobble.cards.get('1');
      const key = store.get.mock.calls[0]?.[0] ?? '';
      expect(key).not.toContain('secret');
      keys.add(key);
    }
    expect(keys.size).toBe(3);
  });
});

describe('a lock that comes late', () => {
  it('is released, and was waited for no longer than 30 % of the deadline', async () => {
    const { store } = memory();
    const release = vi.fn();
    let give: () => void = () => {};
    const lock = () => new Promise<() => unknown>((resolve) => (give = () => resolve(release)));
    const { kobble } = setUp({ tokenStore: { ...store, lock }, deadlineMs: 10_000 });
    const start = performance.now();
    await letTimePass(kobble.cards.get('1'));
    expect(performance.now() - start).toBe(3_000);
    expect(release).not.toHaveBeenCalled();
    give();
    await idle();
    expect(release).toHaveBeenCalledTimes(1);
  });
});
