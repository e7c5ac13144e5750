import { checkOrigins } from './origins.js';

/**
 * The directives that a page with {@link mountCardWidget} needs in its `Content-Security-Policy`: frames from these
 * origins alone (redirects included, which no script can check), no plugins, no foreign `<base>`, and no other site
 * that frames the page to have a user click unseen. Scripts, styles and connections stay yours to say; the widget asks
 * for none: it works under `default-src 'none'`, with no inline style, and with trusted types required.
 *
 * @throws TypeError where one of `origins` is not a plain https origin (loopback aside).
 * @example
 * response.headers.set('Content-Security-Policy', `default-src 'self'; ${widgetCsp(['https://widget.example.com'])}`);
 */
export const widgetCsp = (origins: readonly string[]): string =>
  `frame-src ${checkOrigins(origins).join(' ')}; object-src 'none'; base-uri 'self'; frame-ancestors 'self'`;
