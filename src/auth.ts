import type { Clock } from './clock.js';
import type { IssuedToken } from './token-request.js';
import type { SharedTokens } from './token-store.js';

/** Where the bearer token of a call comes from. */
export interface TokenSource {
  /** The token to use at once, where there is one. */
  current(): string | undefined;
  /** A token to wait for. One renewal serves all who wait, and outlives each of them. */
  obtain(): Promise<string>;
  /** Kobble refused this token: it is not given out again. True where another one is worth a try. */
  drop(token: string): boolean;
}

/** The caller's own token: fixed, or asked for anew by each call. */
export function callersToken(token: string | (() => string | Promise<string>)): TokenSource {
  if (typeof token === 'string') {
    return { current: () => token, obtain: async () => token, drop: () => false };
  }
  return { current: () => undefined, obtain: async () => checkToken(await token()), drop: () => true };
}

/** Up to this share of its life a token is fresh (Cognito's own advice); past it, it is renewed behind the calls' back. */
const FRESH_SHARE = 0.75;
/** In the last share of its life, at most so long, a token might die on the way: calls wait for the new one. */
const LAST_SHARE = 0.1;
const LAST_MS = 30_000;

interface HeldToken {
  readonly value: string;
  readonly bornAt: number;
  readonly lifeMs: number;
}

/** Tokens by client credentials: fetched on first need, kept, renewed before they end, and never twice at once. */
export class RenewedToken implements TokenSource {
  readonly #request: () => Promise<IssuedToken>;
  readonly #shared: SharedTokens | undefined;
  readonly #clock: Clock;
  readonly #onRenewalFailed: (error: unknown) => void;
  #held: HeldToken | undefined;
  #renewal: Promise<string> | undefined;
  /** The token that was refused last: a store that still has it is behind. */
  #refused: string | undefined;

  constructor(
    request: () => Promise<IssuedToken>,
    shared: SharedTokens | undefined,
    clock: Clock,
    onRenewalFailed: (error: unknown) => void,
  ) {
    this.#request = request;
    this.#shared = shared;
    this.#clock = clock;
    this.#onRenewalFailed = onRenewalFailed;
  }

  current(): string | undefined {
    if (this.#held === undefined) return undefined;
    const { value, bornAt, lifeMs } = this.#held;
    const age = this.#clock.now() - bornAt;
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
    const token = await (this.#shared?.obtain(this.#request, (stored) => this.#isNews(stored)) ?? this.#request());
    const lifeMs = token.lifeMs ?? Number.POSITIVE_INFINITY;
    this.#held = { value: checkToken(token.value), bornAt: this.#clock.now() - token.ageMs, lifeMs };
    return token.value;
  }

  /** True for a token of the store that is worth taking over instead of asking for one. */
  #isNews({ value, ageMs, lifeMs = Number.POSITIVE_INFINITY }: IssuedToken): boolean {
    return value !== this.#refused && value !== this.#held?.value && ageMs < lifeMs * FRESH_SHARE;
  }
}

/** A token goes into a header: what cannot stand there is refused here, since `fetch` would quote it in its error. */
export function checkToken(token: unknown): string {
  if (typeof token === 'string' && /^[\x21-\x7e]+$/.test(token)) return token;
  throw new TypeError('kobble-client: the token is empty, or holds a character that a header cannot carry');
}
