import { optionError } from '../checks.js';
import type { TokenSource } from '../http/send.js';
import type { Clock } from '../time.js';

/** A token from Kobble, or from the store that processes share. */
export interface IssuedToken {
  readonly value: string;
  /** Lifetime, undefined if Kobble did not state it: the token is then used until it is refused. */
  readonly lifeMs: number | undefined;
  /** Time since it was issued. */
  readonly ageMs: number;
}

/** Returns a token source for the option `token`: a fixed token, or a function that is called for each call. */
export function callersToken(token: string | (() => string | Promise<string>)): TokenSource {
  if (typeof token === 'string') {
    return { current: () => token, obtain: async () => token, drop: () => false };
  }
  return { current: () => undefined, obtain: async () => checkToken(await token()), drop: () => true };
}

/** Share of its lifetime after which a token is renewed in the background, as Cognito advises. */
const FRESH_SHARE = 0.75;
/** Last share of its lifetime, and its limit, in which calls wait for a new token: this one could expire on the way. */
const LAST_SHARE = 0.1;
const LAST_MS = 30_000;

interface HeldToken {
  readonly value: string;
  readonly issuedAt: number;
  readonly lifeMs: number;
}

/** Gets a token. A token of the store is returned only if `isUsable`. */
export type GetToken = (isUsable: (stored: IssuedToken) => boolean) => Promise<IssuedToken>;

/** A token that is fetched on first need, kept, and renewed before it expires. No two requests run at once. */
export class RenewingTokens implements TokenSource {
  readonly #get: GetToken;
  readonly #clock: Clock;
  readonly #onRenewalFailed: (error: unknown) => void;
  #held: HeldToken | undefined;
  #renewal: Promise<string> | undefined;
  /** The token that Kobble refused last. A store that still has it is out of date. */
  #refused: string | undefined;

  constructor(get: GetToken, clock: Clock, onRenewalFailed: (error: unknown) => void) {
    this.#get = get;
    this.#clock = clock;
    this.#onRenewalFailed = onRenewalFailed;
  }

  current(): string | undefined {
    if (this.#held === undefined) return undefined;
    const { value, issuedAt, lifeMs } = this.#held;
    const age = this.#clock.now() - issuedAt;
    if (age < lifeMs * FRESH_SHARE) return value;
    if (age >= lifeMs - Math.min(lifeMs * LAST_SHARE, LAST_MS)) return undefined;
    if (this.#renewal === undefined) this.obtain().catch(this.#onRenewalFailed);
    return value;
  }

  obtain(): Promise<string> {
    this.#renewal ??= this.#renew().finally(() => {
      this.#renewal = undefined;
    });
    return this.#renewal;
  }

  drop(token: string): boolean {
    this.#refused = token;
    if (this.#held?.value === token) this.#held = undefined;
    return true;
  }

  async #renew(): Promise<string> {
    const { value, ageMs, lifeMs = Number.POSITIVE_INFINITY } = await this.#get((stored) => this.#isUsable(stored));
    this.#held = { value: checkToken(value), issuedAt: this.#clock.now() - ageMs, lifeMs };
    return value;
  }

  /** Returns true for a token of the store that saves a request. */
  #isUsable({ value, ageMs, lifeMs = Number.POSITIVE_INFINITY }: IssuedToken): boolean {
    return value !== this.#refused && value !== this.#held?.value && ageMs < lifeMs * FRESH_SHARE;
  }
}

/** Refuses a token that cannot be a header value. `fetch` would quote it in its error. */
export function checkToken(token: unknown): string {
  if (typeof token === 'string' && /^[\x21-\x7e]+$/.test(token)) return token;
  throw optionError('the token', 'is empty or contains a character that is not allowed in a header');
}
