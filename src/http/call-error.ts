import { isLoopback, isObject } from '../checks.js';
import { apiError, ApiError, AuthenticationError } from '../errors/api-error.js';
import {
  AbortedError,
  ConnectionError,
  DecodeError,
  isKobbleError,
  TimeoutError,
  type Outcome,
} from '../errors/kobble-error.js';
import { redactText } from '../errors/redact-text.js';
import { safeCause } from '../errors/safe-cause.js';
import { endpointOf, factsOf, type Call } from './call.js';
import { BufferedResponse, requestIdOf } from './response.js';
import { isUncertain, notSentReason, type AttemptResult } from './retry.js';
import { runtimeReason } from './runtime-reason.js';
import { isUnusable } from './unusable-response.js';

// All errors of a call are made here, so that each has the facts of its call. Messages name verb and path template only.

/** Fixed phrases: HTTP/2 has none, and those of a server could contain anything. */
const PHRASES: Record<number, string> = {
  0: 'Redirect (not followed)', // in a browser, which does not show its status
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  408: 'Request Timeout',
  409: 'Conflict',
  422: 'Unprocessable Content',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
};

/** Returns the outcome of a call after an attempt. A refused attempt does not make an uncertain one before it certain. */
export function outcomeOf(call: Call, result: AttemptResult | Outcome): Outcome {
  if (call.uncertain) return 'unknown';
  if (typeof result === 'string') return result;
  if (!(result instanceof BufferedResponse)) return result.outcome;
  const { operation, idempotencyKey } = call;
  return isUncertain(result.status, operation.method !== 'GET', idempotencyKey !== undefined) ? 'unknown' : 'rejected';
}

/** Facts of a call whose last attempt has no complete response. One that broke off has a request id nevertheless. */
const brokenFactsOf = (call: Call) => ({
  ...factsOf(call),
  requestId: call.response && requestIdOf(call.response.headers, call),
});

/** Returns the error for a response with an error status. */
export function responseError(call: Call, response: BufferedResponse, body: unknown, retryAfterMs?: number): ApiError {
  const { status, raw } = response;
  const phrase = PHRASES[status] === undefined ? status : `${status} ${PHRASES[status]}`;
  return apiError(`${endpointOf(call)} → ${phrase}${mockReason(response, body)}`, {
    ...factsOf(call),
    status,
    headers: raw.headers,
    body,
    requestId: requestIdOf(raw.headers, call),
    retryAfterMs,
    outcome: outcomeOf(call, response),
  });
}

/**
 * Returns why a mock on loopback refused a request: Prism says it in a header, the fake in its body. The words of any other
 * server are never shown.
 */
function mockReason({ raw }: BufferedResponse, body: unknown): string {
  if (!URL.canParse(raw.url) || !isLoopback(new URL(raw.url).hostname)) return '';
  const violations = raw.headers.get('sl-violations')?.matchAll(/"message":"([^"]+)"/g) ?? [];
  const errors: unknown[] = isObject(body) && Array.isArray(body['errors']) ? body['errors'] : [];
  const reasons = [...Array.from(violations, ([, message]) => message), ...errors].join('; ');
  return reasons === '' ? '' : `: ${redactText(reasons)}`;
}

/** Returns the error for an attempt that ended without a usable response. */
export function attemptError(call: Call, thrown: unknown, url: string): ConnectionError | DecodeError {
  if (isUnusable(thrown)) return decodeError(call, thrown.code, thrown.message);
  const { operation, addedHeaders, body, token, response } = call;
  const headers = { ...addedHeaders, ...call.headers };
  const reason =
    response === undefined ? (notSentReason(thrown, url) ?? runtimeReason(thrown, operation.method, url)) : undefined;
  const code = reason ?? 'connection_failed';
  return new ConnectionError(`${endpointOf(call)} → no response (${code.replaceAll('_', ' ')})`, {
    ...brokenFactsOf(call),
    code,
    outcome: outcomeOf(call, reason === undefined ? 'unknown' : 'not-sent'),
    cause: safeCause(thrown, { headers, body, token, path: operation.path, url }),
  });
}

/** Returns the error for a timeout of one attempt, or of the call if its deadline came first. */
export function timeoutError(
  call: Call,
  code: 'attempt_timeout' | 'deadline_exceeded',
  outcome: Outcome,
): TimeoutError {
  const limit = code === 'attempt_timeout' ? call.timeoutMs : call.deadlineMs;
  return new TimeoutError(`${endpointOf(call)} → no response within ${limit} ms`, {
    ...brokenFactsOf(call),
    code,
    outcome: outcomeOf(call, outcome),
  });
}

/** Returns the error for a call that the caller's signal has ended. */
export const abortedError = (call: Call, outcome: Outcome): AbortedError =>
  new AbortedError(`${endpointOf(call)} → aborted by the caller`, {
    ...brokenFactsOf(call),
    code: 'aborted',
    outcome: outcomeOf(call, outcome),
    cause: call.signal?.reason,
  });

/** Returns the error for a call that was not sent because there is no token. */
export function tokenError(call: Call, cause: unknown): AuthenticationError {
  const failure = cause instanceof ApiError ? cause : undefined;
  const why = isKobbleError(cause) ? `: ${cause.message}` : '';
  const facts = {
    ...factsOf(call),
    status: failure?.status ?? 0,
    headers: failure?.headers ?? new Headers(),
    body: failure?.body,
    requestId: failure?.requestId,
    outcome: outcomeOf(call, 'not-sent'),
    // What a caller's own function threw may quote its secrets. Errors of this library are safe as they are.
    cause: isKobbleError(cause) ? cause : safeCause(cause, { headers: call.headers }),
  };
  return new AuthenticationError(`${endpointOf(call)} → no token${why}`, facts, 'token_unavailable');
}

/**
 * Returns the error for a 2xx response that cannot be used; `why` continues the sentence "GET /path → answered, but …". It
 * has no parser error as its cause: that quotes the body.
 */
export const decodeError = (call: Call, code: string, why: string, cause?: unknown): DecodeError =>
  new DecodeError(`${endpointOf(call)} → answered, but ${why}`, {
    ...brokenFactsOf(call),
    code,
    outcome: 'unknown',
    cause,
  });
