import { sensitiveFields } from '../contract/operations.js';

/** Shown in place of a secret. */
export const MASK = '•••';

/** Thirteen to nineteen digits, with or without spaces, that are not part of a longer word: the form of a card number. */
const CARD_NUMBER = /(?<![\w-])\d(?:[ -]?\d){12,18}(?![\w-])/g;

/**
 * Returns a copy that can be logged: the contract's sensitive fields (tokens, card secret, TOTP…) and all text that looks
 * like a card number are replaced by `•••`. The original is not changed.
 */
export function redact(value: unknown): unknown {
  return copy(value, new Set());
}

function copy(value: unknown, above: Set<object>): unknown {
  if (typeof value === 'string') return value.replace(CARD_NUMBER, MASK);
  if (typeof value !== 'object' || value === null) return value;
  if (above.has(value)) return '[Circular]';
  const inside = new Set(above).add(value);
  if (Array.isArray(value)) return value.map((item) => copy(item, inside));
  return Object.fromEntries(
    Object.entries(value).map(([name, field]) => [name, sensitiveFields.has(name) ? MASK : copy(field, inside)]),
  );
}

/** Headers that can be shown. Those of the caller may hold secrets. */
const PLAIN_HEADERS: readonly string[] = ['accept', 'content-type', 'idempotency-key'];
/** Shorter values are not secrets, and would also be found inside other words. */
const SHORTEST_SECRET = 8;
/** Finds the credentials in a quoted request by the words before them. */
const CREDENTIALS = /(Bearer |client_secret\W{1,4})[^\s&"'\\,]+/gi;

/**
 * Copies an error of `fetch` so that it can be logged: names, messages, codes and stacks only. The platform's errors hold
 * more (the raw bytes of a response that is not HTTP), and those of a caller's `fetch` may quote the request.
 */
export function safeCause(thrown: unknown, headers: Readonly<Record<string, string>>, token?: string): Error {
  const own = Object.entries(headers).flatMap(([name, value]) => (PLAIN_HEADERS.includes(name) ? [] : [value]));
  const secrets = [token ?? '', ...own].filter(({ length }) => length >= SHORTEST_SECRET);
  return copyError(thrown, secrets, 0);
}

function copyError(thrown: unknown, secrets: readonly string[], depth: number): Error {
  const clean = (text: unknown): string => {
    const known = secrets.reduce((rest, secret) => rest.replaceAll(secret, MASK), String(text));
    return String(redact(known)).replace(CREDENTIALS, `$1${MASK}`);
  };
  if (!(thrown instanceof Error)) return new Error(clean(typeof thrown === 'string' ? thrown : typeof thrown));
  const { name, message, stack, cause, code } = thrown as Error & { code?: unknown };
  const inner = cause === undefined || depth > 4 ? undefined : { cause: copyError(cause, secrets, depth + 1) };
  const error = new (thrown instanceof TypeError ? TypeError : Error)(clean(message), inner);
  for (const [key, text] of Object.entries({ name, stack: stack ?? '' })) {
    Object.defineProperty(error, key, { value: clean(text), configurable: true });
  }
  return typeof code === 'string' ? Object.assign(error, { code: clean(code) }) : error;
}
