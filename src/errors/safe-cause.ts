import { copyError, redact } from './redact.js';
import { MASK, redactText } from './redact-text.js';

/** A request as far as an error may quote it. */
export interface QuotedRequest {
  readonly headers: Readonly<Record<string, string>>;
  readonly token?: string | undefined;
  readonly body?: string | undefined;
  readonly url?: string | undefined;
  /** The path template: it tells the values in the path of `url`. */
  readonly path?: string;
}

/** Headers that can be shown. Those of the caller may hold secrets. */
const PLAIN_HEADERS: readonly string[] = ['accept', 'content-type', 'idempotency-key'];
/** Shorter values are not secrets, and would also be found inside other words. */
const SHORTEST_SECRET = 8;
const SHORTEST_PATH_VALUE = 4;
const MAX_DEPTH = 5;
const MAX_ERRORS = 5;

/**
 * Copies an error of `fetch` or of a caller's function so that it can be logged: names, messages, codes, stacks and causes
 * only, in the classes `Error` and `TypeError`. The platform's errors hold more (the raw bytes of a response that is not
 * HTTP), and those of a caller's `fetch` may quote the request: its token, headers, body, client secret, query and path
 * values are masked, whichever way they are encoded.
 */
export function safeCause(thrown: unknown, request: QuotedRequest): Error {
  try {
    const secrets = [...secretsOf(request), ...pathValuesOf(request)].sort((a, b) => b.length - a.length);
    return copyThrown(thrown, (text) =>
      redactText(secrets.reduce((rest, secret) => rest.replaceAll(secret, MASK), text)),
    );
  } catch {
    return new Error('the error cannot be read'); // a Proxy that throws
  }
}

function copyThrown(thrown: unknown, clean: (text: string) => string, depth = 0): Error {
  const inner = (value: unknown): unknown => {
    if (typeof value === 'string') return clean(value);
    if (typeof value !== 'object' || value === null) return redact(value);
    if (depth >= MAX_DEPTH) return MASK;
    if (Array.isArray(value)) return value.slice(0, MAX_ERRORS).map(inner);
    return copyThrown(value, clean, depth + 1);
  };
  if (typeof thrown === 'object' && thrown !== null) return copyError(thrown, inner, ['code']);
  return new Error(clean(typeof thrown === 'function' ? 'function' : String(thrown)));
}

/** Returns the secrets of a request, in every encoding. */
function secretsOf({ headers, token = '', body = '' }: QuotedRequest): string[] {
  const own = Object.entries(headers).flatMap(([name, value]) => (PLAIN_HEADERS.includes(name) ? [] : [value]));
  const form = new URLSearchParams(body);
  const id = form.get('client_id') ?? '';
  const secret = form.get('client_secret') ?? '';
  // RFC 6749 §2.3.1 encodes both parts before base64; not every client does.
  const basic = secret && [`${id}:${secret}`, `${encodeURIComponent(id)}:${encodeURIComponent(secret)}`].map(base64);
  return [token, body, secret, ...own, ...basic].filter(({ length }) => length >= SHORTEST_SECRET).flatMap(encodingsOf);
}

/** Returns path and query of a request, and the values in its path: errors of node-fetch and Deno quote the URL. */
function pathValuesOf({ url, path = '' }: QuotedRequest): string[] {
  if (url === undefined) return [];
  const { origin, pathname, search } = new URL(url);
  const template = path.split('/');
  const values = pathname
    .split('/')
    .slice(-template.length)
    .filter((_, index) => template[index]?.includes('{'));
  const whole = values.length > 0 || search ? [pathname + search, url.slice(origin.length)] : [];
  return [...whole, ...values, ...values.map(decode)]
    .filter(({ length }) => length >= SHORTEST_PATH_VALUE)
    .flatMap(encodingsOf);
}

function encodingsOf(text: string): string[] {
  const form = new URLSearchParams({ text });
  // Read back from the form, half a character is replaced: encodeURIComponent would throw.
  const encoded = encodeURIComponent(form.get('text') ?? '');
  return [text, encoded, form.toString().slice('text='.length), JSON.stringify(text).slice(1, -1)];
}

/** Decodes a path value. `decodeURIComponent` would throw if it is malformed. */
const decode = (value: string): string =>
  new URLSearchParams(`value=${value.replace(/[+&]/g, encodeURIComponent)}`).get('value') ?? '';

/** Returns the base64 of a text without padding, so that it is found with and without. */
const base64 = (text: string): string =>
  btoa(String.fromCharCode(...new TextEncoder().encode(text))).replace(/=+$/, '');
