import { mapData, type ApiPromise } from '../api-promise.js';
import type { CallOptions } from '../call.js';
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
} from '../schema.js';
import type { Send } from '../transport.js';
import { withIframeUrl } from '../widget-session.js';

/** A widget session with the address of the iframe that shows the card. The address is a secret: it carries the TOTP. */
export interface CardWidgetSessionWithUrl extends CardWidgetSession {
  readonly iframeUrl: string;
}

/** Prepaid cards, their secrets, and the widget that shows them. */
export class Cards {
  readonly #send: Send;

  constructor(send: Send) {
    this.#send = send;
  }

  /**
   * Lists cards: await one page, or walk all with `for await`.
   *
   * @see Kobble's page api-10192216
   */
  list(query: CardListQuery = {}, options?: CallOptions): PagePromise<Card> {
    return paginate((page) => this.#send('GET', '/customers/v1/cards', { query: page, options }), query);
  }

  /**
   * Gets a card.
   *
   * @see Kobble's page api-10192218
   */
  get(id: string, options?: CallOptions): ApiPromise<Card> {
    return this.#send('GET', '/customers/v1/cards/{id}', { path: { id }, options });
  }

  /**
   * Issues a card on a wallet: ACTIVE, without `external_id`, held by a person with name, email and phone number. No page
   * shows the answer; it is taken to be the card. One key for all attempts: a lost answer issues no second card.
   *
   * @see Kobble's page api-10192217, and the guide doc-1946732
   */
  create(body: CardCreate, options?: CallOptions): ApiPromise<Card> {
    return this.#send('POST', '/customers/v1/cards', { body, options });
  }

  /**
   * Sets a card's status, such as ACTIVE, SUSPENDED or STOLEN. What it answers is not known.
   *
   * @see Kobble's page api-10192219
   */
  updateStatus(id: string, body: CardStatusUpdate, options?: CallOptions): ApiPromise<unknown> {
    return this.#send('PATCH', '/customers/v1/cards/{id}/status', { path: { id }, body, options });
  }

  /**
   * Replaces a card, for instance one that was lost.
   *
   * @see Kobble's page api-10192220
   */
  replace(id: string, body: CardRenewReplace, options?: CallOptions): ApiPromise<Card> {
    return this.#send('POST', '/customers/v1/cards/{id}/{action}', { path: { id, action: 'replace' }, body, options });
  }

  /**
   * Renews a card.
   *
   * @see Kobble's page api-10192220
   */
  renew(id: string, body: CardRenewReplace, options?: CallOptions): ApiPromise<Card> {
    return this.#send('POST', '/customers/v1/cards/{id}/{action}', { path: { id, action: 'renew' }, body, options });
  }

  /**
   * Generates a card's time-based secret.
   *
   * @see Kobble's page api-12255079
   */
  createSecret(id: string, body: CardSecretCreate, options?: CallOptions): ApiPromise<CardSecret> {
    return this.#send('POST', '/customers/v1/cards/{id}/secrets', { path: { id }, body, options });
  }

  /**
   * Opens a short-lived session of the widget that shows the card's number, CVV and expiry. A fresh one for each showing;
   * `expiresIn` is passed on as sent (its unit is not documented).
   *
   * @see Kobble's page api-28190658
   */
  createWidgetSession(id: string, options?: CallOptions): ApiPromise<CardWidgetSessionWithUrl> {
    return mapData(
      this.#send('POST', '/customers/v1/cards/{id}/widget-session', { path: { id }, body: {}, options }),
      withIframeUrl,
    );
  }
}
