import { DecodeError } from './errors.js';
import type { CardWidgetSession } from './schema.js';
import { buildWidgetUrl } from './widget/url.js';

/** A session as Kobble sent it, and the iframe's URL made of it. */
export function withIframeUrl<Session extends CardWidgetSession>(session: Session): Session & { iframeUrl: string } {
  try {
    return { ...session, iframeUrl: buildWidgetUrl(session) };
  } catch (cause) {
    const why = 'the widget session holds no URL that may be shown';
    throw new DecodeError(why, { code: 'invalid_widget_url', outcome: 'unknown', cause });
  }
}
