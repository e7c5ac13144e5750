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

/**
 * Prepaid cards, their secrets, and the widget that shows them.
 *
 * @see {@link https://docs.apikobble.net/doc-768966 Cards API}
 */
export class Cards extends Resource {
  /**
   * Lists cards: await one page, or iterate over all of them with `for await`.
   *
   * Evidence: documented; response: documented.
   *
   * @see {@link https://docs.apikobble.net/api-10192216 Get all cards}
   */
  list(query: CardListQuery = {}, options?: CallOptions): PagePromise<Card> {
    return paginate((page, read) => this.send('GET', '/customers/v1/cards', { query: page, options }, read), query);
  }

  /**
   * Gets a card.
   *
   * Evidence: documented; response: inferred.
   *
   * @see {@link https://docs.apikobble.net/api-10192218 Get card by ID}
   */
  get(id: string, options?: CallOptions): ApiPromise<Card> {
    return this.send('GET', '/customers/v1/cards/{id}', { path: { id }, options });
  }

  /**
   * Creates a card on a wallet. The wallet must be ACTIVE, without `external_id`, and held by a person with first
   * name, last name, email and phone number, who belongs to the same client as the caller. The details are used for
   * 3-D Secure. No page shows the response: it is assumed to be the card, and the status may be 200, 201 or 202. Sends
   * an idempotency key: a retry creates no second card.
   *
   * Evidence: documented; response: unknown.
   *
   * @see {@link https://docs.apikobble.net/api-10192217 Create a new card}
   * @see {@link https://docs.apikobble.net/doc-1946732 Card Creation Flow}
   */
  create(body: CardCreate, options?: KeyedCallOptions): ApiPromise<Card> {
    return this.send('POST', '/customers/v1/cards', { body, options });
  }

  /**
   * Sets a card's status, for example ACTIVE, SUSPENDED or STOLEN. The allowed transitions are unknown. Takes no
   * idempotency key: retried only if it cannot have been carried out.
   *
   * Evidence: documented; response: unknown.
   *
   * @see {@link https://docs.apikobble.net/api-10192219 Update card status}
   */
  updateStatus(id: string, body: CardStatusUpdate, options?: CallOptions): ApiPromise<unknown> {
    return this.send('PATCH', '/customers/v1/cards/{id}/status', { path: { id }, body, options });
  }

  /**
   * Replaces a card. The format of `expiry`, and what expires, is unknown. Sends an idempotency key: a retry replaces
   * nothing twice.
   *
   * Evidence: documented; response: documented.
   *
   * @see {@link https://docs.apikobble.net/api-10192220 Replace or renew card}
   */
  replace(id: string, body: CardRenewReplace, options?: KeyedCallOptions): ApiPromise<Card> {
    return this.send('POST', '/customers/v1/cards/{id}/{action}', { path: { id, action: 'replace' }, body, options });
  }

  /**
   * Renews a card. The format of `expiry`, and what expires, is unknown. Sends an idempotency key: a retry renews
   * nothing twice.
   *
   * Evidence: documented; response: documented.
   *
   * @see {@link https://docs.apikobble.net/api-10192220 Replace or renew card}
   */
  renew(id: string, body: CardRenewReplace, options?: KeyedCallOptions): ApiPromise<Card> {
    return this.send('POST', '/customers/v1/cards/{id}/{action}', { path: { id, action: 'renew' }, body, options });
  }

  /**
   * Generates a card's time-based secret, free text that may contain `$` and `\`. Sends an idempotency key.
   *
   * Evidence: documented; response: documented.
   *
   * @see {@link https://docs.apikobble.net/api-12255079 Generate card secret}
   */
  createSecret(id: string, body: CardSecretCreate, options?: KeyedCallOptions): ApiPromise<CardSecret> {
    return this.send('POST', '/customers/v1/cards/{id}/secrets', { path: { id }, body, options });
  }

  /**
   * Opens a short-lived session of the MeaWallet EasyLaunch widget, which displays the card's PAN, CVV and expiry.
   * Open a new one for each display. The card must belong to the caller. The unit of `expiresIn` and the form of
   * `totp` are unknown. The page's sample also sends the header `x-client-id`, empty and of unknown meaning; to send
   * it, pass `{ headers: { 'x-client-id': '' } }`. Sends an idempotency key.
   *
   * Evidence: documented; response: example.
   *
   * @throws DecodeError with code `invalid_widget_url` if the session's URL is not https.
   * @see {@link https://docs.apikobble.net/api-28190658 Generate MeaWallet widget session token}
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
  } catch {
    throw unusable('invalid_widget_url', 'with a widget session that has no usable URL');
  }
}
