import { isObject, PREFIX } from '../checks.js';
import { TimeoutError } from '../errors/kobble-error.js';
import type { StoredToken, TokenStore } from '../options.js';
import { withTimeLimit, type Clock } from '../time.js';
import { isToken, type IssuedToken } from './token.js';

/** Time limit of a store: a lookup is worth less than the token request it saves. */
const STORE_MS = 1_000;

/** Options of {@link SharedTokens}. */
export interface SharedOptions {
  readonly clock: Clock;
  /** Time limit of a lock: the process that holds it is requesting a token. */
  readonly lockMs: number;
  readonly onFailed: (error: unknown) => void;
}

/** Tokens shared by processes through a store. */
export class SharedTokens {
  readonly #store: TokenStore;
  readonly #options: SharedOptions;
  /** True from a failure, which is reported once, until the store works again. */
  #isFailing = false;

  constructor(store: TokenStore, options: SharedOptions) {
    this.#store = store;
    this.#options = options;
  }

  /** Returns the stored token if it is usable; otherwise requests one and stores it. */
  async obtain(
    key: string,
    request: () => Promise<IssuedToken>,
    isUsable: (token: IssuedToken) => boolean,
  ): Promise<IssuedToken> {
    const stored = await this.#read(key, isUsable);
    if (stored !== undefined) return stored;
    if (this.#isFailing) return request();
    const release = await this.#lock(key);
    try {
      // While this process waited for the lock, the one that held it stored its token.
      const token = (release && (await this.#read(key, isUsable))) ?? (await request());
      await this.#write(key, token);
      return token;
    } finally {
      if (release !== undefined) void this.#try(STORE_MS, async () => release());
    }
  }

  /** Takes the lock. One that comes too late is released. */
  async #lock(key: string): Promise<(() => unknown) | undefined> {
    const locking = (async () => this.#store.lock?.(key))();
    let isLate = false;
    locking.then((release) => isLate && release?.()).catch(() => {});
    const release = await this.#try(this.#options.lockMs, () => locking);
    isLate = release === undefined;
    return release;
  }

  async #read(key: string, isUsable: (token: IssuedToken) => boolean): Promise<IssuedToken | undefined> {
    const stored = await this.#try(STORE_MS, async () => {
      const value: object | null | undefined = await this.#store.get(key);
      const copy = { ...value }; // read once, and in here: a value may throw, or say something else the next time
      return isStoredToken(copy) ? copy : undefined;
    });
    if (stored === undefined) return undefined;
    const { accessToken, expiresIn, obtainedAt } = stored;
    const token = {
      value: accessToken,
      lifeMs: expiresIn === undefined ? undefined : expiresIn * 1000,
      ageMs: Math.max(0, this.#options.clock.wall() - obtainedAt),
      isStored: true,
    };
    return isUsable(token) ? token : undefined;
  }

  async #write(key: string, { value, lifeMs, ageMs }: IssuedToken): Promise<void> {
    const obtainedAt = this.#options.clock.wall() - ageMs;
    const expiresIn = lifeMs === undefined ? undefined : lifeMs / 1000;
    const stored: StoredToken = { accessToken: value, obtainedAt, ...(expiresIn !== undefined && { expiresIn }) };
    await this.#try(STORE_MS, async () => this.#store.set(key, stored, lifeMs));
  }

  /** Returns the result of a store function, or undefined if it fails or is too slow. */
  async #try<T>(ms: number, work: () => Promise<T>): Promise<T | undefined> {
    try {
      const value = await withTimeLimit(work, { clock: this.#options.clock, ms, onTimeout: storeTimeout });
      this.#isFailing = false;
      return value;
    } catch (error) {
      if (!this.#isFailing) this.#options.onFailed(error);
      this.#isFailing = true;
      return undefined;
    }
  }
}

/** Returns the error for a store that is too slow. */
export const storeTimeout = (): TimeoutError =>
  new TimeoutError(`${PREFIX}the store did not respond in time`, { code: 'store_timeout', outcome: 'not-sent' });

/** Returns true for a value of the form that was stored. Anybody who can write to the store may have changed it. */
export function isStoredToken(value: unknown): value is StoredToken {
  if (!isObject(value)) return false;
  const { accessToken, obtainedAt, expiresIn } = value;
  return (
    isToken(accessToken) &&
    Number.isFinite(obtainedAt) &&
    (expiresIn === undefined || (typeof expiresIn === 'number' && expiresIn > 0))
  );
}
