import type { ClientCredentials } from './auth/client-credentials.js';
import {
  checkBoolean,
  checkEndpoint,
  checkFunctions,
  checkHeaders,
  checkPositive,
  isHeaderValue,
  optionError,
  ownCopy,
} from './checks.js';
import { environments } from './contract/operations.js';
import { describeForeign } from './errors/foreign.js';
import { ConfigError } from './errors/kobble-error.js';
import { HOOK_NAMES, LOG_LEVELS, loggerMethods, type AnyLogger, type Hooks, type LogLevel } from './hooks.js';
import type { CallDefaults } from './http/call.js';
import { platformFetch, platformHeaders } from './http/platform.js';
import { DEFAULT_RETRY, readRetryPolicy } from './http/retry.js';
import type { KobbleClientOptions } from './options.js';
import { systemClock, type Clock } from './time.js';

/** Everything that is set of a client: options, variables and defaults, checked. */
export interface Config {
  readonly baseUrl: string;
  /** Absent if the caller gives a token. */
  readonly credentials: ClientCredentials | undefined;
  readonly token: NonNullable<KobbleClientOptions['token']>;
  readonly fetch: NonNullable<KobbleClientOptions['fetch']>;
  readonly maxResponseBytes: number;
  readonly logger: AnyLogger;
  readonly logLevel: LogLevel;
  readonly hooks: readonly Hooks[];
  readonly clock: Clock;
  readonly callDefaults: CallDefaults;
}

/** Reads options and `KOBBLE_*` variables. Throws a `TypeError` that names the first wrong or missing one. */
export function readConfig(options: KobbleClientOptions): Config {
  const own = ownCopy(options);
  // prettier-ignore
  const {
    environment, baseUrl, tokenUrl, clientId, clientSecret, scope, token, tokenStore, waitUntil,
    fetch: ownFetch, timeoutMs, deadlineMs, retry, headers, maxResponseBytes, logger, logLevel, hooks, clock,
    readOnly, errorDetails,
    ...unknown
  } = own;
  for (const name of Object.keys(unknown)) throw optionError(name, 'is not an option');
  checkFunctions('', own, ['fetch', 'waitUntil'], true);
  const allHooks = [hooks].flat().filter((each) => each !== undefined);
  for (const each of allHooks) checkFunctions('hooks.', each, HOOK_NAMES, true);
  checkFunctions('logger.', logger, loggerMethods(logger));
  checkFunctions('tokenStore.', tokenStore, ['get', 'set']);
  checkFunctions('clock.', clock, ['now', 'wall', 'random', 'after']);

  const base = readBaseUrl(environment, baseUrl);
  const identity = { clientId, clientSecret, scope, tokenUrl };
  return {
    baseUrl: base.url,
    token: readToken(token, identity) ?? '',
    credentials: token === undefined ? { ...readCredentials(identity, base), store: tokenStore, waitUntil } : undefined,
    fetch: ownFetch ?? platformFetch,
    maxResponseBytes: checkPositive('maxResponseBytes', maxResponseBytes ?? 10 * 1024 * 1024),
    logger: logger ?? console,
    logLevel: readLogLevel(logLevel),
    hooks: allHooks,
    clock: clock ?? systemClock,
    callDefaults: {
      timeoutMs: checkPositive('timeoutMs', timeoutMs ?? 30_000),
      deadlineMs: checkPositive('deadlineMs', deadlineMs ?? 60_000),
      retry: readRetryPolicy(retry, DEFAULT_RETRY),
      readOnly: checkBoolean('readOnly', readOnly),
      errorDetails: checkBoolean('errorDetails', errorDetails),
      headers: { accept: 'application/json', ...platformHeaders(), ...checkHeaders('headers', headers ?? {}) },
    },
  };
}

/** The base URL, and whether a variable sets it. */
interface BaseUrl {
  readonly url: string;
  readonly isVariable: boolean;
}

