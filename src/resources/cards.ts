import type { ApiPromise, Unusable } from '../api-promise.js';
import type { CallOptions, KeyedCallOptions } from '../options.js';
import { paginate, type PagePromise } from '../paginate.js';
import type {
  Card,
  CardCreate,
  CardListQuery,
  CardRenewReplace,
  CardSecret,
  CardSecretCreate,
  CardStatusUpdate,
  CardWidgetSession,
} from '../contract/types.js';
import { Resource } from './resource.js';
import { buildWidgetUrl } from '../widget/url.js';

/** A widget session with the URL of the iframe that shows the card. The URL is a secret: it contains the TOTP. */
export interface CardWidgetSessionWithUrl extends CardWidgetSession {
  readonly iframeUrl: string;
}

/** Prepaid cards, their secrets, and the widget that shows them. */
export class Cards extends Resource {
  /**
   * Lists cards: await one page, or iterate over all of them with `for await`.
   *
   * @see Kobble's page api-10192216
   */
  list(query: CardListQuery = {}, options?: CallOptions): PagePromise<Card> {
    return paginate((page, read) => this.send('GET', '/customers/v1/cards', { query: page, options }, read), query);
  }

  /**
   * Gets a card.
   *
   * @see Kobble's page api-10192218
   */
  get(id: string, options?: CallOptions): ApiPromise<Card> {
    return this.send('GET', '/customers/v1/cards/{id}', { path: { id }, options });
  }

  /**
   * Issues a card on a wallet. The wallet must be ACTIVE, without `external_id`, and held by a person with name, email and
   * phone number. No page shows the response; it is assumed to be the card. Sends an idempotency key: a retry issues no
   * second card.
   *
   * @see Kobble's page api-10192217
   * @see Kobble's page doc-1946732
   */
  create(body: CardCreate, options?: KeyedCallOptions): ApiPromise<Card> {
    return this.send('POST', '/customers/v1/cards', { body, options });
  }

  /**
   * Sets a card's status, for example ACTIVE, SUSPENDED or STOLEN. The response is not documented.
   *
   * @see Kobble's page api-10192219
   */
  updateStatus(id: string, body: CardStatusUpdate, options?: CallOptions): ApiPromise<unknown> {
    return this.send('PATCH', '/customers/v1/cards/{id}/status', { path: { id }, body, options });
  }

  /**
   * Replaces a card, for example one that was lost. Sends an idempotency key: a retry issues no second card.
   *
   * @see Kobble's page api-10192220
   */
  replace(id: string, body: CardRenewReplace, options?: KeyedCallOptions): ApiPromise<Card> {
    return this.send('POST', '/customers/v1/cards/{id}/{action}', { path: { id, action: 'replace' }, body, options });
  }

  /**
   * Renews a card. Sends an idempotency key: a retry issues no second card.
   *
   * @see Kobble's page api-10192220
   */
  renew(id: string, body: CardRenewReplace, options?: KeyedCallOptions): ApiPromise<Card> {
    return this.send('POST', '/customers/v1/cards/{id}/{action}', { path: { id, action: 'renew' }, body, options });
  }

  /**
   * Generates a card's time-based secret. Sends an idempotency key.
   *
   * @see Kobble's page api-12255079
   */
  createSecret(id: string, body: CardSecretCreate, options?: KeyedCallOptions): ApiPromise<CardSecret> {
    return this.send('POST', '/customers/v1/cards/{id}/secrets', { path: { id }, body, options });
  }

  /**
   * Opens a short-lived session of the widget that shows the card's number, CVV and expiry. Open a new one for each
   * display. The unit of `expiresIn` is not documented. Sends an idempotency key.
   *
   * @throws DecodeError with code `invalid_widget_url` if the session's URL is not https.
   * @see Kobble's page api-28190658
   */
  createWidgetSession(id: string, options?: KeyedCallOptions): ApiPromise<CardWidgetSessionWithUrl> {
    return this.send(
      'POST',
      '/customers/v1/cards/{id}/widget-session',
      { path: { id }, body: {}, options },
      withIframeUrl,
    );
  }
}

function withIframeUrl(session: CardWidgetSession, _: Response, unusable: Unusable): CardWidgetSessionWithUrl {
  try {
    return { ...session, iframeUrl: buildWidgetUrl(session) };
  } catch (cause) {
    throw unusable('invalid_widget_url', 'with a widget session that has no usable URL', cause);
  }
}
