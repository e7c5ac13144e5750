import type { Environment } from './contract/operations.js';
import type { Hooks, Logger, LoggerWithLog, LogLevel } from './hooks.js';
import type { Clock } from './time.js';

/** Options of `createKobbleClient`. Each may be left out if a `KOBBLE_*` variable sets it; options take precedence. */
export interface KobbleClientOptions {
  /**
   * A documented host of Kobble. The host of production is not documented: give its `baseUrl` instead.
   * Variable `KOBBLE_ENVIRONMENT`.
   */
  environment?: Environment | undefined;
  /** URL of the API, instead of `environment`. Must be https except for loopback hosts. Variable `KOBBLE_BASE_URL`. */
  baseUrl?: string | undefined;
  /**
   * URL of the token endpoint. Default: `oauth2/token` under the base URL. Kobble's pages also mention a Cognito host that
   * each customer is given. Variable `KOBBLE_TOKEN_URL`, which is read only if the base URL or the credentials come from
   * variables too.
   */
  tokenUrl?: string | undefined;
  /** Variable `KOBBLE_CLIENT_ID`. */
  clientId?: string | undefined;
  /**
   * Sent to `tokenUrl` only, and never shown. A function is called for each token request, for a secret that is replaced
   * while the client runs. If it fails, calls reject with an `AuthenticationError` whose cause has the code
   * `client_secret_unavailable`. Variable `KOBBLE_CLIENT_SECRET`.
   */
  clientSecret?: string | (() => string | Promise<string>) | undefined;
  /** `client/read`, `client/write`, `administrator/read`, `administrator/write`. Variable `KOBBLE_SCOPE`, separated by spaces. */
  scope?: string | readonly string[] | undefined;
  /** A token, or a function that returns one for each call, instead of credentials. */
  token?: string | (() => string | Promise<string>) | undefined;
  /** Store in which processes share one token. Default: each client keeps its own token in memory. */
  tokenStore?: TokenStore | undefined;
  /**
   * Sends the requests. It is given a URL string and a plain init. Default: the platform's `fetch`. On Node, `undiciFetch`
   * of `kobble-client/undici` is faster.
   */
  fetch?: ((url: string, init: RequestInit) => Promise<Response>) | undefined;
  /**
   * Headers of every call to the API. Token requests do not get them. On Node, Bun and Deno, `user-agent` names this library
   * and its version if it is not set here.
   */
  headers?: Readonly<Record<string, string>> | undefined;
  /** Time limit of one attempt including its body, in milliseconds. Default 30 000. */
  timeoutMs?: number | undefined;
  /**
   * Time limit of a call: token, attempts, bodies and waits. In milliseconds, default 60 000. A token request has 90 % of
   * it, so that the calls that wait for the token can say why there is none.
   */
  deadlineMs?: number | undefined;
  /** Maximum size of a response, in bytes after decompression. Default 10 MiB. A larger one is a `DecodeError`. */
  maxResponseBytes?: number | undefined;
  /** Narrows or widens what is retried. */
  retry?: RetryOptions | undefined;
  /** Refuses every call that is no GET, with a `ConfigError` (code `read_only`) before anything is sent. Default false. */
  readOnly?: boolean | undefined;
  /**
   * Puts the reason that the server states in the body of an error into `error.detail`: `detail` or `title` of RFC 9457,
   * `message`, or text. It is cut and redacted, but may name persons. Default false: no word of Kobble is shown. The
   * fake and the mock say in the message why they refused a request, whatever is set here.
   */
  errorDetails?: boolean | undefined;
  /**
   * Called with each request for a token, as a promise that never rejects. Pass the platform's own if it stops the work of a
   * request that has ended, though others may wait for it: `waitUntil` of `cloudflare:workers`. Default: not called.
   */
  waitUntil?: ((renewal: Promise<unknown>) => void) | undefined;
  /** Receiver of log lines: pino, winston, that of NestJS, or any other with these methods. Default: `console`. */
  logger?: Logger | LoggerWithLog | undefined;
  /**
   * Default `warn`: failures of token renewals and of the token store. `info` adds retries, `debug` every attempt.
   * Variable `KOBBLE_LOG`.
   */
  logLevel?: LogLevel | undefined;
  /** Functions called during every call, for metrics and traces. Several sets are called in this order. */
  hooks?: Hooks | readonly Hooks[] | undefined;
  /** Source of time and chance, for tests: `fake.clientOptions()` has one on which waits take no time. Default: the platform's. */
  clock?: Clock | undefined;
}

