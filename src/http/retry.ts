import { checkBoolean, isObject, optionError, ownCopy } from '../checks.js';
import type { RetryClass } from '../contract/operations.js';
import { AbortedError, ConnectionError, TimeoutError, type KobbleError } from '../errors/kobble-error.js';
import type { RetryOptions } from '../options.js';
import type { Clock, Wait } from '../time.js';
import { BufferedResponse } from './response.js';

// Everything that decides whether a call is sent again, and when.

/** The rules of a client or call for retries. */
export interface RetryPolicy {
  /** The statuses that are retried. Undefined for the default: 408, 425, 429 and every 5xx but 501 and 505. */
  readonly statuses: ReadonlySet<number> | undefined;
  readonly maxRetries: number;
  /** True if retries wait for a sign of life together with those of the client's other calls. */
  readonly together: boolean;
}

export const DEFAULT_RETRY: RetryPolicy = { statuses: undefined, maxRetries: Infinity, together: true };

/** Checks retry options, and returns the policy that they make of `base`. */
export function readRetryPolicy(options: RetryOptions | undefined, base: RetryPolicy): RetryPolicy {
  if (options === undefined) return base;
  if (!isObject(options)) throw optionError('retry', 'must be an object');
  const { statuses, maxRetries = base.maxRetries, together = base.together } = ownCopy<RetryOptions>(options);
  if (!(typeof maxRetries === 'number' && maxRetries >= 0)) throw optionError('retry.maxRetries', 'must be 0 or more');
  checkBoolean('retry.together', together);
  if (statuses === undefined) return { ...base, maxRetries, together };
  const isWrong = (status: number) =>
    !(Number.isInteger(status) && status >= 400 && status <= 599) || status === 409 || status === 422;
  if (!Array.isArray(statuses) || statuses.some(isWrong))
    throw optionError('retry.statuses', 'must be from 400 to 599, without 409 and 422');
  return { statuses: new Set(statuses), maxRetries, together };
}

/** The end of an attempt: a response, or the error that took its place. */
export type AttemptResult = BufferedResponse | KobbleError;

/** The part of a call that decides about its retries. */
export interface Retryable {
  readonly retryClass: RetryClass;
  readonly retry: RetryPolicy;
}

/** What has happened to a call, as far as it decides about its retries. */
export interface History {
  readonly retries: number;
  /** Number of responses with status 500. */
  readonly internalErrors: number;
  /** True if an attempt may have been carried out without a response that says so. */
  readonly isUncertain: boolean;
}

const BACKOFF_MS = 200;
const MAX_BACKOFF_MS = 5_000;
/** Shortest wait after a 429. */
const LIMITED_MS = 1_000;
/** Retries after a 500. Kobble stores the response of a key, and a stored 500 does not change. */
const MAX_INTERNAL_ERRORS = 2;

/**
 * Returns how long to wait before the next attempt, in milliseconds, or undefined if there must be none. The wait is a
 * random share of 200 ms that doubles with each retry up to 5 s, at least 1 s after a 429, or longer if the response asks
 * for it.
 */
export function waitBefore(call: Retryable, history: History, result: AttemptResult, clock: Clock): number | undefined {
  const { retries } = history;
  if (retries >= call.retry.maxRetries || !mayRepeat(call, result, history)) return undefined;
  const backoff = clock.random() * Math.min(MAX_BACKOFF_MS, BACKOFF_MS * 2 ** retries);
  if (!(result instanceof BufferedResponse)) return backoff;
  const least = result.status === 429 ? LIMITED_MS : 0;
  return Math.max(backoff, least, retryAfterOf(result, clock.wall()) ?? 0);
}

/** Returns true if a call can be sent again without taking effect twice, and there is hope of another result. */
function mayRepeat({ retryClass, retry }: Retryable, result: AttemptResult, history: History): boolean {
  if (result instanceof BufferedResponse) {
    const { status } = result;
    // An attempt with the same key is still being carried out: its result can be had by repeating.
    if (status === 409) return retryClass === 'keyed' && history.isUncertain;
    if (status === 500 && history.internalErrors > MAX_INTERNAL_ERRORS) return false;
    return isRetried(status, retry) && (retryClass !== 'never' || status === 429);
  }
  if (!isFailure(result)) return false;
  if (result.code === 'tls_failed' || result.code === 'network_access_denied') return false;
  return retryClass !== 'never' || !history.isUncertain; // not the error's outcome: a hook has had the error in its hands
}

const isRetried = (status: number, { statuses }: RetryPolicy): boolean =>
  statuses?.has(status) ??
  (status === 408 || status === 425 || status === 429 || (status >= 500 && status !== 501 && status !== 505));

/** Returns true for an attempt that shows no life: no connection, a timeout, a 429 or 5xx. */
const isFailure = (result: AttemptResult): boolean =>
  result instanceof BufferedResponse
    ? result.status === 429 || result.status >= 500
    : result instanceof ConnectionError || result instanceof TimeoutError;

/** Number of failed attempts in a row, of all calls of a client, from which on its retries wait together. */
const DARK_FROM = 20;
const PROBE_MS = 500;
const MAX_PROBE_MS = 5_000;
/** Calls that go on for each sign of life: a service that has just come back is not overrun. */
const RELEASED = 2;

