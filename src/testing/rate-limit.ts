import type { FakeClock } from './clock.js';

/** So many calls in each window of so many milliseconds. */
export interface RateLimit {
  readonly calls: number;
  readonly perMs: number;
}

/** Counts calls in windows that start with the first call after the last window. */
export class RateLimiter {
  readonly #limit: RateLimit;
  readonly #clock: FakeClock;
  #ends = 0;
  #count = 0;

  constructor(limit: RateLimit, clock: FakeClock) {
    this.#limit = limit;
    this.#clock = clock;
  }

  /** Undefined where the call may pass, else how many seconds to wait. */
  take(): number | undefined {
    const now = this.#clock.now();
    if (now >= this.#ends) {
      this.#ends = now + this.#limit.perMs;
      this.#count = 0;
    }
    this.#count++;
    return this.#count > this.#limit.calls ? Math.ceil((this.#ends - now) / 1000) : undefined;
  }
}