/** Options of one call. They take precedence over those of the client. */
export interface CallOptions {
  /** Ends the call at once, also during a wait between attempts. The call then rejects with an `AbortedError`. */
  signal?: AbortSignal | undefined;
  /** Time limit of one attempt including its body, in milliseconds. */
  timeoutMs?: number | undefined;
  /** Time limit of the call in milliseconds: token, attempts, bodies and waits. */
  deadlineMs?: number | undefined;
  /** Narrows or widens what is retried. */
  retry?: CallRetryOptions | undefined;
  /** Additional headers. `null` removes a header of the client. */
  headers?: Readonly<Record<string, string | null | undefined>> | undefined;
  /**
   * Fields to send beside those of the body, for what a page may list and the contract does not have. They are not checked.
   * A field that the body has is refused.
   */
  extraBody?: Readonly<Record<string, unknown>> | undefined;
  /** A value of yours that the hooks are given with each event of this call. It is not sent, logged or read. */
  context?: unknown;
}

/** Options of one call of an operation that takes an idempotency key. */
export interface KeyedCallOptions extends CallOptions {
  /** Idempotency key of the call, a UUID version 4. Default: a new one. */
  idempotencyKey?: string | undefined;
}

/** Narrows or widens what is retried. A call that could take effect twice is never retried, whatever is set here. */
export interface RetryOptions {
  /** The statuses that are retried. Default: 408, 425, 429, and every 5xx but 501 and 505. 409 and 422 are not allowed. */
  statuses?: readonly number[] | undefined;
  /** Maximum number of retries. Default: as many as fit the deadline, and 2 after a 500. 0 turns retries off. */
  maxRetries?: number | undefined;
  /**
   * Whether retries wait together for a sign of life once the last 20 attempts of the client have failed, so that an outage is
   * not multiplied. Default true. Set false where work stops once a request has ended, as in Workers: others may wait for it.
   */
  together?: boolean | undefined;
}

/** Narrows or widens what is retried of one call. */
export interface CallRetryOptions extends RetryOptions {
  /**
   * Declares that a write without an idempotency key may be carried out more than once, so that it is retried as a read
   * is. A repeated update can undo what somebody else has set in between. Default false.
   */
  repeatable?: boolean | undefined;
}

/** Options of `kobble.close`. */
export interface CloseOptions {
  /**
   * Time after which calls that are still in progress are aborted, in milliseconds; 0 aborts them at once. Each then rejects
   * with an `AbortedError`. Default: none, since each call ends by its own deadline.
   */
  timeoutMs?: number | undefined;
}

/** Input and options of `kobble.request`. */
export interface RequestInput extends KeyedCallOptions {
  /** Values of the `{placeholders}` in the path. */
  path?: Readonly<Record<string, string>> | undefined;
  query?: Readonly<Record<string, string | number | boolean | undefined>> | undefined;
  /** Sent as JSON. */
  body?: unknown;
}

/** Init of `kobble.fetch`: that of `fetch`, and options of a call. Redirects are never followed, whatever it says. */
export interface KobbleFetchInit
  extends RequestInit, Pick<CallOptions, 'timeoutMs' | 'deadlineMs' | 'retry' | 'context'> {}

/** A token in a {@link TokenStore}. It is a secret: whoever reads the store can act as the client. */
export interface StoredToken {
  readonly accessToken: string;
  /** Lifetime in seconds, absent if Kobble did not state it. */
  readonly expiresIn?: number | undefined;
  /** Milliseconds since 1970. */
  readonly obtainedAt: number;
}

/** Store of values by key, the `get` and `set` of a Keyv. */
export interface KeyValueStore<Value, Read = Value | undefined | null> {
  get(key: string): Promise<Read> | Read;
  /** Stores the value for this many milliseconds, or without limit if undefined. */
  set(key: string, value: Value, ttlMs?: number): unknown;
}

/**
 * Store in which processes share one token: the `get/set/delete` of a Keyv, and an optional lock that lets only one of
 * them request a token. If the store fails or is slow, each process gets a token of its own, and one warning is logged.
 */
export interface TokenStore extends KeyValueStore<StoredToken> {
  delete(key: string): unknown;
  /** Waits until no other process holds the lock of this key. Resolves to a function that releases it. */
  lock?(key: string): Promise<() => unknown>;
}
