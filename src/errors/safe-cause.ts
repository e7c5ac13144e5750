import { isObject } from '../checks.js';
import { copyError, redact } from './redact.js';
import { MASK, redactText } from './redact-text.js';

/** A request as far as an error may quote it. */
export interface QuotedRequest {
  readonly headers: Readonly<Record<string, string>>;
  readonly token?: string | undefined;
  readonly body?: string | undefined;
  readonly url?: string | undefined;
  /** The path template: the parts of `url` that it contains can be shown. */
  readonly path?: string;
}

/** Headers that can be shown. Those of the caller may hold secrets. */
const PLAIN_HEADERS: readonly string[] = ['accept', 'content-type', 'idempotency-key'];
/** Shorter values are not secrets, and would also be found inside other words. */
const SHORTEST_SECRET = 8;
const SHORTEST_PATH_VALUE = 4;
/** Most causes in a chain, and most errors of an AggregateError, that are copied. */
const MAX_ERRORS = 5;

/**
 * Copies an error of `fetch` or of a caller's function so that it can be logged: names, messages, codes, stacks and causes
 * only, in the classes `Error` and `TypeError`. The platform's errors hold more (the raw bytes of a response that is not
 * HTTP), and those of a caller's `fetch` may quote the request: its token, headers, body, client secret, query and path
 * values are masked, whichever way they are encoded.
 */
export function safeCause(thrown: unknown, request: QuotedRequest): Error {
  try {
    const secrets = secretsOf(request);
    return copyThrown(thrown, (text) =>
      redactText(secrets.reduce((rest, secret) => rest.replaceAll(secret, MASK), text)),
    );
  } catch {
    return new Error('unreadable'); // a Proxy that throws
  }
}

function copyThrown(thrown: unknown, clean: (text: string) => string, depth = 0): Error {
  const inner = (value: unknown): unknown => {
    if (typeof value === 'string') return clean(value);
    if (!isObject(value)) return redact(value);
    if (depth >= MAX_ERRORS) return MASK;
    if (Array.isArray(value)) return value.slice(0, MAX_ERRORS).map(inner);
    return copyThrown(value, clean, depth + 1);
  };
  if (isObject(thrown)) return copyError(thrown, inner, ['code']);
  return new Error(clean(typeof thrown === 'function' ? 'function' : String(thrown)));
}

/** Returns what a request contains that must not be shown, in every encoding. */
function secretsOf({ headers, token = '', body = '', url, path = '' }: QuotedRequest): string[] {
  const own = Object.keys(headers).map((name) => (PLAIN_HEADERS.includes(name) ? '' : (headers[name] ?? '')));
  const form = new URLSearchParams(body);
  const secret = form.get('client_secret') ?? '';
  const pairs = [secret, encodeURIComponent(secret)].map((text) => `${form.get('client_id')}:${text}`);
  const basic = secret === '' ? [] : pairs.map(base64);
  const secrets = [token, body, secret, ...own, ...basic].filter(({ length }) => length >= SHORTEST_SECRET);
  // Errors of node-fetch and Deno quote the URL. What its template does not have are the path values and the query.
  const urls = url === undefined ? [] : [url, new URL(url).href];
  const parts = urls.flatMap((text) => text.split(/[/?]/).slice(3)).filter((part) => !path.includes(part));
  const values = parts.flatMap((part) => [part, new URLSearchParams(`_=${part}`).get('_') ?? '']);
  return [...secrets, ...values.filter(({ length }) => length >= SHORTEST_PATH_VALUE)]
    .flatMap(encodingsOf)
    .sort((a, b) => b.length - a.length); // the longest first: one may be part of another
}

function encodingsOf(text: string): string[] {
  const form = new URLSearchParams({ _: text });
  // Read back from the form, half a character is replaced: encodeURIComponent would throw.
  const encoded = encodeURIComponent(form.get('_') ?? '');
  return [text, encoded, form.toString().slice('_='.length), JSON.stringify(text).slice(1, -1)];
}

/** Returns the base64 of a text without padding, so that it is found with and without. */
const base64 = (text: string): string =>
  btoa(String.fromCharCode(...new TextEncoder().encode(text))).replace(/=+$/, '');
