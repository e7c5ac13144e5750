import { checkHeaders, checkPositive } from '../checks.js';
import type { Operation } from '../contract/operations.js';
import type { CallFacts } from '../errors/kobble-error.js';
import { checkIdempotencyKey, IDEMPOTENCY_KEY, newIdempotencyKey } from '../idempotency.js';
import type { CallOptions } from '../options.js';
import { readRetryPolicy, type RetryPolicy } from './retry.js';

/** One call in progress: what is sent, its limits, and its state so far. */
export interface Call {
  readonly operation: Operation;
  readonly idempotencyKey: string | undefined;
  readonly signal: AbortSignal | undefined;
  readonly timeoutMs: number;
  readonly deadlineMs: number;
  readonly retry: RetryPolicy;
  /** All headers except the token. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  /** Number of times it was sent. */
  attempts: number;
  /** Response of the last attempt, as soon as it begins: it has the request id. */
  response: Response | undefined;
  /** True if an attempt may have been carried out without a response that says so. */
  uncertain: boolean;
}

/** The client's values of the options that a call leaves out. */
export type CallDefaults = Pick<Call, 'timeoutMs' | 'deadlineMs' | 'retry' | 'headers'>;

/** Checks the options of a call and gives the call its idempotency key. */
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
    timeoutMs: timeoutMs === undefined ? defaults.timeoutMs : checkPositive('timeoutMs', timeoutMs),
    deadlineMs: deadlineMs === undefined ? defaults.deadlineMs : checkPositive('deadlineMs', deadlineMs),
    retry: readRetryPolicy(retry, defaults.retry),
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
    else if (value !== undefined) Object.assign(headers, checkHeaders('headers', { [name]: value }));
  }
}

/** Returns verb and path template, the name of a call in errors and logs. */
export const endpointOf = ({ operation }: Call): string => `${operation.method} ${operation.path}`;

/** Returns the facts that an error states about its call. */
export const factsOf = (call: Call): CallFacts => ({
  operationId: call.operation.id,
  endpoint: endpointOf(call),
  idempotencyKey: call.idempotencyKey,
  attempts: call.attempts,
});
