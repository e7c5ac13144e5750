import { checkUrl, optionError } from '../checks.js';

/** The parts of a widget session that {@link buildWidgetUrl} needs. */
export interface WidgetUrlParts {
  readonly widgetUrl: string;
  readonly cardId: string;
  /** Time-based, short-lived and secret, like the URL that contains it. */
  readonly totp: string;
}

/**
 * Returns the URL of the iframe that shows a card: `{widgetUrl}?cardId={cardId}&totp={totp}`, percent-encoded (a TOTP can
 * contain a `#`). Other parameters of `widgetUrl` are kept. The URL is a secret: do not log or store it.
 *
 * @throws TypeError if `widgetUrl` is not https (except for loopback hosts) or has user info, or if a part is empty.
 * @see Kobble's page api-28190658
 */
export function buildWidgetUrl({ widgetUrl, cardId, totp }: WidgetUrlParts): string {
  const url = checkUrl('widgetUrl', widgetUrl);
  const pairs = url.search
    .slice(1)
    .split('&')
    .filter((pair) => pair && !/^(cardId|totp)(=|$)/.test(pair));
  for (const [name, value] of Object.entries({ cardId, totp })) {
    // A lone surrogate cannot be percent-encoded.
    if (typeof value !== 'string' || !/^\P{Surrogate}+$/u.test(value)) throw optionError(name, 'is not text');
    pairs.push(`${name}=${encodeURIComponent(value)}`);
  }
  url.search = pairs.join('&');
  return url.href;
}
