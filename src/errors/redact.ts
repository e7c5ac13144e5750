import { isObject } from '../checks.js';
import { isSecretName, MASK, redactText } from './redact-text.js';

/** A value beyond these limits is cut, and says so. */
const MAX_DEPTH = 100;
const MAX_OBJECTS = 20_000;
const TOO_LARGE = '[too deep or too large to show]';
const UNREADABLE = '[unreadable]';

/**
 * Returns a copy that can be logged, with `•••` in place of:
 *
 * - fields whose name is or ends in a sensitive one, without regard to case, `_` and `-`: those of the contract (tokens,
 *   client secret, card secret, TOTP…), `iframeUrl`, `authorization`, `cookie`, `password`, `apiKey`, `pin`, `cvv`, `pan`…;
 *   also with `[]` behind it, and as `{ name, value }`;
 * - the same names and their values in text: URLs, forms, JSON, HTML, headers, also if they are encoded twice; `Bearer …`,
 *   `Basic …`, JSON Web Tokens, and the user info of URLs. A value without quotes ends at white space, `&` or comma;
 * - card numbers: 13 to 19 digits, whether or not the check digit is right, also with up to three spaces, line breaks,
 *   dashes, slashes or the like between two of them, or dots between groups of four; also as a number or as the name of a
 *   field. UUIDs, dates, hashes and times in milliseconds stay readable.
 *
 * Errors, arrays, Map, Set and Date keep their kind, other objects become plain ones, Headers too; a URL becomes text; bytes
 * and functions are not shown. What is deeper than 100 levels, or beyond 20 000 objects, is cut and says so. The original is
 * not changed. It never throws, and takes time in proportion to its input.
 *
 * It does not find a secret that has neither a known name nor a known form (names of persons, a token under `note`), that is
 * encoded (base64, bytes as a list of numbers), or that is split over several fields.
 */
export function redact(value: unknown): unknown {
  return copy(value, new Map(), 0);
}

function copy(value: unknown, copies: Map<object, unknown>, depth: number): unknown {
  if (typeof value === 'string') return redactText(value);
  if (typeof value === 'function' || typeof value === 'symbol') return `[${typeof value}]`;
  if (typeof value === 'number' || typeof value === 'bigint') {
    const size = Math.abs(Number(value)); // below 2e12 it may be a time in milliseconds; no card number begins like one
    return size >= 2e12 && size < 1e19 ? MASK : value;
  }
  if (!isObject(value)) return value;
  // What is shared is copied once: a lattice of n objects may have 2 to the power of n paths.
  if (copies.has(value)) return copies.get(value);
  if (depth >= MAX_DEPTH || copies.size >= MAX_OBJECTS) return TOO_LARGE;
  copies.set(value, '[Circular]');
  let result: unknown = UNREADABLE;
  try {
    result = copyObject(value, (inner) => copy(inner, copies, depth + 1));
  } catch {
    // A Proxy, or an object that is not of the kind that it claims.
  }
  copies.set(value, result);
  return result;
}

function copyObject(value: object, inner: (value: unknown) => unknown): unknown {
  // The kind of an object in every realm: `instanceof` knows only the classes of its own.
  const kind = Object.prototype.toString.call(value).slice(8, -1);
  const entries = value as Iterable<readonly [string, unknown]>; // if it is not, iteration throws
  if (kind.endsWith('ArrayBuffer') || ArrayBuffer.isView(value)) return `[${kind}]`;
  if (kind === 'Date') return new Date(Date.prototype.getTime.call(value));
  if (kind === 'Headers') return inner(Object.fromEntries(entries));
  if (kind === 'Set') return new Set(Array.from(entries, inner));
  if (kind === 'Map') {
    return new Map(Array.from(entries, ([key, item]) => [inner(key), isSecretName(key) ? MASK : inner(item)]));
  }
  if (/^(URL|RegExp|String|Number|BigInt)/.test(kind)) return inner(`${value as URL}`); // objects that stand for a text
  if (/Error$|^DOMEx/.test(kind)) return copyError(value, inner);
  const isList = Array.isArray(value);
  const result: object = isList ? new Array(value.length) : {};
  for (const key of Object.keys(value)) {
    // A value may follow its name in a list, ['Set-Cookie', 'session=1'], or be beside it: { name, value }.
    const label = isList
      ? read(value, Number(key) - 1)
      : key === 'value' && (read(value, 'name') ?? read(value, 'key'));
    const isSecret = [key, label].some(isSecretName);
    define(result, isList ? key : redactText(key), isSecret ? MASK : inner(read(value, key)), true);
  }
  return result;
}

/** Copies an error of any realm with what every error has, and with its fields. */
function copyError(error: object, inner: (value: unknown) => unknown): Error {
  const type = read(error, 'name') === 'TypeError' ? TypeError : Error;
  const result = new type(String(inner(read(error, 'message') ?? 'object')));
  const always = ['name', 'stack', 'cause', 'errors'];
  for (const key of [...always, ...Object.keys(error)]) {
    const value = read(error, key) ?? (key === 'stack' ? '' : undefined);
    if (value === undefined || key === 'message') continue;
    define(result, key, isSecretName(key) ? MASK : inner(value), !always.includes(key));
  }
  return result;
}

function read(object: object, key: PropertyKey): unknown {
  try {
    return Reflect.get(object, key);
  } catch {
    return UNREADABLE; // a getter that throws
  }
}

/** Defines a field. Assignment would take a field called `__proto__` for the prototype. */
const define = (object: object, key: string, value: unknown, enumerable: boolean) =>
  Object.defineProperty(object, key, { value, enumerable, writable: true, configurable: true });
