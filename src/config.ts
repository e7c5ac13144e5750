import type { RetryPolicy, RetryOptions } from './call.js';
import { readEnv } from './env.js';
import { isLoopback } from './loopback.js';
import type { LogLevel } from './observe.js';
import type { KobbleClientOptions } from './options.js';
import { environments } from './schema.js';
import type { Credentials } from './token-request.js';

const LOG_LEVELS: readonly string[] = ['off', 'error', 'warn', 'info', 'debug'] satisfies LogLevel[];
/** The longest wait that a timer can be set to. */
const MAX_MS = 2_147_483_647;

/** Throws the error of a wrong option: it names the option, never its value. */
export function wrongOption(name: string, what: string): never {
  throw new TypeError(`kobble-client: ${name} ${what}`);
}

/** The error of a header that cannot be sent. */
export function wrongHeader(option: string): never {
  return wrongOption(option, 'holds a name or value that a header cannot have');
}

/** The address that `environment` or `baseUrl` stands for, without a slash at its end. */
export function baseUrlOf({ environment, baseUrl }: KobbleClientOptions): string {
  if (environment !== undefined && baseUrl !== undefined) {
    wrongOption('environment and baseUrl', 'exclude each other: give one');
  }
  if (baseUrl !== undefined) return checkUrl('baseUrl', baseUrl);
  if (environment !== undefined) return environmentUrl('environment', environment);
  const fromEnv = readEnv('KOBBLE_BASE_URL');
  if (fromEnv !== undefined) return checkUrl('KOBBLE_BASE_URL', fromEnv);
  const named = readEnv('KOBBLE_ENVIRONMENT');
  if (named !== undefined) return environmentUrl('KOBBLE_ENVIRONMENT', named);
  return wrongOption('environment', "is missing: give 'development', 'staging', or a baseUrl");
}

/** Where tokens are requested. */
export function tokenUrlOf({ tokenUrl }: KobbleClientOptions, baseUrl: string): string {
  if (tokenUrl !== undefined) return checkUrl('tokenUrl', tokenUrl);
  const fromEnv = readEnv('KOBBLE_TOKEN_URL');
  return fromEnv === undefined ? `${baseUrl}/oauth2/token` : checkUrl('KOBBLE_TOKEN_URL', fromEnv);
}

/** Who the client is, unless it brings its own token. */
export function credentialsOf(options: KobbleClientOptions): Credentials | undefined {
  const { token } = options;
  if (token !== undefined) {
    if (options.clientId !== undefined || options.clientSecret !== undefined) {
      wrongOption('token', 'is given instead of clientId and clientSecret, not beside them');
    }
    if (typeof token !== 'function' && !isHeaderText(token)) wrongOption('token', 'must be a string or a function');
    return undefined;
  }
  const scope = typeof options.scope === 'object' ? options.scope.join(' ') : options.scope;
  return {
    clientId: required('clientId', options.clientId ?? readEnv('KOBBLE_CLIENT_ID')),
    clientSecret: required('clientSecret', options.clientSecret ?? readEnv('KOBBLE_CLIENT_SECRET')),
    scope: required('scope', scope ?? readEnv('KOBBLE_SCOPE')),
  };
}

export function logLevelOf({ logLevel }: KobbleClientOptions, fallback: LogLevel): LogLevel {
  const level = logLevel ?? readEnv('KOBBLE_LOG') ?? fallback;
  if (isLogLevel(level)) return level;
  return wrongOption(logLevel === undefined ? 'KOBBLE_LOG' : 'logLevel', `must be one of ${LOG_LEVELS.join(', ')}`);
}

const isLogLevel = (level: unknown): level is LogLevel => LOG_LEVELS.includes(String(level));

/** A number of milliseconds (or bytes) above zero that a timer can be set to. */
export function positive(name: string, value: number): number {
  if (typeof value === 'number' && value > 0 && value <= MAX_MS) return value;
  return wrongOption(name, `must be a number above 0, at most ${MAX_MS}`);
}

/** The policy that these options make of another one. */
export function retryPolicyOf(options: RetryOptions | undefined, base: RetryPolicy): RetryPolicy {
  if (options === undefined) return base;
  const { statuses, maxRetries = base.maxRetries } = options;
  if (!(typeof maxRetries === 'number' && maxRetries >= 0)) wrongOption('retry.maxRetries', 'must be 0 or more');
  if (statuses === undefined) return { ...base, maxRetries };
  for (const status of statuses) {
    if (!Number.isInteger(status) || status < 400 || status > 599) wrongOption('retry.statuses', 'must be 400 to 599');
    if (status === 409 || status === 422) wrongOption('retry.statuses', 'must not hold 409 or 422: never retried');
  }
  return { statuses: new Set(statuses), maxRetries };
}

/** The caller's headers, lower-cased; what has an option of its own is refused. */
export function headersOf(name: string, headers: Readonly<Record<string, unknown>>): Record<string, string> {
  const checked: Record<string, string> = {};
  for (const [header, value] of Object.entries(headers)) {
    const lower = header.toLowerCase();
    if (lower === 'authorization') wrongOption(name, 'must not hold authorization: use the option token');
    if (lower === 'idempotency-key') wrongOption(name, 'must not hold idempotency-key: use the option idempotencyKey');
    if (!/^[!#$%&'*+.^_`|~\w-]+$/.test(header) || !isHeaderText(value)) {
      wrongHeader(name);
    }
    checked[lower] = value;
  }
  return checked;
}

const isHeaderText = (value: unknown): value is string => typeof value === 'string' && /^[\x20-\x7e]+$/.test(value);

function required(name: string, value: string | undefined): string {
  if (typeof value === 'string' && value !== '') return value;
  return wrongOption(name, 'is missing, or empty');
}

function environmentUrl(option: string, name: string): string {
  const known: Readonly<Record<string, string>> = environments;
  return (
    (Object.hasOwn(known, name) ? known[name] : undefined) ??
    wrongOption(option, `must be one of ${Object.keys(known).join(', ')}`)
  );
}

function checkUrl(name: string, value: string): string {
  if (!URL.canParse(value)) wrongOption(name, 'is not a URL');
  const url = new URL(value);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url.hostname))) {
    wrongOption(name, 'must be https (http only for this machine)');
  }
  if (url.username !== '' || url.password !== '') wrongOption(name, 'must not carry user info');
  if (url.search !== '' || url.hash !== '') wrongOption(name, 'must not carry a query or a fragment');
  return url.href.replace(/\/+$/, '');
}
