import { secureUrl, wrong } from './secure-url.js';

/**
 * Checks a list of origins: each exactly as a browser writes it (`https://widget.example.com`), at least one.
 * A wildcard, a path or a `;` would let more through a content security policy than was meant.
 *
 * @throws TypeError that names what is wrong.
 */
export function checkOrigins(origins: readonly string[]): readonly string[] {
  const isNone = (text: string) => secureUrl(text, 'allowedOrigins').origin !== text || /[^\w:/.[\]-]/.test(text);
  if (!origins.length || origins.some(isNone)) throw wrong('allowedOrigins must be origins');
  return origins;
}
