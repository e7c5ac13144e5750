import type { ClientCredentials } from './auth/client-credentials.js';
import { checkHeaders, checkPositive, checkUrl, isHeaderValue, optionError } from './checks.js';
import { environments } from './contract/operations.js';
import { LOG_LEVELS, type Hooks, type Logger, type LogLevel } from './hooks.js';
import type { CallDefaults } from './http/call.js';
import { DEFAULT_RETRY, readRetryPolicy } from './http/retry.js';
import type { KobbleClientOptions } from './options.js';

/** Everything that is set of a client: options, variables and defaults, checked. */
export interface Config {
  readonly baseUrl: string;
  readonly auth: ClientCredentials | { readonly token: NonNullable<KobbleClientOptions['token']> };
  readonly fetch: NonNullable<KobbleClientOptions['fetch']>;
  readonly maxResponseBytes: number;
  readonly logger: Logger;
  readonly logLevel: LogLevel;
  readonly hooks: Hooks;
  readonly callDefaults: CallDefaults;
}

/** Reads options and `KOBBLE_*` variables. Throws a `TypeError` that names the first wrong or missing one. */
export function readConfig(options: KobbleClientOptions): Config {
  const baseUrl = readBaseUrl(options);
  return {
    baseUrl,
    auth: readAuth(options, baseUrl),
    fetch: options.fetch ?? ((url, init) => fetch(url, init)),
    maxResponseBytes: checkPositive('maxResponseBytes', options.maxResponseBytes ?? 10 * 1024 * 1024),
    logger: options.logger ?? console,
    logLevel: readLogLevel(options.logLevel),
    hooks: options.hooks ?? {},
    callDefaults: {
      timeoutMs: checkPositive('timeoutMs', options.timeoutMs ?? 30_000),
      deadlineMs: checkPositive('deadlineMs', options.deadlineMs ?? 60_000),
      retry: readRetryPolicy(options.retry, DEFAULT_RETRY),
      headers: { accept: 'application/json', ...checkHeaders('headers', options.headers ?? {}) },
    },
  };
}

function readBaseUrl({ environment, baseUrl }: KobbleClientOptions): string {
  if (environment !== undefined && baseUrl !== undefined) {
    throw optionError('environment and baseUrl', 'exclude each other');
  }
  if (baseUrl !== undefined) return checkEndpoint('baseUrl', baseUrl);
  if (environment !== undefined) return environmentUrl('environment', environment);
  const url = readVariable('KOBBLE_BASE_URL');
  if (url !== undefined) return checkEndpoint('KOBBLE_BASE_URL', url);
  const name = readVariable('KOBBLE_ENVIRONMENT');
  if (name !== undefined) return environmentUrl('KOBBLE_ENVIRONMENT', name);
  throw optionError('environment or baseUrl', 'is missing');
}

function environmentUrl(option: string, name: string): string {
  const known: Readonly<Record<string, string>> = environments;
  const url = Object.hasOwn(known, name) ? known[name] : undefined;
  if (url !== undefined) return url;
  throw optionError(option, `must be one of ${Object.keys(known).join(', ')}`);
}

function readAuth(options: KobbleClientOptions, baseUrl: string): Config['auth'] {
  const { token } = options;
  if (token === undefined) return readCredentials(options, baseUrl);
  if (options.clientId !== undefined || options.clientSecret !== undefined) {
    throw optionError('token', 'replaces clientId and clientSecret');
  }
  if (typeof token !== 'function' && !isHeaderValue(token))
    throw optionError('token', 'must be a string or a function');
  return { token };
}

function readCredentials(options: KobbleClientOptions, baseUrl: string): ClientCredentials {
  const scope = typeof options.scope === 'object' ? options.scope.join(' ') : options.scope;
  return {
    clientId: required('clientId', options.clientId ?? readVariable('KOBBLE_CLIENT_ID')),
    clientSecret: required('clientSecret', options.clientSecret ?? readVariable('KOBBLE_CLIENT_SECRET')),
    scope: required('scope', scope ?? readVariable('KOBBLE_SCOPE')),
    tokenUrl: readTokenUrl(options.tokenUrl) ?? `${baseUrl}/oauth2/token`,
    store: options.tokenStore,
  };
}

function readTokenUrl(tokenUrl: string | undefined): string | undefined {
  if (tokenUrl !== undefined) return checkEndpoint('tokenUrl', tokenUrl);
  const url = readVariable('KOBBLE_TOKEN_URL');
  return url === undefined ? undefined : checkEndpoint('KOBBLE_TOKEN_URL', url);
}

function readLogLevel(option: string | undefined): LogLevel {
  const level = option ?? readVariable('KOBBLE_LOG') ?? 'warn';
  const known = LOG_LEVELS.find((name) => name === level);
  if (known !== undefined) return known;
  throw optionError(option === undefined ? 'KOBBLE_LOG' : 'logLevel', `must be one of ${LOG_LEVELS.join(', ')}`);
}

function required(name: string, value: string | undefined): string {
  if (typeof value === 'string' && value !== '') return value;
  throw optionError(name, 'is missing or empty');
}

/** Returns the URL of an endpoint without a slash at its end. */
function checkEndpoint(name: string, text: string): string {
  const url = checkUrl(name, text);
  if (url.search || url.hash) throw optionError(name, 'must not contain a query or a fragment');
  return url.href.replace(/\/+$/, '');
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
