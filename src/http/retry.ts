import { isObject, optionError, ownCopy } from '../checks.js';
import type { RetryClass } from '../contract/operations.js';
import { ConnectionError, TimeoutError, type KobbleError } from '../errors/kobble-error.js';
import type { RetryOptions } from '../options.js';
import type { Clock } from '../time.js';
import { BufferedResponse } from './response.js';

// Everything that decides whether a call is sent again, and when.

/** The rules of a client or call for retries. */
export interface RetryPolicy {
  readonly statuses: ReadonlySet<number>;
  readonly maxRetries: number;
}

export const DEFAULT_RETRY: RetryPolicy = {
  statuses: new Set([408, 425, 429, 500, 502, 503, 504]),
  maxRetries: Infinity,
};

/** Checks retry options, and returns the policy that they make of `base`. */
export function readRetryPolicy(options: RetryOptions | undefined, base: RetryPolicy): RetryPolicy {
  if (options === undefined) return base;
  if (!isObject(options)) throw optionError('retry', 'must be an object');
  const { statuses, maxRetries = base.maxRetries } = ownCopy<RetryOptions>(options);
  if (!(typeof maxRetries === 'number' && maxRetries >= 0)) throw optionError('retry.maxRetries', 'must be 0 or more');
  if (statuses === undefined) return { ...base, maxRetries };
  const isWrong = (status: number) =>
    !(Number.isInteger(status) && status >= 400 && status <= 599) || status === 409 || status === 422;
  if (!Array.isArray(statuses) || statuses.some(isWrong))
    throw optionError('retry.statuses', 'must be from 400 to 599, without 409 and 422');
  return { statuses: new Set(statuses), maxRetries };
}

/** The end of an attempt: a response, or the error that took its place. */
export type AttemptResult = BufferedResponse | KobbleError;

/** The part of a call that decides about its retries. */
export interface Retryable {
  readonly retryClass: RetryClass;
  readonly retry: RetryPolicy;
}

const BACKOFF_MS = 200;
const MAX_BACKOFF_MS = 5_000;

/**
 * Returns how long to wait before the next attempt, in milliseconds, or undefined if there must be none. The wait is a
 * random share of 200 ms that doubles with each retry up to 5 s, or longer if the response asks for it.
 */
export function waitBefore(
  call: Retryable,
  retries: number,
  result: AttemptResult,
  isUncertain: boolean,
  clock: Clock,
): number | undefined {
  if (retries >= call.retry.maxRetries || !mayRepeat(call, result, isUncertain)) return undefined;
  const backoff = clock.random() * Math.min(MAX_BACKOFF_MS, BACKOFF_MS * 2 ** retries);
  const retryAfterMs = result instanceof BufferedResponse ? retryAfterOf(result, clock.wall()) : undefined;
  return Math.max(backoff, retryAfterMs ?? 0);
}

/** Returns true if a call can be sent again without taking effect twice. */
function mayRepeat({ retryClass, retry }: Retryable, result: AttemptResult, isUncertain: boolean): boolean {
  if (result instanceof BufferedResponse) {
    const { status } = result;
    // An attempt with the same key is still being carried out: its result can be had by repeating.
    if (status === 409) return retryClass === 'keyed' && isUncertain;
    return retry.statuses.has(status) && (retryClass !== 'never' || status === 429);
  }
  if (!(result instanceof ConnectionError || result instanceof TimeoutError)) return false;
  if (result.code === 'tls_failed' || result.code === 'network_access_denied') return false;
  return retryClass !== 'never' || !isUncertain; // not the error's outcome: a hook has had the error in its hands
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
const HTTP_DATE = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

/** Returns the wait that a response asks for, in milliseconds. `Retry-After` is read on 429 and 503 only. */
export const retryAfterOf = ({ status, raw }: BufferedResponse, wallClockMs: number): number | undefined =>
  status === 429 || status === 503 ? parseRetryAfter(raw.headers.get('retry-after'), wallClockMs) : undefined;

/**
 * Parses a `Retry-After` header (RFC 9110 §10.2.3: seconds or an HTTP date) into milliseconds. Returns undefined for a
 * value that is missing, negative, past or garbled.
 */
export function parseRetryAfter(value: string | null, wallClockMs: number): number | undefined {
  if (value === null) return undefined;
  const text = value.trim();
  const wait = /^\d+(\.\d+)?$/.test(text)
    ? Number(text) * 1000
    : HTTP_DATE.test(text)
      ? Date.parse(text) - wallClockMs
      : Number.NaN;
  return wait >= 0 ? Math.ceil(Math.min(wait, MAX_RETRY_AFTER_MS)) : undefined;
}
