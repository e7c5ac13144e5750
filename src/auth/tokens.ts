import type { TokenSource } from '../http/call.js';
import { Wait, type Clock } from '../time.js';
import type { IssuedToken } from './token.js';

/** Share of its lifetime after which a token is renewed in the background, as Cognito advises. */
const FRESH_SHARE = 0.75;
/** Last share of its lifetime, and its limit, in which calls wait for a new token: this one could expire on the way. */
const LAST_SHARE = 0.1;
const LAST_MS = 30_000;
/** Time without a request after one that was of no use: a background renewal that failed, a new token that was refused. */
const QUIET_MS = 5_000;
/** Time limit of a renewal that no call waits for. It must not keep a process alive for long. */
const BACKGROUND_MS = 10_000;

/** A request for a token. */
interface Renewal {
  readonly token: Promise<string>;
  readonly abort: () => void;
  /** From this time on it counts as lost: in a worker, a promise of a request that has ended may never settle. */
  readonly lostAt: number;
  /** Number of those who wait for it: calls, and the background. */
  waiting: number;
}

/** A token that can be sent. */
interface Held {
  readonly value: string;
  readonly issuedAt: number;
  readonly lifeMs: number;
  /** True once Kobble has accepted it. */
  readonly isAccepted: boolean;
  /** True if it is from the store. */
  readonly isStored: boolean | undefined;
}

/**
 * What there is of a token. How old a held one is decides what a call does: it takes a token that is fresh; it takes one
 * that is stale, and has it renewed in the background; it waits for a new one in the last share of its lifetime.
 *
 * | state     | obtain(), or a stale token | request succeeds | request fails | Kobble refuses the token |
 * | --------- | -------------------------- | ---------------- | ------------- | ------------------------ |
 * | none      | requested                  |                  |               |                          |
 * | requested | joins the request          | held             | none          |                          |
 * | held      | renewing                   |                  |               | none                     |
 * | renewing  | joins the request          | held             | held          | requested                |
 */
type TokenState =
  | { readonly is: 'none'; readonly held?: undefined; readonly renewal?: undefined }
  | { readonly is: 'requested'; readonly held?: undefined; readonly renewal: Renewal }
  | { readonly is: 'held'; readonly held: Held; readonly renewal?: undefined }
  | { readonly is: 'renewing'; readonly held: Held; readonly renewal: Renewal };

/** Gets a token. A token of the store is returned only if `isUsable`. */
export type GetToken = (isUsable: (stored: IssuedToken) => boolean, signal: AbortSignal) => Promise<IssuedToken>;

/** Options of {@link RenewingTokens}. */
export interface RenewingOptions {
  readonly clock: Clock;
  /** Time limit of a renewal. */
  readonly deadlineMs: number;
  readonly onRenewalFailed: (error: unknown) => void;
  /** Called with each renewal, for platforms that stop work when a request has ended: other requests may wait for it. */
  readonly waitUntil?: ((renewal: Promise<unknown>) => void) | undefined;
}

/** A token that is fetched on first need, kept, and renewed before it expires. No two requests run at once. */
export class RenewingTokens implements TokenSource {
  readonly #get: GetToken;
  readonly #options: RenewingOptions;
  #state: TokenState = { is: 'none' };
  /** The token that Kobble refused last. A store that still has it is out of date. */
  #refused: Held | undefined;
  /** True if Kobble has refused two tokens of the store in a row: the next one is from Kobble. */
  #isStoreOld = false;
  /** Until then no request begins in the background, and none for a new token that is refused like the one before. */
  #quietUntil = Number.NEGATIVE_INFINITY;
  /** The background renewal, while it waits. */
  #background: Wait<string> | undefined;

  constructor(get: GetToken, options: RenewingOptions) {
    this.#get = get;
    this.#options = options;
  }

