import { checkHeaders, checkPositive, isObject, ownCopy } from '../checks.js';
import type { Operation, RetryClass } from '../contract/operations.js';
import { ConfigError, type CallFacts } from '../errors/kobble-error.js';
import type { CallEvent } from '../hooks.js';
import { checkIdempotencyKey, newIdempotencyKey } from '../idempotency.js';
import type { CallOptions, KeyedCallOptions } from '../options.js';
import { readRetryPolicy, type RetryPolicy } from './retry.js';

/** One call in progress: what is sent, its limits, and its state so far. */
export interface Call {
  readonly operation: Operation;
  readonly retryClass: RetryClass;
  readonly idempotencyKey: string | undefined;
  /** Replaced by one that has aborted if the client is closed before the call has ended. */
  signal: AbortSignal | undefined;
  readonly timeoutMs: number;
  readonly deadlineMs: number;
  readonly retry: RetryPolicy;
  /** The headers of client and call. Key and token are added to each attempt. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  /** A value of the caller for hooks. */
  readonly context: unknown;
  /** Number of times it was sent. */
  attempts: number;
  /** Token of the last attempt. */
  token: string | undefined;
  /** Response of the last attempt, as soon as it begins: it has the request id. */
  response: Response | undefined;
  /** True if an attempt may have been carried out without a response that says so. */
  uncertain: boolean;
  /** The parts of an event that all hooks of the call are told, once it has started. Undefined without hooks. */
  watched: { readonly event: CallEvent; readonly startedAt: number } | undefined;
  /** Headers that hooks have added to the last attempt. */
  addedHeaders: Readonly<Record<string, string>> | undefined;
  /** Ends the wait in progress, if there is one, because `signal` has aborted. */
  interrupt: (() => void) | undefined;
}

/** The client's values of the options that a call leaves out. */
export type CallDefaults = Pick<Call, 'timeoutMs' | 'deadlineMs' | 'retry' | 'headers'>;

/** Checks the options of a call and gives the call its idempotency key. */
export function newCall(
  defaults: CallDefaults,
  operation: Operation,
  options: KeyedCallOptions = {},
  body?: string,
): Call {
  const { idempotencyKey, signal, timeoutMs, deadlineMs, headers, context, retry: given } = ownOptions(options);
  const retry = given === undefined ? undefined : ownOptions(given);
  if (signal !== undefined) checkSignal(signal);
  return {
    operation,
    retryClass: operation.retry === 'never' && retry?.repeatable === true ? 'safe' : operation.retry,
    idempotencyKey: keyOf(operation, idempotencyKey),
    signal,
    timeoutMs: timeoutMs === undefined ? defaults.timeoutMs : checkPositive('timeoutMs', timeoutMs),
    deadlineMs: deadlineMs === undefined ? defaults.deadlineMs : checkPositive('deadlineMs', deadlineMs),
    retry: readRetryPolicy(retry, defaults.retry),
    headers: headers === undefined ? defaults.headers : changeHeaders(defaults.headers, headers),
    body,
    context,
    attempts: 0,
    token: undefined,
    response: undefined,
    uncertain: false,
    watched: undefined,
    addedHeaders: undefined,
    interrupt: undefined,
  };
}

/** Returns a copy of options that has only their own properties. */
export function ownOptions<T extends object>(options: T): T {
  if (isObject(options)) return ownCopy<T>(options);
  throw new ConfigError('invalid_options', 'the options of a call must be an object');
}

function checkSignal(signal: unknown): void {
  if (isObject(signal) && typeof signal['aborted'] === 'boolean' && 'addEventListener' in signal) return;
  throw new ConfigError('invalid_signal', 'signal must be an AbortSignal');
}

/** Returns the key of a call. An operation that takes none is given none: an error would say to repeat with it. */
function keyOf(operation: Operation, given: unknown): string | undefined {
  if (given === undefined) return operation.retry === 'keyed' ? newIdempotencyKey() : undefined;
  checkIdempotencyKey(given);
  if (operation.retry === 'keyed' || operation.id === undefined) return given;
  throw new ConfigError('idempotency_key_not_supported', `${operation.id} takes no idempotency key`);
}

function changeHeaders(headers: Call['headers'], changes: NonNullable<CallOptions['headers']>): Call['headers'] {
  if (!isObject(changes) || Symbol.iterator in changes) {
    throw new ConfigError('invalid_headers', 'headers must be an object of names and values');
  }
  const changed = { ...headers };
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) delete changed[name.toLowerCase()];
    else if (value !== undefined) Object.assign(changed, checkHeaders('headers', { [name]: value }));
  }
  return changed;
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
