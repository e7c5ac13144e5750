import type { Arrived, Unusable } from '../api-promise.js';
import type { CardWidgetSession } from '../contract/types.js';
import { buildWidgetUrl } from '../widget/url.js';

/** A widget session with the URL of the iframe that shows the card. The URL is a secret: it contains the TOTP. */
export interface CardWidgetSessionWithUrl extends CardWidgetSession {
  readonly iframeUrl: string;
}

/** Adds the URL of the iframe to a session, or throws what `unusable` returns. */
export function withIframeUrl(session: CardWidgetSession, _: Arrived, unusable: Unusable): CardWidgetSessionWithUrl {
  try {
    return { ...session, iframeUrl: buildWidgetUrl(session) };
  } catch {
    throw unusable('invalid_widget_url', 'with a widget session that has no usable URL');
  }
}
