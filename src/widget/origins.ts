import { secureUrl, wrong } from './secure-url.js';

/**
 * Checks a list of origins: each exactly as a browser writes it (`https://widget.example.com`), at least one.
 * A wildcard, a path or a `;` would let more through a content security policy than was meant.
 *
 * @throws TypeError that names what is wrong.
 */
export function checkOrigins(origins: readonly string[]): readonly string[] {
  if (!origins.length) throw wrong('allowedOrigins is empty');
  for (const origin of origins) {
    if (secureUrl(origin, 'allowedOrigins').origin !== origin || !/^https?:\/\/[\w.:[\]-]+$/.test(origin)) {
      throw wrong('allowedOrigins holds what is not an origin');
    }
  }
  return origins;
}
