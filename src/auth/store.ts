import type { StoredToken, TokenStore } from '../options.js';
import { withTimeLimit, type Clock } from '../time.js';
import type { IssuedToken } from './tokens.js';

/** Time limit of a store: a lookup is worth less than the token request it saves. */
const STORE_MS = 1_000;
/** Time limit of a lock: the process that holds it is requesting a token. */
const LOCK_MS = 10_000;

/** Tokens shared by processes through a store. */
export class SharedTokens {
  readonly #store: TokenStore;
  readonly #key: string;
  readonly #clock: Clock;
  readonly #onStoreFailed: (error: unknown) => void;
  /** True from a failure, which is reported once, until the store works again. */
  #isFailing = false;

  constructor(store: TokenStore, key: string, clock: Clock, onStoreFailed: (error: unknown) => void) {
    this.#store = store;
    this.#key = key;
    this.#clock = clock;
    this.#onStoreFailed = onStoreFailed;
  }

  /** Returns the stored token if it is usable; otherwise requests one and stores it. */
  async obtain(request: () => Promise<IssuedToken>, isUsable: (token: IssuedToken) => boolean): Promise<IssuedToken> {
    const stored = await this.#read(isUsable);
    if (stored !== undefined) return stored;
    if (this.#isFailing) return request();
    const release = await this.#try(LOCK_MS, async () => this.#store.lock?.(this.#key));
    try {
      // While this process waited for the lock, the one that held it stored its token.
      const token = (release && (await this.#read(isUsable))) ?? (await request());
      await this.#write(token);
      return token;
    } finally {
      if (release !== undefined) void this.#try(STORE_MS, async () => release());
    }
  }

  async #read(isUsable: (token: IssuedToken) => boolean): Promise<IssuedToken | undefined> {
    const stored = await this.#try(STORE_MS, async () => this.#store.get(this.#key));
    if (typeof stored?.accessToken !== 'string') return undefined;
    const token = {
      value: stored.accessToken,
      lifeMs: stored.expiresIn === undefined ? undefined : stored.expiresIn * 1000,
      ageMs: Math.max(0, this.#clock.wall() - stored.obtainedAt),
    };
    return isUsable(token) ? token : undefined;
  }

  async #write({ value, lifeMs, ageMs }: IssuedToken): Promise<void> {
    const obtainedAt = this.#clock.wall() - ageMs;
    const expiresIn = lifeMs === undefined ? undefined : lifeMs / 1000;
    const stored: StoredToken = { accessToken: value, obtainedAt, ...(expiresIn !== undefined && { expiresIn }) };
    await this.#try(STORE_MS, async () => this.#store.set(this.#key, stored, lifeMs));
  }

  /** Returns the result of a store function, or undefined if it fails or is too slow. */
  async #try<T>(ms: number, work: () => Promise<T>): Promise<T | undefined> {
    const onTimeout = () => new Error('timeout');
    try {
      const value = await withTimeLimit(work, { clock: this.#clock, ms, onTimeout });
      this.#isFailing = false;
      return value;
    } catch (error) {
      if (!this.#isFailing) this.#onStoreFailed(error);
      this.#isFailing = true;
      return undefined;
    }
  }
}
