import { redact } from './redact.js';

/** Where an error quotes a request, its credentials follow one of these words. */
const CREDENTIALS = /(Bearer |client_secret=)[^\s&"'\\,]+/gi;

/**
 * A copy of what `fetch` threw that can be logged: names, messages, codes and stacks, and nothing else. The platform's
 * own errors carry more (the raw bytes of an answer that is not HTTP); those of a caller's `fetch` may quote the request.
 */
export function loggable(thrown: unknown, token: string | undefined, depth = 0): Error {
  const clean = (text: unknown): string =>
    String(redact(token ? String(text).replaceAll(token, '•••') : String(text))).replace(CREDENTIALS, '$1•••');
  if (!(thrown instanceof Error)) return new Error(clean(typeof thrown === 'string' ? thrown : typeof thrown));
  const { name, message, stack, cause, code } = thrown as Error & { code?: unknown };
  const inner = cause === undefined || depth > 4 ? undefined : { cause: loggable(cause, token, depth + 1) };
  const copy = new (thrown instanceof TypeError ? TypeError : Error)(clean(message), inner);
  for (const [key, text] of Object.entries({ name, stack: stack ?? '' })) {
    Object.defineProperty(copy, key, { value: clean(text), configurable: true });
  }
  return typeof code === 'string' ? Object.assign(copy, { code: clean(code) }) : copy;
}
