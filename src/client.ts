import type { ApiPromise } from './api-promise.js';
import { clientCredentialsTokens } from './auth/client-credentials.js';
import { callersToken } from './auth/token.js';
import { checkPositive, own } from './checks.js';
import { readConfig } from './config.js';
import type { Verb } from './contract/operations.js';
import { Observer } from './http/observer.js';
import type { TokenSource } from './http/call.js';
import { Sender } from './http/send.js';
import { Transport, type KobbleFetch } from './http/transport.js';
import type { CloseOptions, KobbleClientOptions, RequestInput } from './options.js';
import { Resources } from './resources/index.js';

/** Client of one Kobble environment. Make one per environment and keep it: it holds the token. */
export class KobbleClient extends Resources {
  /** URL of the API, without a slash at its end. */
  readonly baseUrl: string;
  /**
   * Sends a request as the platform's `fetch` does, with the client's token, keys, retries, limits and hooks: for clients
   * that are generated from `kobble-client/openapi.json`, or any other that takes a `fetch`. The operation is recognised by
   * verb and URL. Resolves to a `Response` whatever its status; `callOf(response)` returns the facts of its call.
   *
   * @throws ConfigError if the URL is not below `baseUrl`, and the errors of every call if there is no response.
   */
  readonly fetch: KobbleFetch;
  readonly #transport: Transport;
  readonly #sender: Sender;
  readonly #tokens: TokenSource;

  /** @throws TypeError that names the first wrong or missing option. */
  constructor(options: KobbleClientOptions = {}) {
    const { baseUrl, token, credentials, logger, logLevel, hooks, callDefaults, ...config } = readConfig(options);
    const { clock } = config;
    const observer = new Observer(clock, logger, logLevel, hooks);
    const sender = new Sender({ ...config, observer });
    const tokens = credentials ? clientCredentialsTokens(credentials, sender, callDefaults) : callersToken(token);
    const transport = new Transport(baseUrl, sender, tokens, callDefaults);
    super(transport.send);
    this.baseUrl = baseUrl;
    this.fetch = transport.fetch;
    this.#sender = sender;
    this.#tokens = tokens;
    this.#transport = transport;
    // Where the platform lacks the symbol, under the name that Babel and esbuild look for when they compile `await using`.
    const { asyncDispose = Symbol.for('Symbol.asyncDispose') } = Symbol as { asyncDispose?: symbol };
    Object.defineProperty(this, asyncDispose, { value: () => this.close() });
  }

  /**
   * Calls an endpoint that the contract does not have yet, through the same tokens and retries. A write other than DELETE
   * to an unknown path is retried only if it cannot have been carried out, with or without a key. Write ids as
   * `{placeholders}` with values in `path`: they are then encoded, and do not appear in errors and logs.
   */
  request(method: Verb, path: string, input: RequestInput = {}): ApiPromise<unknown> {
    return this.#transport.request(method, path, input);
  }

  /**
   * Ends the client's work, for a process that is about to exit. New calls are refused with a `ConfigError` (code
   * `client_closed`), background renewals of the token stop, and the promise resolves once the calls in progress have
   * ended. Can be called again, for example to shorten the time.
   */
  async close(options: CloseOptions = {}): Promise<void> {
    const timeoutMs = own(options, 'timeoutMs');
    if (timeoutMs !== undefined && timeoutMs !== 0) checkPositive('timeoutMs', timeoutMs);
    this.#tokens.stop?.();
    await this.#sender.close(timeoutMs);
  }
}

/**
 * The method of `await using`, if the `lib` of the caller's project has its symbol. (To name the symbol would require that
 * of everyone.)
 */
export type ClosedByUsing = SymbolConstructor extends { readonly asyncDispose: infer Key extends symbol }
  ? { readonly [K in Key]: () => Promise<void> }
  : object;

/** A client that `await using` can close. It has a name so that declarations of callers can refer to it. */
export interface ClosableClient extends KobbleClient, ClosedByUsing {}

/**
 * Creates a client. Each option may be left out if a `KOBBLE_*` variable sets it. `await using` closes it at the end of its
 * block.
 *
 * @throws TypeError that names the first wrong or missing option.
 */
export function createKobbleClient(options: KobbleClientOptions = {}): ClosableClient {
  return new KobbleClient(options) as ClosableClient; // its constructor adds the method
}
