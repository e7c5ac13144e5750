import { checkOrigins } from './origins.js';

/**
 * The directives that a page with {@link mountCardWidget} needs in its `Content-Security-Policy`: frames from these
 * origins alone (redirects included, which no script can check), and no other site that frames the page to have a user
 * click unseen. The widget asks for nothing else: it works under `default-src 'none'`, without inline styles, and with
 * trusted types required. The rest of the policy (`script-src`, `connect-src`…) is yours to say.
 *
 * @throws TypeError where one of `origins` is not a plain https origin (loopback aside).
 * @example
 * response.headers.set('Content-Security-Policy', `default-src 'self'; ${widgetCsp(['https://widget.example.com'])}`);
 */
export const widgetCsp = (origins: readonly string[]): string =>
  `frame-src ${checkOrigins(origins).join(' ')}; frame-ancestors 'self'`;
