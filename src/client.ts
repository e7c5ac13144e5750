import { callersToken, RenewedToken, type TokenSource } from './auth.js';
import type { ApiPromise } from './api-promise.js';
import { newCall, type CallDefaults, type CallOptions } from './call.js';
import { systemClock } from './clock.js';
import { baseUrlOf, credentialsOf, headersOf, logLevelOf, positive, retryPolicyOf, tokenUrlOf } from './config.js';
import { isKobbleError, nameOf } from './errors.js';
import { Observer } from './observe.js';
import type { KobbleClientOptions } from './options.js';
import { Beneficiaries } from './resources/beneficiaries.js';
import { CardPrograms } from './resources/card-programs.js';
import { Cards } from './resources/cards.js';
import { Clients } from './resources/clients.js';
import { Endusers } from './resources/endusers.js';
import { Relays } from './resources/relays.js';
import { Transactions } from './resources/transactions.js';
import { Wallets } from './resources/wallets.js';
import { Webhooks } from './resources/webhooks.js';
import type { Line } from './retry.js';
import { operationAt, type Verb } from './schema.js';
import { requestToken, tokenForm } from './token-request.js';
import { SharedTokens } from './token-store.js';
import { Transport, type TypedFetch } from './transport.js';

/** What a client does where neither an option nor a variable says otherwise. */
const DEFAULTS = {
  timeoutMs: 30_000,
  deadlineMs: 60_000,
  maxResponseBytes: 10 * 1024 * 1024,
  logLevel: 'warn',
  headers: { accept: 'application/json' },
  retry: { statuses: new Set([408, 425, 429, 500, 502, 503, 504]), maxRetries: Number.POSITIVE_INFINITY },
} as const;

/** A token request gives up before the calls that wait for it: what they reject with then says why. */
const TOKEN_DEADLINE_SHARE = 0.9;

/** What {@link KobbleClient.request} takes beside the options of any call. */
export interface RequestInput extends CallOptions {
  /** Values for the `{placeholders}` of the path. */
  path?: Readonly<Record<string, string>> | undefined;
  query?: Readonly<Record<string, string | number | boolean | undefined>> | undefined;
  /** Sent as JSON. */
  body?: unknown;
}

/** A client of one Kobble environment; make one and keep it. */
export class KobbleClient {
  readonly beneficiaries: Beneficiaries;
  readonly cardPrograms: CardPrograms;
  readonly cards: Cards;
  readonly clients: Clients;
  readonly endusers: Endusers;
  readonly relays: Relays;
  readonly transactions: Transactions;
  readonly wallets: Wallets;
  readonly webhooks: Webhooks;
  /** openapi-fetch's own typed calls, through the same tokens, keys and retries: `kobble.api.GET(path, init)`. */
  readonly api: TypedFetch;
  readonly #transport: Transport;

  constructor(transport: Transport) {
    this.#transport = transport;
    this.api = transport.typedFetch;
    this.beneficiaries = new Beneficiaries(transport.send);
    this.cardPrograms = new CardPrograms(transport.send);
    this.cards = new Cards(transport.send);
    this.clients = new Clients(transport.send);
    this.endusers = new Endusers(transport.send);
    this.relays = new Relays(transport.send);
    this.transactions = new Transactions(transport.send);
    this.wallets = new Wallets(transport.send);
    this.webhooks = new Webhooks(transport.send);
  }

  /**
   * Calls an endpoint whose page nobody has seen yet, through the same tokens and retries. A POST or PATCH to an unknown
   * path is repeated only where it cannot have been carried out, with or without a key. Write ids as `{placeholders}`
   * with `path` values: then they are encoded, and stay out of errors and logs.
   */
  request(method: Verb, path: string, input: RequestInput = {}): ApiPromise<unknown> {
    return this.#transport.requestUnknown(method, path, input);
  }
}

/**
 * Makes a client. Every option can come from a `KOBBLE_*` variable instead; a wrong or missing one throws a `TypeError`
 * that names it.
 */
export function createKobbleClient(options: KobbleClientOptions = {}): KobbleClient {
  const observer = new Observer(options.logger ?? console, logLevelOf(options, DEFAULTS.logLevel), options.hooks ?? {});
  const line: Line = {
    fetch: options.fetch ?? ((url, init) => fetch(url, init)),
    maxResponseBytes: positive('maxResponseBytes', options.maxResponseBytes ?? DEFAULTS.maxResponseBytes),
    clock: systemClock,
    observer,
  };
  const defaults: CallDefaults = {
    timeoutMs: positive('timeoutMs', options.timeoutMs ?? DEFAULTS.timeoutMs),
    deadlineMs: positive('deadlineMs', options.deadlineMs ?? DEFAULTS.deadlineMs),
    retry: retryPolicyOf(options.retry, DEFAULTS.retry),
    headers: { ...DEFAULTS.headers, ...headersOf('headers', options.headers ?? {}) },
  };
  const baseUrl = baseUrlOf(options);
  const tokens = tokenSourceOf(options, baseUrl, line, defaults);
  return new KobbleClient(new Transport(baseUrl, line, tokens, defaults));
}

/** The caller's own token, or one by client credentials. */
function tokenSourceOf(options: KobbleClientOptions, baseUrl: string, line: Line, defaults: CallDefaults): TokenSource {
  const credentials = credentialsOf(options);
  if (credentials === undefined) return callersToken(options.token ?? '');
  const { clock, observer } = line;
  const tokenUrl = tokenUrlOf(options, baseUrl);
  const form = tokenForm(credentials);
  const tokenDefaults = {
    ...defaults,
    deadlineMs: defaults.deadlineMs * TOKEN_DEADLINE_SHARE,
    headers: { ...DEFAULTS.headers, 'content-type': 'application/x-www-form-urlencoded' },
  };
  // The contract's POST without a key is `never`, but a token that is issued twice harms nobody.
  const operation = { ...operationAt('POST', '/oauth2/token'), retry: 'safe' } as const;
  const ask = () => requestToken(line, tokenUrl, newCall(tokenDefaults, operation, {}, form));
  const reasonOf = (error: unknown) => (isKobbleError(error) ? error.message : nameOf(error));
  const warn = (what: string) => (error: unknown) => observer.log('warn', () => `${what} (${reasonOf(error)})`);
  const { clientId, scope } = credentials;
  const key = `kobble-client:${tokenUrl}:${clientId}:${scope}`;
  const shared = options.tokenStore && new SharedTokens(options.tokenStore, key, clock, warn('the token store failed'));
  return new RenewedToken(ask, shared, clock, warn('a token could not be renewed; the old one is used while it lasts'));
}
