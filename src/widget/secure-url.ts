import { isLoopback } from '../loopback.js';

/**
 * Reads a URL that a card may be fetched from: https (plain http for loopback hosts alone), without user info.
 *
 * @throws TypeError that names `what` and never the URL, which can hold a secret.
 */
export function secureUrl(text: string, what: string): URL {
  if (!URL.canParse(text)) throw wrong(`${what} is not a URL`);
  const url = new URL(text);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url.hostname))) {
    throw wrong(`${what} must be https`);
  }
  if (url.username || url.password) throw wrong(`${what} must not carry user info`);
  return url;
}

/** An argument that cannot be right, said in the words of this library. */
export const wrong = (what: string): TypeError => new TypeError(`kobble-client: ${what}`);