function readBaseUrl(environment: string | undefined, baseUrl: string | undefined): BaseUrl {
  if (environment !== undefined && baseUrl !== undefined) {
    throw optionError('environment and baseUrl', 'exclude each other');
  }
  if (baseUrl !== undefined) return { url: checkEndpoint('baseUrl', baseUrl), isVariable: false };
  if (environment !== undefined) return { url: environmentUrl('environment', environment), isVariable: false };
  const url = readVariable('KOBBLE_BASE_URL');
  if (url !== undefined) return { url: checkEndpoint('KOBBLE_BASE_URL', url), isVariable: true };
  const name = readVariable('KOBBLE_ENVIRONMENT');
  if (name !== undefined) return { url: environmentUrl('KOBBLE_ENVIRONMENT', name), isVariable: true };
  throw optionError('environment or baseUrl', 'is missing, and no KOBBLE_* variable sets it');
}

function environmentUrl(option: string, name: string): string {
  const known: Readonly<Record<string, string>> = environments;
  const url = Object.hasOwn(known, name) ? known[name] : undefined;
  if (url !== undefined) return url;
  throw optionError(option, `must be one of ${Object.keys(known).join(', ')}`);
}

type Identity = Pick<KobbleClientOptions, 'clientId' | 'clientSecret' | 'scope' | 'tokenUrl'>;
type Token = KobbleClientOptions['token'];

function readToken(token: Token, { clientId, clientSecret }: Identity): Token {
  if (token === undefined) return undefined;
  if (clientId !== undefined || clientSecret !== undefined) {
    throw optionError('token', 'replaces clientId and clientSecret');
  }
  if (typeof token === 'function' || isHeaderValue(token)) return token;
  throw optionError('token', 'must be a string or a function');
}

function readCredentials({ clientId, clientSecret, scope, tokenUrl }: Identity, base: BaseUrl): ClientCredentials {
  // A variable must not send credentials that options set to another host than the options name.
  const usesVariables = base.isVariable || clientId === undefined || clientSecret === undefined;
  const tokenUrlVariable = usesVariables ? readVariable('KOBBLE_TOKEN_URL') : undefined;
  const allScopes = Array.isArray(scope) ? scope.join(' ') : scope;
  return {
    clientId: required('clientId', clientId ?? readVariable('KOBBLE_CLIENT_ID')),
    clientSecret: readSecret(clientSecret ?? readVariable('KOBBLE_CLIENT_SECRET')),
    scope: required('scope', allScopes ?? readVariable('KOBBLE_SCOPE')),
    tokenUrl:
      tokenUrl === undefined
        ? checkEndpoint('KOBBLE_TOKEN_URL', tokenUrlVariable ?? `${base.url}/oauth2/token`)
        : checkEndpoint('tokenUrl', tokenUrl),
  };
}

function readSecret(secret: Identity['clientSecret']): ClientCredentials['clientSecret'] {
  if (typeof secret !== 'function') return required('clientSecret', secret);
  return async () => {
    try {
      return required('clientSecret', await secret());
    } catch (error) {
      throw new ConfigError('client_secret_unavailable', `clientSecret failed: ${describeForeign(error)}`);
    }
  };
}

function readLogLevel(option: string | undefined): LogLevel {
  const level = option ?? readVariable('KOBBLE_LOG') ?? 'warn';
  const known = LOG_LEVELS.find((name) => name === level);
  if (known !== undefined) return known;
  throw optionError(option === undefined ? 'KOBBLE_LOG' : 'logLevel', `must be one of ${LOG_LEVELS.join(', ')}`);
}

function required(name: string, value: unknown): string {
  if (typeof value === 'string' && value !== '') return value;
  throw optionError(name, 'is missing or empty');
}

/** Returns a variable, or undefined if it is empty or there are no variables (in a browser or a worker). */
function readVariable(name: `KOBBLE_${string}`): string | undefined {
  const { process } = globalThis as { process?: { env?: Record<string, string | undefined> } };
  try {
    return process?.env?.[name]?.trim() || undefined;
  } catch {
    return undefined; // Deno throws if the permission to read variables is not granted
  }
}
