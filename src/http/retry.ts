import { optionError } from '../checks.js';
import type { RetryClass } from '../contract/operations.js';
import { ConnectionError, TimeoutError, type KobbleError } from '../errors/kobble-error.js';
import type { RetryOptions } from '../options.js';
import type { Clock } from '../time.js';
import { BufferedResponse } from './response.js';

// Everything that decides whether a call is sent again, and when.

/** How often, and after which statuses, a call is retried. */
export interface RetryPolicy {
  readonly statuses: ReadonlySet<number>;
  readonly maxRetries: number;
}

export const DEFAULT_RETRY: RetryPolicy = {
  statuses: new Set([408, 425, 429, 500, 502, 503, 504]),
  maxRetries: Number.POSITIVE_INFINITY,
};

/** Checks retry options, and returns the policy that they make of `base`. */
export function readRetryPolicy(options: RetryOptions | undefined, base: RetryPolicy): RetryPolicy {
  if (options === undefined) return base;
  const { statuses, maxRetries = base.maxRetries } = options;
  if (!(typeof maxRetries === 'number' && maxRetries >= 0)) throw optionError('retry.maxRetries', 'must be 0 or more');
  if (statuses === undefined) return { ...base, maxRetries };
  const isWrong = (status: number) =>
    !(Number.isInteger(status) && status >= 400 && status <= 599) || status === 409 || status === 422;
  if (statuses.some(isWrong)) throw optionError('retry.statuses', 'must be from 400 to 599, without 409 and 422');
  return { statuses: new Set(statuses), maxRetries };
}

/** The end of an attempt: a response, or the error that took its place. */
export type AttemptResult = BufferedResponse | KobbleError;

const BACKOFF_MS = 200;
const MAX_BACKOFF_MS = 5_000;

/**
 * Returns how long to wait before the next attempt, in milliseconds, or undefined if there must be none. The wait is the
 * one that the response asks for, otherwise a random share of 200 ms that doubles with each retry up to 5 s.
 */
export function waitBefore(
  retries: number,
  result: AttemptResult,
  retryClass: RetryClass,
  policy: RetryPolicy,
  clock: Clock,
): number | undefined {
  if (retries >= policy.maxRetries) return undefined;
  const backoff = clock.random() * Math.min(MAX_BACKOFF_MS, BACKOFF_MS * 2 ** retries);
  if (!(result instanceof BufferedResponse)) return mayRetryError(result, retryClass) ? backoff : undefined;
  if (!policy.statuses.has(result.status)) return undefined;
  const retryAfterMs = retryAfterOf(result, clock.wall());
  if (retryClass === 'never' && result.status !== 429 && retryAfterMs === undefined) return undefined;
  return retryAfterMs ?? backoff;
}

function mayRetryError(error: KobbleError, retryClass: RetryClass): boolean {
  if (!(error instanceof ConnectionError || error instanceof TimeoutError) || error.code === 'tls_failed') return false;
  return retryClass !== 'never' || error.outcome === 'not-sent';
}

/** Returns true if an attempt leaves open whether the operation was carried out. */
export const isUncertain = (result: AttemptResult, wallClockMs: number): boolean =>
  result instanceof BufferedResponse
    ? isUncertainStatus(result.status, retryAfterOf(result, wallClockMs))
    : result.outcome === 'unknown';

/** Returns true if a status leaves open whether the operation was carried out. */
export const isUncertainStatus = (status: number, retryAfterMs: number | undefined): boolean =>
  status === 408 || (status >= 500 && retryAfterMs === undefined);

/** Error codes of a request that was not sent: those of Node, then those of Bun. */
const NOT_SENT: Record<string, string> = {
  ECONNREFUSED: 'connection_refused',
  ConnectionRefused: 'connection_refused',
  ENOTFOUND: 'name_not_resolved',
  EAI_AGAIN: 'name_not_resolved',
  UND_ERR_CONNECT_TIMEOUT: 'connect_timeout',
};
const TLS_FAILURE = /^(ERR_TLS|ERR_SSL|CERT_|UNABLE_TO_|SELF_SIGNED|DEPTH_ZERO)/;

/** Returns why a request cannot have been sent, or undefined if it may have been. */
export function notSentReason(thrown: unknown): string | undefined {
  const reasons = codesOf(thrown).map((code) => NOT_SENT[code] ?? (TLS_FAILURE.test(code) ? 'tls_failed' : undefined));
  return reasons.find((reason) => reason !== undefined);
}

/** Returns the codes along a chain of causes. */
function codesOf(thrown: unknown): string[] {
  const codes: string[] = [];
  for (let error = thrown, depth = 0; typeof error === 'object' && error !== null && depth < 5; depth++) {
    if ('code' in error && typeof error.code === 'string') codes.push(error.code);
    error = 'cause' in error ? error.cause : undefined;
  }
  return codes;
}

const DAY_MS = 86_400_000;
const HTTP_DATE = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

/** Returns the wait that a response asks for, in milliseconds. `Retry-After` is read on 429 and 503 only. */
export const retryAfterOf = ({ status, raw }: BufferedResponse, wallClockMs: number): number | undefined =>
  status === 429 || status === 503 ? parseRetryAfter(raw.headers.get('retry-after'), wallClockMs) : undefined;

/**
 * Parses a `Retry-After` header (RFC 9110 §10.2.3: seconds or an HTTP date) into milliseconds. Returns undefined for a
 * value that is missing, negative, past, garbled or longer than a day.
 */
export function parseRetryAfter(value: string | null, wallClockMs: number): number | undefined {
  if (value === null) return undefined;
  const text = value.trim();
  const wait = /^\d+(\.\d+)?$/.test(text)
    ? Number(text) * 1000
    : HTTP_DATE.test(text)
      ? Date.parse(text) - wallClockMs
      : Number.NaN;
  return wait >= 0 && wait <= DAY_MS ? Math.ceil(wait) : undefined;
}
