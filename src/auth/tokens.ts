import type { TokenSource } from '../http/send.js';
import type { Clock } from '../time.js';
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
  /** Number of calls that wait for it. */
  waiting: number;
}

/** Gets a token. A token of the store is returned only if `isUsable`. */
export type GetToken = (isUsable: (stored: IssuedToken) => boolean, signal: AbortSignal) => Promise<IssuedToken>;

/** Options of {@link RenewingTokens}. */
export interface RenewingOptions {
  readonly clock: Clock;
  /** Time limit of a renewal. */
  readonly deadlineMs: number;
  readonly onRenewalFailed: (error: unknown) => void;
  /** Called with each background renewal, for platforms that stop work when a request has ended. */
  readonly waitUntil?: ((renewal: Promise<unknown>) => void) | undefined;
}

/** A token that is fetched on first need, kept, and renewed before it expires. No two requests run at once. */
export class RenewingTokens implements TokenSource {
  readonly #get: GetToken;
  readonly #options: RenewingOptions;
  #held: { readonly value: string; readonly issuedAt: number; readonly lifeMs: number } | undefined;
  #renewal: Renewal | undefined;
  /** The token that Kobble refused last. A store that still has it is out of date. */
  #refused: string | undefined;
  /** True once Kobble has accepted the token that is held. */
  #isAccepted = false;
  /** True if the token before the one that is held was refused before it was ever accepted. */
  #isDoubtful = false;
  #quietUntil = Number.NEGATIVE_INFINITY;

  constructor(get: GetToken, options: RenewingOptions) {
    this.#get = get;
    this.#options = options;
  }

  current(): string | undefined {
    if (this.#held === undefined) return undefined;
    const { value, issuedAt, lifeMs } = this.#held;
    const now = this.#options.clock.now();
    const age = now - issuedAt;
    if (age < lifeMs * FRESH_SHARE) return value;
    if (age >= lifeMs - Math.min(lifeMs * LAST_SHARE, LAST_MS)) return undefined;
    const isRenewing = this.#renewal !== undefined && now < this.#renewal.lostAt;
    if (!isRenewing && now >= this.#quietUntil) this.#renewInBackground();
    return value;
  }

  obtain(signal: AbortSignal): Promise<string> {
    const renewal = this.#ongoing();
    renewal.waiting++;
    signal.addEventListener('abort', () => {
      renewal.waiting--;
      if (renewal.waiting === 0) renewal.abort();
    });
    return renewal.token;
  }

  accept(token: string): void {
    if (this.#held?.value === token) this.#isAccepted = true;
  }

  drop(token: string): boolean {
    if (this.#held?.value !== token) return true;
    const now = this.#options.clock.now();
    if (this.#isDoubtful && !this.#isAccepted && now < this.#quietUntil) return false;
    this.#isDoubtful = !this.#isAccepted;
    this.#quietUntil = Math.max(this.#quietUntil, now + QUIET_MS);
    this.#refused = token;
    this.#held = undefined;
    return true;
  }

  stop(): void {
    this.#quietUntil = Infinity;
    if (this.#renewal?.waiting === 0) this.#renewal.abort();
  }

  #renewInBackground(): void {
    const { clock, onRenewalFailed, waitUntil } = this.#options;
    const renewal = this.#ongoing(BACKGROUND_MS);
    const cancelTimer = clock.after(BACKGROUND_MS, () => {
      if (renewal.waiting === 0) renewal.abort();
    });
    const settled = renewal.token.then(cancelTimer, (error: unknown) => {
      cancelTimer();
      this.#quietUntil = Math.max(this.#quietUntil, clock.now() + QUIET_MS);
      if (this.#quietUntil < Infinity) onRenewalFailed(error);
    });
    waitUntil?.(settled);
  }

  /** Returns the renewal in progress, or begins one that counts as lost after this many milliseconds, or its deadline. */
  #ongoing(milliseconds = Infinity): Renewal {
    const { clock, deadlineMs } = this.#options;
    const now = clock.now();
    if (this.#renewal !== undefined && now < this.#renewal.lostAt) return this.#renewal;
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
    this.#renewal = renewal;
    start(); // last: a hook that makes a call finds this renewal, and does not start another one
    return renewal;
  }

  #forget(renewal: Renewal): void {
    if (this.#renewal === renewal) this.#renewal = undefined;
  }

  async #renew(signal: AbortSignal): Promise<string> {
    const isUsable = (stored: IssuedToken) => this.#isUsable(stored);
    const { value, ageMs, lifeMs = Number.POSITIVE_INFINITY } = await this.#get(isUsable, signal);
    this.#held = { value, issuedAt: this.#options.clock.now() - ageMs, lifeMs };
    this.#isAccepted = false;
    return value;
  }

  /** Returns true for a token of the store that saves a request. */
  #isUsable({ value, ageMs, lifeMs = Number.POSITIVE_INFINITY }: IssuedToken): boolean {
    return value !== this.#refused && value !== this.#held?.value && ageMs < lifeMs * FRESH_SHARE;
  }
}
