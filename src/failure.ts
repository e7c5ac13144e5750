import { apiError, ApiError, AuthenticationError } from './api-error.js';
import { UnreadableBody, type Answer } from './answer.js';
import { endpointOf, factsOf, type Call } from './call.js';
import { loggable } from './cause.js';
import { ConnectionError, DecodeError, isKobbleError, TimeoutError, type Outcome } from './errors.js';
import { parseRetryAfter } from './retry-after.js';

/** Fixed phrases: HTTP/2 sends none, and what a server writes there has no place in a log. */
const PHRASES: Record<number, string> = {
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

/** Gateways in front of an API name a request by one of these; which of them Kobble sends is not documented. */
const REQUEST_ID_HEADERS = ['x-request-id', 'x-amzn-requestid', 'x-amz-apigw-id', 'x-correlation-id'];

/** Codes of a request that never left: Node's, then Bun's and Deno's words for the same. */
const NOT_SENT: Record<string, string> = {
  ECONNREFUSED: 'connection_refused',
  ConnectionRefused: 'connection_refused',
  ENOTFOUND: 'name_not_resolved',
  EAI_AGAIN: 'name_not_resolved',
  UND_ERR_CONNECT_TIMEOUT: 'connect_timeout',
};
const TLS_FAILURE = /^(ERR_TLS|ERR_SSL|CERT_|UNABLE_TO_|SELF_SIGNED|DEPTH_ZERO)/;

/** What the call may say of itself at its end: once an attempt was uncertain, a later refusal does not undo it. */
const outcomeOf = (call: Call, outcome: Outcome): Outcome => (call.uncertain ? 'unknown' : outcome);

export const requestIdOf = (headers: Headers): string | undefined => {
  for (const name of REQUEST_ID_HEADERS) {
    const value = headers.get(name);
    if (value !== null && /^[\w.:=+/-]{1,128}$/.test(value)) return value;
  }
  return undefined;
};

/** What is known of a call whose last attempt came to nothing: an answer that broke off, too, has named the request. */
const brokenFactsOf = (call: Call) => ({
  ...factsOf(call),
  requestId: call.response && requestIdOf(call.response.headers),
});

/** The wait an answer asks for: only 429 and 503 are taken at their word. */
export const retryAfterOf = ({ status, response }: Answer, wallClockMs: number): number | undefined =>
  status === 429 || status === 503 ? parseRetryAfter(response.headers.get('retry-after'), wallClockMs) : undefined;

/** True where a status leaves open whether the operation was carried out. */
export const isUncertain = (status: number, retryAfterMs: number | undefined): boolean =>
  status === 408 || (status >= 500 && retryAfterMs === undefined);

/** The error for an answer that is not ok. */
export function answerError(call: Call, answer: Answer, body: unknown, retryAfterMs: number | undefined): ApiError {
  const { status, response } = answer;
  return apiError(`${endpointOf(call)} → ${`${status} ${PHRASES[status] ?? ''}`.trim()}`, {
    ...factsOf(call),
    status,
    headers: response.headers,
    body,
    requestId: requestIdOf(response.headers),
    retryAfterMs,
    outcome: outcomeOf(call, isUncertain(status, retryAfterMs) ? 'unknown' : 'rejected'),
  });
}

/** The error for an attempt that ended without an answer to go by. */
export function attemptError(call: Call, thrown: unknown, token: string | undefined): ConnectionError | DecodeError {
  if (thrown instanceof UnreadableBody) return decodeError(call, thrown.code, thrown.message);
  const reason = codesOf(thrown).map((code) => NOT_SENT[code] ?? (TLS_FAILURE.test(code) ? 'tls_failed' : undefined));
  const code = reason.find((found) => found !== undefined);
  return new ConnectionError(
    `${endpointOf(call)} → no answer (${(code ?? 'connection_failed').replaceAll('_', ' ')})`,
    {
      ...brokenFactsOf(call),
      code: code ?? 'connection_failed',
      outcome: outcomeOf(call, code === undefined ? 'unknown' : 'not-sent'),
      cause: loggable(thrown, call, token),
    },
  );
}

/** Time was up: for one attempt, or, where the call's deadline cut it short, for the call. */
export function timeoutError(
  call: Call,
  code: 'attempt_timeout' | 'deadline_exceeded',
  outcome: Outcome,
): TimeoutError {
  const bound = code === 'attempt_timeout' ? call.timeoutMs : call.deadlineMs;
  return new TimeoutError(`${endpointOf(call)} → no answer within ${bound} ms`, {
    ...brokenFactsOf(call),
    code,
    outcome: outcomeOf(call, outcome),
  });
}

/** The call was never sent, since there was no token for it; `cause` says why. */
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
    cause,
  };
  return new AuthenticationError(`${endpointOf(call)} → no token${why}`, facts, 'token_unavailable');
}

/** The error for a 2xx that cannot be used. No cause: a JSON parser's message quotes the body. */
export function decodeError(call: Call, code: string, why: string): DecodeError {
  return new DecodeError(`${endpointOf(call)} → answered, but ${why}`, {
    ...brokenFactsOf(call),
    code,
    outcome: 'unknown',
  });
}

/** The codes along a chain of causes, those of a failed race of addresses (an `AggregateError`) too. */
function codesOf(thrown: unknown): string[] {
  const codes: string[] = [];
  for (let error = thrown, depth = 0; typeof error === 'object' && error !== null && depth < 5; depth++) {
    if ('code' in error && typeof error.code === 'string') codes.push(error.code);
    error = 'cause' in error ? error.cause : undefined;
  }
  return codes;
}
