import { headersOf, positive, retryPolicyOf } from './config.js';
import type { CallFacts } from './errors.js';
import { checkIdempotencyKey, IDEMPOTENCY_KEY, newIdempotencyKey } from './idempotency.js';
import type { Operation } from './schema.js';

/** What a caller may set for one call; it goes before the client's own options. */
export interface CallOptions {
  /** The key of this logical call, a UUID version 4. Default: a new one, where the operation takes a key. */
  idempotencyKey?: string | undefined;
  /** Ends the call at once, a wait between attempts too; its own reason is what the call rejects with. */
  signal?: AbortSignal | undefined;
  /** Bounds one attempt, its body included, in milliseconds. */
  timeoutMs?: number | undefined;
  /** Bounds the whole call in milliseconds: token, attempts, bodies and waits. */
  deadlineMs?: number | undefined;
  /** Narrows or widens what is retried. */
  retry?: RetryOptions | undefined;
  /** Further headers; a null takes one of the client's away. */
  headers?: Readonly<Record<string, string | null | undefined>> | undefined;
}

/** What a call carries, whoever makes it. */
export interface Values {
  path?: Readonly<Record<string, unknown>> | undefined;
  query?: Readonly<Record<string, unknown>> | undefined;
  body?: unknown;
}

/** Narrows or widens what is retried. What could double an effect is never retried, whatever is said here. */
export interface RetryOptions {
  /** The statuses worth another try. Default: 408, 425, 429, 500, 502, 503, 504. Never 409 or 422. */
  statuses?: readonly number[] | undefined;
  /** How many attempts may follow the first. Default: as many as fit the deadline. 0 turns retries off. */
  maxRetries?: number | undefined;
}

/** How often, and on which statuses, a call is repeated. */
export interface RetryPolicy {
  readonly statuses: ReadonlySet<number>;
  readonly maxRetries: number;
}

/** One logical call under way: what is sent, its bounds, and what has become of it so far. */
export interface Call {
  readonly operation: Operation;
  readonly idempotencyKey: string | undefined;
  readonly signal: AbortSignal | undefined;
  readonly timeoutMs: number;
  readonly deadlineMs: number;
  readonly retry: RetryPolicy;
  /** All but the token. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  /** How many times it was sent. */
  attempts: number;
  /** What the last attempt was answered, as far as it was: it names the request. */
  response: Response | undefined;
  /** An attempt so far may have been carried out without our learning of it. */
  uncertain: boolean;
}

/** What a call takes from its client where it says nothing itself. */
export type CallDefaults = Pick<Call, 'timeoutMs' | 'deadlineMs' | 'retry' | 'headers'>;

/** A call about to be sent; its options are checked, and it has its key. */
export function newCall(defaults: CallDefaults, operation: Operation, options: CallOptions, body?: string): Call {
  const { idempotencyKey, signal, timeoutMs, deadlineMs, retry } = options;
  if (idempotencyKey !== undefined) checkIdempotencyKey(idempotencyKey);
  const key = idempotencyKey ?? (operation.retry === 'keyed' ? newIdempotencyKey() : undefined);
  const headers: Record<string, string> = { ...defaults.headers };
  if (options.headers !== undefined) setHeaders(headers, options.headers);
  if (key !== undefined) headers[IDEMPOTENCY_KEY] = key;
  if (body !== undefined) headers['content-type'] ??= 'application/json';
  return {
    operation,
    idempotencyKey: key,
    signal,
    timeoutMs: timeoutMs === undefined ? defaults.timeoutMs : positive('timeoutMs', timeoutMs),
    deadlineMs: deadlineMs === undefined ? defaults.deadlineMs : positive('deadlineMs', deadlineMs),
    retry: retryPolicyOf(retry, defaults.retry),
    headers,
    body,
    attempts: 0,
    response: undefined,
    uncertain: false,
  };
}

function setHeaders(headers: Record<string, string>, changes: NonNullable<CallOptions['headers']>): void {
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) delete headers[name.toLowerCase()];
    else if (value !== undefined) Object.assign(headers, headersOf('headers', { [name]: value }));
  }
}

export const endpointOf = ({ operation }: Call): string => `${operation.method} ${operation.path}`;

/** What an error says of the call it ends. */
export const factsOf = (call: Call): CallFacts => ({
  operationId: call.operation.id,
  endpoint: endpointOf(call),
  idempotencyKey: call.idempotencyKey,
  attempts: call.attempts,
});
