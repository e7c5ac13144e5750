/** Opens every message of this library, so that it can be found in a log. */
export const PREFIX = 'kobble-client: ';

/** The longest time a timer can be set to, in milliseconds. */
const MAX_TIMER_MS = 2_147_483_647;
/** A token of RFC 9110 §5.6.2. */
const HEADER_NAME = /^[!#$%&'*+.^_`|~\w-]+$/;
const HEADER_VALUE = /^[\x20-\x7e]+$/;
/** Headers of a connection, with which no request leaves: a transport that fails with one would be asked again and again. */
const CONNECTION_HEADER = /^(content-length|transfer-encoding|keep-alive|expect|upgrade)$/;

/** Returns the error for a wrong option. It names the option and never shows its value, which may be a secret. */
export const optionError = (name: string, what: string): TypeError => new TypeError(`${PREFIX}${name} ${what}`);

/** Returns the error for a header that cannot be sent. It does not show the value, as the platform's own error does. */
export const headerError = (option: string): TypeError =>
  optionError(option, 'contains a name or value that is not allowed in a header');

/** Checks a number that must be above zero and small enough for a timer. */
export function checkPositive(name: string, value: unknown): number {
  if (typeof value === 'number' && value > 0 && value <= MAX_TIMER_MS) return value;
  throw optionError(name, `must be above 0, at most ${MAX_TIMER_MS}`);
}

/** Checks an option that is false unless it is set. */
export function checkBoolean(name: string, value: boolean | undefined): boolean {
  if (value === undefined || typeof value === 'boolean') return value === true;
  throw optionError(name, 'must be true or false');
}

/** Refuses an option that lacks a function, or has something else in its place. */
export function checkFunctions(
  prefix: string,
  owner: object | undefined,
  names: readonly string[],
  mayLack = false,
): void {
  for (const name of owner ? names : []) {
    const value: unknown = Reflect.get(Object(owner) as object, name);
    if (typeof value !== 'function' && !(mayLack && !value)) throw optionError(prefix + name, 'must be a function');
  }
}

/** Checks that a URL is https (plain http is allowed for loopback hosts only) and has no user info. */
export function checkUrl(name: string, text: string): URL {
  if (!URL.canParse(text)) throw optionError(name, 'is not a URL');
  const url = new URL(text);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url.hostname))) {
    throw optionError(name, 'must be https');
  }
  if (url.username || url.password) throw optionError(name, 'must have no user info');
  return url;
}

/** Returns the URL of an endpoint without a slash at its end. */
export function checkEndpoint(name: string, text: string): string {
  const { href } = checkUrl(name, text);
  if (/[?#]/.test(href)) throw optionError(name, 'must not contain a query or a fragment');
  return href.replace(/\/+$/, '');
}

export const isLoopback = (hostname: string): boolean => /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);

/** Checks a caller's headers and returns them with lower-case names. Headers with an option of their own are refused. */
export function checkHeaders(option: string, headers: unknown): Record<string, string> {
  if (!isObject(headers) || Symbol.iterator in headers)
    throw optionError(option, 'must be an object of names and values');
  const checked: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    const lower = name.toLowerCase();
    if (lower === 'authorization') throw optionError(option, 'must not contain authorization: use the option token');
    if (lower === 'idempotency-key') {
      throw optionError(option, 'must not contain idempotency-key: use the option idempotencyKey');
    }
    // Empty is allowed: the sample of Kobble's widget session sends x-client-id so.
    if (!HEADER_NAME.test(name) || CONNECTION_HEADER.test(lower) || !(value === '' || isHeaderValue(value)))
      throw headerError(option);
    checked[lower] = value;
  }
  return checked;
}

/** The one pattern of a UUID, of any version (RFC 9562 §4). */
export const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** Returns a copy without a prototype, so that nothing is read that was set on `Object.prototype`. Reads getters once. */
export const ownCopy = <T extends object>(object: T): T => Object.assign(Object.create(null) as T, object);

/** Returns a property of an object, but none that was set on `Object.prototype`. */
export const own = <T extends object, K extends keyof T>(object: T | undefined | null, name: K): T[K] | undefined =>
  object !== undefined && object !== null && Object.hasOwn(object, name) ? object[name] : undefined;

/** Returns true for anything that has properties. */
export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** Returns true for text that can be the value of a header. */
export const isHeaderValue = (value: unknown): value is string => typeof value === 'string' && HEADER_VALUE.test(value);
