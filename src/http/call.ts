import { checkHeaders, checkPositive, isObject, ownCopy } from '../checks.js';
import type { Operation, RetryClass } from '../contract/operations.js';
import { ConfigError, type CallFacts } from '../errors/kobble-error.js';
import { redactText } from '../errors/redact-text.js';
import type { CallEvent } from '../hooks.js';
import { checkIdempotencyKey, newIdempotencyKey } from '../idempotency.js';
import type { CallOptions, KeyedCallOptions } from '../options.js';
import { readRetryPolicy, type RetryPolicy } from './retry.js';

/** A call: what is sent, and its limits. */
export interface Call {
  readonly operation: Operation;
  readonly url: string;
  readonly retryClass: RetryClass;
  readonly idempotencyKey: string | undefined;
  readonly signal: AbortSignal | undefined;
  readonly timeoutMs: number;
  readonly deadlineMs: number;
  readonly retry: RetryPolicy;
  /** The headers of client and call. Key and token are added to each attempt. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  /** A value of the caller for hooks. */
  readonly context: unknown;
  /** True if the server's reason of an error is put into the error. */
  readonly errorDetails: boolean;
}

/** What has happened to a call so far, for those who tell of it. Only `http/send.ts` changes it. */
export interface Progress {
  readonly call: Call;
  /** Number of times it was sent. */
  readonly attempts: number;
  /** Headers of the last attempt: those of the call, key, token, and what hooks have added. */
  readonly sentHeaders: Readonly<Record<string, string>>;
  /** Response of the last attempt, as soon as it begins: it has the request id. */
  readonly response: Response | undefined;
  /** True if an attempt may have been carried out without a response that says so. */
  readonly isUncertain: boolean;
  /** The parts of an event that all hooks of the call are told. Undefined without hooks. */
  readonly watched: Watched | undefined;
}

/** A call that hooks are told of. */
export interface Watched {
  readonly event: CallEvent;
  readonly startedAt: number;
}

/** Source of the bearer token of a call. */
export interface TokenSource {
  /** Returns the token that can be used at once, if there is one. */
  current(): string | undefined;
  /** Waits for a token. All who wait share one request. It ends when all of them have given up, which `signal` tells. */
  obtain(signal: AbortSignal): Promise<string>;
  /** Notes that Kobble accepted a token. */
  accept(token: string): void;
  /**
   * Discards a token that Kobble refused. Returns true if the call is to be replayed with another one: once, and a second
   * time if the one that was refused last came from a store. `replays` says how often it was.
   */
  drop(token: string, replays: number): boolean;
  /** Stops background renewals. */
  stop?(): void;
}

/** The client's values of the options that a call leaves out. */
export interface CallDefaults extends Pick<Call, 'timeoutMs' | 'deadlineMs' | 'retry' | 'headers' | 'errorDetails'> {
  /** True if nothing but a GET is sent. */
  readonly readOnly: boolean;
}

/** The parts of a call that are not options. */
export type CallParts = Pick<Call, 'operation' | 'url' | 'body'>;

/** Checks the options of a call and gives the call its idempotency key. */
export function newCall(defaults: CallDefaults, parts: CallParts, options?: KeyedCallOptions): Call {
  const { operation, url, body } = parts;
  if (defaults.readOnly && operation.method !== 'GET') throw new ConfigError('read_only', 'the client only reads');
  const own = options === undefined ? NO_OPTIONS : ownOptions(options);
  const retry = own.retry === undefined ? undefined : ownOptions(own.retry);
  if (own.signal !== undefined) checkSignal(own.signal);
  return {
    operation,
    url,
    retryClass: operation.retry === 'never' && retry?.repeatable === true ? 'safe' : operation.retry,
    idempotencyKey: keyOf(operation, own.idempotencyKey),
    signal: own.signal,
    timeoutMs: own.timeoutMs === undefined ? defaults.timeoutMs : checkPositive('timeoutMs', own.timeoutMs),
    deadlineMs: own.deadlineMs === undefined ? defaults.deadlineMs : checkPositive('deadlineMs', own.deadlineMs),
    retry: readRetryPolicy(retry, defaults.retry),
    headers: own.headers === undefined ? defaults.headers : changeHeaders(defaults.headers, own.headers),
    body,
    context: own.context,
    errorDetails: defaults.errorDetails,
  };
}

/** Every option of its own, so that none is read from `Object.prototype`. */
const NO_OPTIONS: KeyedCallOptions = {
  idempotencyKey: undefined,
  signal: undefined,
  timeoutMs: undefined,
  deadlineMs: undefined,
  retry: undefined,
  headers: undefined,
  context: undefined,
};

/** Returns a copy of options that has only their own properties. */
export function ownOptions<T extends object>(options: T): T {
  if (isObject(options)) return ownCopy<T>(options);
  throw new ConfigError('invalid_options', 'the options of a call must be an object');
}

function checkSignal(signal: unknown): void {
  if (isObject(signal) && typeof signal['aborted'] === 'boolean' && typeof signal['addEventListener'] === 'function')
    return;
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
export const factsOf = ({ call, attempts }: Progress): CallFacts => ({
  operationId: call.operation.id,
  endpoint: endpointOf(call),
  idempotencyKey: call.idempotencyKey,
  attempts,
});

/** Headers by which gateways name a request. Kobble does not document which one it sends. */
const REQUEST_ID_HEADERS = ['x-request-id', 'x-amzn-requestid', 'x-amz-apigw-id', 'x-correlation-id'];

/** Returns the request id of a response, if it has one of a plausible form that is not, and does not look like, a secret. */
export function requestIdOf({ response, call, sentHeaders }: Progress): string | undefined {
  if (response === undefined) return undefined;
  // The caller's own request id may come back.
  const sent = Object.keys(sentHeaders).map((name) => (REQUEST_ID_HEADERS.includes(name) ? '' : sentHeaders[name]));
  const quotable = [call.body, ...sent].join(' ');
  const isShown = (value: string): boolean =>
    /^[\w.:=+/-]{1,128}$/.test(value) &&
    redactText(value) === value &&
    // A server may give back what it was sent: the token, a header, or the client secret in a form.
    (value.length < 8 || ![value, encodeURIComponent(value)].some((text) => quotable.includes(text)));
  return REQUEST_ID_HEADERS.map((name) => response.headers.get(name) ?? '').find(isShown);
}