  current(): string | undefined {
    const { held, renewal } = this.#state;
    if (held === undefined) return undefined;
    const { value, issuedAt, lifeMs } = held;
    const now = this.#options.clock.now();
    const age = now - issuedAt;
    if (age < lifeMs * FRESH_SHARE) return value;
    if (age >= lifeMs - Math.min(lifeMs * LAST_SHARE, LAST_MS)) return undefined;
    const isRenewing = renewal !== undefined && now < renewal.lostAt;
    if (!isRenewing && now >= this.#quietUntil) this.#renewInBackground();
    return value;
  }

  obtain(signal: AbortSignal): Promise<string> {
    return this.#join(this.#ongoing(Infinity), signal);
  }

  accept(token: string): void {
    const { held, renewal } = this.#state;
    if (held?.value === token && !held.isAccepted) this.#become({ ...held, isAccepted: true }, renewal);
  }

  drop(token: string, replays: number): boolean {
    const { held, renewal } = this.#state;
    if (held?.value !== token) return replays < 2; // another call has dropped it
    if (replays > (held.isStored ? 1 : 0)) return false;
    const now = this.#options.clock.now();
    const isDoubtful = this.#refused !== undefined && !this.#refused.isAccepted; // a second one that was never accepted
    if (isDoubtful && replays === 0 && !held.isAccepted && now < this.#quietUntil) return false;
    this.#keepQuiet();
    this.#refused = held;
    this.#isStoreOld ||= replays > 0; // the tokens of several processes: Kobble may have revoked all of them
    this.#become(undefined, renewal);
    return true;
  }

  stop(): void {
    this.#quietUntil = Infinity;
    this.#background?.abort();
  }

  #become(held: Held | undefined, renewal: Renewal | undefined): void {
    if (held === undefined) this.#state = renewal === undefined ? { is: 'none' } : { is: 'requested', renewal };
    else this.#state = renewal === undefined ? { is: 'held', held } : { is: 'renewing', held, renewal };
  }

  #keepQuiet(): void {
    this.#quietUntil = Math.max(this.#quietUntil, this.#options.clock.now() + QUIET_MS);
  }

  #renewInBackground(): void {
    const { clock, onRenewalFailed } = this.#options;
    const renewal = this.#ongoing(BACKGROUND_MS);
    const wait = new Wait<string>(clock, BACKGROUND_MS, () => wait.abort());
    this.#background = wait;
    const joined = this.#join(renewal, wait.signal);
    wait.follow(joined).catch(() => {});
    joined.catch((error: unknown) => {
      this.#keepQuiet();
      if (this.#quietUntil < Infinity) onRenewalFailed(error);
    });
  }

  /** Waits for a renewal. It ends early when nobody waits any longer. */
  #join(renewal: Renewal, signal: AbortSignal): Promise<string> {
    renewal.waiting++;
    signal.addEventListener('abort', () => {
      renewal.waiting--;
      if (renewal.waiting === 0) renewal.abort();
    });
    return renewal.token;
  }

  /** Returns the renewal in progress, or begins one that counts as lost after this many milliseconds, or its deadline. */
  #ongoing(milliseconds: number): Renewal {
    const { clock, deadlineMs, waitUntil } = this.#options;
    const now = clock.now();
    const { held, renewal: ongoing } = this.#state;
    if (ongoing !== undefined && now < ongoing.lostAt) return ongoing;
    const controller = new AbortController();
    let start = () => {};
    const token = new Promise<string>((resolve) => {
      start = () => resolve(this.#renew(controller.signal));
    }).finally(() => this.#forget(renewal));
    const abort = () => {
      this.#forget(renewal); // whoever comes now starts another one
      controller.abort();
    };
    const renewal: Renewal = { token, abort, lostAt: now + Math.min(milliseconds, deadlineMs), waiting: 0 };
    this.#become(held, renewal);
    start(); // late: a hook that makes a call finds this renewal, and does not start another one
    waitUntil?.(token.catch(() => {}));
    return renewal;
  }

  #forget(renewal: Renewal): void {
    if (this.#state.renewal === renewal) this.#become(this.#state.held, undefined);
  }

  async #renew(signal: AbortSignal): Promise<string> {
    const isUsable = (stored: IssuedToken) => this.#isUsable(stored);
    const { value, ageMs, lifeMs = Infinity, isStored } = await this.#get(isUsable, signal);
    const issuedAt = this.#options.clock.now() - ageMs;
    this.#isStoreOld = false;
    this.#become({ value, issuedAt, lifeMs, isAccepted: false, isStored }, this.#state.renewal);
    return value;
  }

  /** Returns true for a token of the store that saves a request. */
  #isUsable({ value, ageMs, lifeMs = Number.POSITIVE_INFINITY }: IssuedToken): boolean {
    const isKnown = value === this.#refused?.value || value === this.#state.held?.value;
    return !this.#isStoreOld && !isKnown && ageMs < lifeMs * FRESH_SHARE;
  }
}
