import { secureUrl, wrong } from './secure-url.js';

/** What {@link buildWidgetUrl} reads of a widget session. */
export interface WidgetUrlParts {
  readonly widgetUrl: string;
  readonly cardId: string;
  /** Time-based, short-lived and secret; so is the URL that carries it. */
  readonly totp: string;
}

/**
 * The address of the iframe that shows a card: `{widgetUrl}?cardId={cardId}&totp={totp}`, percent-encoded (a TOTP can
 * hold a `#`). What query `widgetUrl` already has stays. The URL is a secret: never log it, never store it.
 *
 * @throws TypeError where `widgetUrl` is not https (loopback aside) or carries user info, or a part is empty.
 * @see Kobble's page api-28190658
 */
export function buildWidgetUrl({ widgetUrl, cardId, totp }: WidgetUrlParts): string {
  const url = secureUrl(widgetUrl, 'widgetUrl');
  const pairs = url.search
    .slice(1)
    .split('&')
    .filter((pair) => pair && !/^(cardId|totp)(=|$)/.test(pair));
  for (const [name, value] of Object.entries({ cardId, totp })) {
    if (!isText(value)) throw wrong(`${name} is empty or no text`);
    pairs.push(`${name}=${encodeURIComponent(value)}`);
  }
  url.search = pairs.join('&');
  return url.href;
}

/** Lone surrogates are no text: they cannot be percent-encoded. */
const isText = (value: unknown): boolean => typeof value === 'string' && /^\P{Surrogate}+$/u.test(value);
