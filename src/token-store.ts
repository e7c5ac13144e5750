import { bounded, type Clock } from './clock.js';
import type { IssuedToken } from './token-request.js';

/** A token as it lies in a {@link TokenStore}. It is a secret: whoever reads the store can act as the client. */
export interface StoredToken {
  readonly accessToken: string;
  /** Seconds, as Kobble said; absent where it did not. */
  readonly expiresIn?: number | undefined;
  /** Milliseconds since 1970. */
  readonly obtainedAt: number;
}

/**
 * Where processes share one token: the `get/set/delete` of a Keyv, and an optional lock, so that only one of them asks
 * Kobble. A store that fails or dawdles is done without, with one warning: each process then has its own token.
 */
export interface TokenStore {
  get(key: string): Promise<StoredToken | undefined | null> | StoredToken | undefined | null;
  /** Keeps the value for so many milliseconds (for ever where undefined). */
  set(key: string, value: StoredToken, ttlMs?: number): unknown;
  delete(key: string): unknown;
  /** Waits until no other process holds the lock of this key; resolves to the way to give it back. */
  lock?(key: string): Promise<() => unknown>;
}

/** How long a store may take: a lookup is worth less than the token request it saves. */
const STORE_MS = 1_000;
/** How long to wait for a process that holds the lock; it is fetching a token meanwhile. */
const LOCK_MS = 10_000;

/** Tokens by way of a store. */
export class SharedTokens {
  readonly #store: TokenStore;
  readonly #key: string;
  readonly #clock: Clock;
  readonly #warn: (error: unknown) => void;
  /** True from a failure, which is told, until the store works again. */
  #failing = false;

  constructor(store: TokenStore, key: string, clock: Clock, onStoreFailed: (error: unknown) => void) {
    this.#store = store;
    this.#key = key;
    this.#clock = clock;
    this.#warn = onStoreFailed;
  }

  /** The store's token where it `isNews`, else a requested one, which a store that can be read then has. */
  async obtain(request: () => Promise<IssuedToken>, isNews: (token: IssuedToken) => boolean): Promise<IssuedToken> {
    const stored = await this.#read(isNews);
    if (stored !== undefined) return stored;
    if (this.#failing) return request();
    const release = await this.#try(LOCK_MS, async () => this.#store.lock?.(this.#key));
    try {
      const token = (release && (await this.#read(isNews))) ?? (await request());
      await this.#write(token);
      return token;
    } finally {
      if (release !== undefined) void this.#try(STORE_MS, async () => release());
    }
  }

  async #read(isNews: (token: IssuedToken) => boolean): Promise<IssuedToken | undefined> {
    const stored = await this.#try(STORE_MS, async () => this.#store.get(this.#key));
    if (typeof stored?.accessToken !== 'string') return undefined;
    const token = {
      value: stored.accessToken,
      lifeMs: stored.expiresIn === undefined ? undefined : stored.expiresIn * 1000,
      ageMs: Math.max(0, this.#clock.wall() - stored.obtainedAt),
    };
    return isNews(token) ? token : undefined;
  }

  async #write({ value, lifeMs, ageMs }: IssuedToken): Promise<void> {
    const obtainedAt = this.#clock.wall() - ageMs;
    const expiresIn = lifeMs === undefined ? undefined : lifeMs / 1000;
    const stored: StoredToken = { accessToken: value, obtainedAt, ...(expiresIn !== undefined && { expiresIn }) };
    await this.#try(STORE_MS, async () => this.#store.set(this.#key, stored, lifeMs));
  }

  /** What the store answers in time; undefined where it fails, which is said once until it works again. */
  async #try<T>(milliseconds: number, work: () => Promise<T>): Promise<T | undefined> {
    try {
      const value = await bounded(
        this.#clock,
        milliseconds,
        undefined,
        () => new Error('the store did not answer'),
        work,
      );
      this.#failing = false;
      return value;
    } catch (error) {
      if (!this.#failing) this.#warn(error);
      this.#failing = true;
      return undefined;
    }
  }
}
