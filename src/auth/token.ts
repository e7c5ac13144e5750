import { ConfigError } from '../errors/kobble-error.js';
import type { TokenSource } from '../http/call.js';

/** A token from Kobble, or from the store that processes share. */
export interface IssuedToken {
  readonly value: string;
  /** Lifetime, undefined if Kobble did not state it: the token is then used until it is refused. */
  readonly lifeMs: number | undefined;
  /** Time since it was issued. */
  readonly ageMs: number;
  /** True if it is from the store. */
  readonly isStored?: boolean;
}

/** Returns a token source for the option `token`: a fixed token, or a function that is called for each call. */
export function callersToken(token: string | (() => string | Promise<string>)): TokenSource {
  const isFixed = typeof token === 'string';
  return {
    current: () => (isFixed ? token : undefined),
    obtain: async () => checkToken(isFixed ? token : await token()),
    accept: () => {},
    drop: (_, replays) => !isFixed && replays === 0,
  };
}

/** Returns true for a text that can be sent as a bearer token. */
export const isToken = (token: unknown): token is string => typeof token === 'string' && /^[\x21-\x7e]+$/.test(token);

/** Refuses a token that cannot be a header value. `fetch` would quote it in its error. */
export function checkToken(token: unknown): string {
  if (isToken(token)) return token;
  throw new ConfigError('invalid_token', 'the token is empty or contains a character that is not allowed in a header');
}
