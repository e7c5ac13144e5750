import { checkUrl, optionError } from '../checks.js';

/**
 * Returns the directives that a page with {@link mountCardWidget} needs in its `Content-Security-Policy`: frames from these
 * origins only (also after a redirect, which no script can check), and no other site that frames the page and has its user
 * click unseen. The widget needs nothing else: it works under `default-src 'none'`, without inline styles, and with trusted
 * types required. Add the other directives (`script-src`, `connect-src`…) yourself.
 *
 * @throws TypeError if one of `origins` is not a plain https origin (http is allowed for loopback hosts).
 * @example
 * response.headers.set('Content-Security-Policy', `default-src 'self'; ${widgetCsp(['https://widget.example.com'])}`);
 */
export const widgetCsp = (origins: readonly string[]): string =>
  `frame-src ${checkOrigins(origins).join(' ')}; frame-ancestors 'self'`;

/**
 * Checks a list of origins: at least one, and each as a browser writes it (`https://widget.example.com`). A wildcard, a
 * path or a `;` would allow more in a content security policy than was meant.
 */
export function checkOrigins(origins: readonly string[]): readonly string[] {
  const isWrong = (text: string) => checkUrl('allowedOrigins', text).origin !== text || /[^\w:/.[\]-]/.test(text);
  if (!origins.length || origins.some(isWrong)) throw optionError('allowedOrigins', 'must be origins');
  return origins;
}