/**
 * Keeps the retries of a client from multiplying an outage. Once the last 20 attempts have failed, whichever calls they were
 * of, a retry that is due waits here. One of them is let through at a time as a probe, at growing, random intervals, whether
 * or not the one before has ended: a server that hangs must not hold up those that wait. Any other result is a sign of
 * life, and lets two that wait go on. First attempts do not wait.
 */
export class RetryQueue {
  readonly #clock: Clock;
  readonly #waiting = new Map<object, Wait<boolean>>();
  #failures = 0;
  #probes = 0;
  #nextProbeAt = 0;
  #cancelTimer: (() => void) | undefined;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** True if nothing shows that the service is alive. */
  get isDark(): boolean {
    return this.#failures >= DARK_FROM;
  }

  /** Resolves the wait of a call with true when it may go on. */
  add(call: object, wait: Wait<boolean>): void {
    this.#waiting.set(call, wait);
    this.#plan();
  }

  /** Notes how an attempt has ended. */
  note(result: AttemptResult): void {
    if (!isFailure(result)) {
      if (result instanceof AbortedError) return;
      this.#failures = 0;
      this.#probes = 0;
      this.#nextProbeAt = 0;
      if (this.#waiting.size === 0) return;
      this.#release(RELEASED);
      return this.#putOff(PROBE_MS); // those that went on may all be aborted: then the others go on by time
    }
    this.#failures++;
    const retryAfterMs = result instanceof BufferedResponse ? retryAfterOf(result, this.#clock.wall()) : undefined;
    if (retryAfterMs !== undefined) this.#putOff(retryAfterMs);
    if (!this.isDark) this.#release(1); // whoever waits must not depend on a call that may have ended
  }

  /** Notes that a call has ended. */
  leave(call: object): void {
    if (this.#waiting.delete(call) && this.#waiting.size === 0) this.#stop();
  }

  #stop(): void {
    this.#cancelTimer?.();
    this.#cancelTimer = undefined;
  }

  /** Lets nobody go on by time before this many milliseconds have passed. */
  #putOff(milliseconds: number): void {
    this.#nextProbeAt = Math.max(this.#nextProbeAt, this.#clock.now() + milliseconds);
    this.#stop();
    this.#plan();
  }

  #plan(): void {
    if (this.#waiting.size === 0 || this.#cancelTimer !== undefined) return;
    this.#cancelTimer = this.#clock.after(Math.max(0, this.#nextProbeAt - this.#clock.now()), () => {
      this.#cancelTimer = undefined;
      this.#probes = this.isDark ? this.#probes + 1 : 0;
      const longest = Math.min(MAX_PROBE_MS, PROBE_MS * 2 ** Math.min(this.#probes, 10));
      this.#nextProbeAt = this.#clock.now() + this.#clock.random() * longest;
      this.#release(this.isDark ? 1 : RELEASED);
      this.#plan();
    });
  }

  /** Lets so many calls go on that wait. */
  #release(count: number): void {
    for (const [call, wait] of this.#waiting) {
      if (count-- === 0) break;
      this.#waiting.delete(call);
      wait.resolve(true);
    }
  }
}

/**
 * Returns true if a response leaves open whether the operation was carried out. A 503 does so whatever its headers say:
 * gateways also send it after they have passed a request on. A redirect of a write may follow its effect, and a 409 to a
 * call with a key may mean that an attempt with this key is being carried out.
 */
export const leavesDoubt = (status: number, isWrite: boolean, hasKey: boolean): boolean =>
  status === 408 || status >= 500 || (status < 400 && isWrite) || (status === 409 && hasKey);

/** About 30 years: enough to end any call, and too short to look like a card number on the error. */
const MAX_RETRY_AFTER_MS = 999_999_999_999;

/** The three forms of a date (RFC 9110 §5.6.7). The last one names no zone, and means GMT. */
const HTTP_DATE =
  /^([A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4}|[A-Z][a-z]{5,8}, \d{2}-[A-Z][a-z]{2}-\d{2}) \d{2}:\d{2}:\d{2} GMT$/;
const ASCTIME_DATE = /^[A-Z][a-z]{2} [A-Z][a-z]{2} [\d ]\d \d{2}:\d{2}:\d{2} \d{4}$/;

function parseDate(value: string | null): number {
  const text = value?.trim() ?? '';
  return HTTP_DATE.test(text) ? Date.parse(text) : ASCTIME_DATE.test(text) ? Date.parse(`${text} GMT`) : Number.NaN;
}

/**
 * Returns the wait that a response asks for, in milliseconds. `Retry-After` is read on 429 and 503 only; a date in it against
 * the response's own `Date`, because the clocks of two machines differ.
 */
export function retryAfterOf({ status, headers }: BufferedResponse, wallClockMs: number): number | undefined {
  if (status !== 429 && status !== 503) return undefined;
  const sentAt = parseDate(headers.get('date'));
  return parseRetryAfter(headers.get('retry-after'), Number.isNaN(sentAt) ? wallClockMs : sentAt);
}

/**
 * Parses a `Retry-After` header (RFC 9110 §10.2.3: seconds or an HTTP date) into milliseconds. Returns undefined for a
 * value that is missing, negative, past or garbled.
 */
export function parseRetryAfter(value: string | null, wallClockMs: number): number | undefined {
  if (value === null) return undefined;
  const text = value.trim();
  const wait = /^\d+(\.\d+)?$/.test(text) ? Number(text) * 1000 : parseDate(text) - wallClockMs;
  return wait >= 0 ? Math.ceil(Math.min(wait, MAX_RETRY_AFTER_MS)) : undefined;
}
