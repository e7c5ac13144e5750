import type { RetryOptions } from './call.js';
import type { Hooks, Logger, LogLevel } from './observe.js';
import type { Environment } from './schema.js';
import type { TokenStore } from './token-store.js';

/**
 * What `createKobbleClient` takes. Everything can be left out that a `KOBBLE_*` variable says; an option goes before
 * its variable.
 */
export interface KobbleClientOptions {
  /** Which of Kobble's documented hosts to call. Production's is not documented: give its `baseUrl`. Variable `KOBBLE_ENVIRONMENT`. */
  environment?: Environment | undefined;
  /** Where the API is, instead of `environment`; https, loopback aside. Variable `KOBBLE_BASE_URL`. */
  baseUrl?: string | undefined;
  /**
   * Where tokens are requested. Default: `oauth2/token` under the base URL. Kobble's pages also speak of a Cognito host
   * that the customer is given. Variable `KOBBLE_TOKEN_URL`.
   */
  tokenUrl?: string | undefined;
  /** Variable `KOBBLE_CLIENT_ID`. */
  clientId?: string | undefined;
  /** Sent to `tokenUrl` only, and shown nowhere. Variable `KOBBLE_CLIENT_SECRET`. */
  clientSecret?: string | undefined;
  /** `client/read`, `client/write`, `administrator/read`, `administrator/write`. Variable `KOBBLE_SCOPE`, separated by spaces. */
  scope?: string | readonly string[] | undefined;
  /** Instead of credentials: a fixed token, or a function that each call asks for one. */
  token?: string | (() => string | Promise<string>) | undefined;
  /** Where processes share one token. Default: each client keeps its own, in memory. */
  tokenStore?: TokenStore | undefined;
  /** What sends the requests. Default: the platform's `fetch`. It is given a URL string and a plain init. */
  fetch?: ((url: string, init: RequestInit) => Promise<Response>) | undefined;
  /** Headers of every call to the API (not of token requests). */
  headers?: Readonly<Record<string, string>> | undefined;
  /** Bounds one attempt, its body included. Milliseconds, default 30 000. */
  timeoutMs?: number | undefined;
  /**
   * Bounds a whole call: token, attempts, bodies and waits. Milliseconds, default 60 000. A token request gives up after
   * nine tenths of it, so that the calls that wait for it can say why.
   */
  deadlineMs?: number | undefined;
  /** Largest answer that is read, in bytes after decompression. Default 10 MiB; more is a `DecodeError`. */
  maxResponseBytes?: number | undefined;
  /** Narrows or widens what is retried. */
  retry?: RetryOptions | undefined;
  /** Where log lines go. Default: `console`. */
  logger?: Logger | undefined;
  /** Default `warn`: a renewal or a token store that fails. `info` adds retries, `debug` every attempt. Variable `KOBBLE_LOG`. */
  logLevel?: LogLevel | undefined;
  /** Called along the way of every call: metrics, traces. */
  hooks?: Hooks | undefined;
}
