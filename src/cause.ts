import type { Call } from './call.js';
import { redact } from './redact.js';

/** Headers whose values may be shown; what a caller's own say is not known. */
const PLAIN: readonly string[] = ['accept', 'content-type', 'idempotency-key'];
/** A shorter value is no secret, and would be found in the midst of other words. */
const SHORTEST_SECRET = 8;
/** Where an error quotes a request, its credentials follow one of these words. */
const CREDENTIALS = /(Bearer |client_secret\W{1,4})[^\s&"'\\,]+/gi;

/**
 * A copy of what `fetch` threw that can be logged: names, messages, codes and stacks, and nothing else. The platform's
 * own errors carry more (the raw bytes of an answer that is not HTTP); those of a caller's `fetch` may quote the request.
 */
export function loggable(thrown: unknown, { headers }: Call, token: string | undefined): Error {
  const own = Object.entries(headers).flatMap(([name, value]) => (PLAIN.includes(name) ? [] : [value]));
  const secrets = [token ?? '', ...own].filter(({ length }) => length >= SHORTEST_SECRET);
  return copy(thrown, secrets, 0);
}

function copy(thrown: unknown, secrets: readonly string[], depth: number): Error {
  const clean = (text: unknown): string => {
    const known = secrets.reduce((rest, secret) => rest.replaceAll(secret, '•••'), String(text));
    return String(redact(known)).replace(CREDENTIALS, '$1•••');
  };
  if (!(thrown instanceof Error)) return new Error(clean(typeof thrown === 'string' ? thrown : typeof thrown));
  const { name, message, stack, cause, code } = thrown as Error & { code?: unknown };
  const inner = cause === undefined || depth > 4 ? undefined : { cause: copy(cause, secrets, depth + 1) };
  const error = new (thrown instanceof TypeError ? TypeError : Error)(clean(message), inner);
  for (const [key, text] of Object.entries({ name, stack: stack ?? '' })) {
    Object.defineProperty(error, key, { value: clean(text), configurable: true });
  }
  return typeof code === 'string' ? Object.assign(error, { code: clean(code) }) : error;
}
