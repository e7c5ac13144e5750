import { isLoopback, isObject } from '../checks.js';
import { apiError, AuthenticationError, DecodeError, ResponseError, type ApiError } from '../errors/api-error.js';
import { safeCause } from '../errors/foreign.js';
import { AbortedError, ConnectionError, isKobbleError, TimeoutError, type Outcome } from '../errors/kobble-error.js';
import { redactText } from '../errors/redact-text.js';
import { endpointOf, factsOf, requestIdOf, type Progress } from './call.js';
import { notSentReason } from './platform.js';
import { BufferedResponse, jsonOrText } from './response.js';
import { leavesDoubt, type AttemptResult } from './retry.js';

/** The longest text of a server that is shown. */
const MAX_REASON = 500;

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
export function outcomeOf(progress: Progress, result: AttemptResult | Outcome): Outcome {
  if (progress.isUncertain) return 'unknown';
  if (typeof result === 'string') return result;
  if (!(result instanceof BufferedResponse)) return result.outcome;
  const { operation, idempotencyKey } = progress.call;
  const hasDoubt = leavesDoubt(result.status, operation.method !== 'GET', idempotencyKey !== undefined);
  return hasDoubt ? 'unknown' : 'rejected';
}

/** Facts of a call whose last attempt has no complete response. One that broke off has a request id nevertheless. */
const brokenFactsOf = (progress: Progress) => ({ ...factsOf(progress), requestId: requestIdOf(progress) });

/** Returns the error for a response with an error status. */
export function responseError(progress: Progress, response: BufferedResponse, retryAfterMs?: number): ApiError {
  const { status, raw } = response;
  const body = jsonOrText(response);
  const phrase = PHRASES[status] === undefined ? status : `${status} ${PHRASES[status]}`;
  return apiError(`${endpointOf(progress.call)} → ${phrase}${mockReason(response, body)}`, {
    ...brokenFactsOf(progress),
    status,
    headers: raw.headers,
    body,
    retryAfterMs,
    detail: progress.call.errorDetails ? detailOf(body) : undefined,
    outcome: outcomeOf(progress, response),
  });
}

/** Returns the reason that the body of an error states (RFC 9457 §3.1, or a usual field), if it is text. */
function detailOf(body: unknown): string | undefined {
  const fields = isObject(body) ? ['detail', 'title', 'message', 'error'].map((name) => body[name]) : [body];
  const detail = fields.find((text) => typeof text === 'string' && text !== '');
  return typeof detail === 'string' ? shown(detail) : undefined;
}

/** Returns a server's text as it may be shown: redacted, in one line, and bounded, in this order: half a card number is none. */
const shown = (text: string): string =>
  redactText(text.slice(0, 4 * MAX_REASON))
    .slice(0, MAX_REASON)
    .replace(/\p{Cc}+/gu, ' ');

/**
 * Returns why a mock refused a request: Prism, on loopback only, says it in a header, the fake in its body. Both mark their
 * responses. The words of any other server are never shown.
 */
function mockReason({ raw }: BufferedResponse, body: unknown): string {
  const isLocal = URL.canParse(raw.url) && isLoopback(new URL(raw.url).hostname);
  const violations = isLocal ? (raw.headers.get('sl-violations')?.matchAll(/"message":"([^"]+)"/g) ?? []) : [];
  const isFake = raw.headers.get('x-kobble-fake') === '1' && (isLocal || raw.url === ''); // in process it has no URL
  const reason = isFake && isObject(body) ? body['message'] : Array.from(violations, ([, text]) => text).join('; ');
  if (typeof reason !== 'string' || reason === '') return '';
  return `: ${shown(reason)}`;
}

/** Returns the error for an attempt that ended without a response, or whose body broke off. */
export function attemptError(progress: Progress, thrown: unknown): ConnectionError {
  const { call, response } = progress;
  const reason = response === undefined ? notSentReason(thrown, call.operation.method, call.url) : undefined;
  const code = reason ?? 'connection_failed';
  return new ConnectionError(`${endpointOf(call)} → no response (${code.replaceAll('_', ' ')})`, {
    ...brokenFactsOf(progress),
    code,
    outcome: outcomeOf(progress, reason === undefined ? 'unknown' : 'not-sent'),
    cause: safeCause(thrown),
  });
}

/** Returns the error for a timeout of one attempt, or of the call if its deadline came first. */
export function timeoutError(
  progress: Progress,
  code: 'attempt_timeout' | 'deadline_exceeded',
  outcome: Outcome,
): TimeoutError {
  const { call } = progress;
  const limit = code === 'attempt_timeout' ? call.timeoutMs : call.deadlineMs;
  return new TimeoutError(`${endpointOf(call)} → no response within ${limit} ms`, {
    ...brokenFactsOf(progress),
    code,
    outcome: outcomeOf(progress, outcome),
  });
}

/** Returns the error for a call that the caller's signal, or the end of the client, has ended. */
export const abortedError = (progress: Progress, outcome: Outcome, reason: unknown): AbortedError =>
  new AbortedError(`${endpointOf(progress.call)} → aborted by the caller`, {
    ...brokenFactsOf(progress),
    code: 'aborted',
    outcome: outcomeOf(progress, outcome),
    cause: safeCause(reason),
  });

/** Returns the error for a call that was not sent because there is no token. */
export function tokenError(progress: Progress, thrown: unknown): AuthenticationError {
  const failure = thrown instanceof ResponseError ? thrown : undefined;
  const why = isKobbleError(thrown) ? `: ${thrown.message}` : '';
  return new AuthenticationError(`${endpointOf(progress.call)} → no token${why}`, {
    ...factsOf(progress),
    code: 'token_unavailable',
    status: failure?.status ?? 0,
    headers: failure?.headers ?? new Headers(),
    body: failure?.body,
    requestId: failure?.requestId,
    retryAfterMs: failure?.retryAfterMs,
    outcome: outcomeOf(progress, 'not-sent'),
    cause: safeCause(thrown),
  });
}

/**
 * Returns the error for a 2xx response that cannot be used; `why` continues the sentence "GET /path → answered, but …". It
 * has no parser error as its cause: that quotes the body.
 */
export function decodeError(progress: Progress, code: string, why: string, received?: BufferedResponse): DecodeError {
  const { call, response } = progress;
  return new DecodeError(`${endpointOf(call)} → answered, but ${why}`, {
    ...brokenFactsOf(progress),
    code,
    outcome: 'unknown',
    status: response?.status ?? 0,
    headers: response?.headers ?? new Headers(),
    body: received && jsonOrText(received),
  });
}
