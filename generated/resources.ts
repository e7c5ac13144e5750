// Written by `npm run generate` from openapi/. Do not edit.

import type { ApiPromise } from '../src/api-promise.js';
import type {
  Beneficiary,
  BeneficiaryCreate,
  BeneficiaryUpdate,
  Card,
  CardCreate,
  CardListQuery,
  CardRenewReplace,
  CardSecret,
  CardSecretCreate,
  CardStatusUpdate,
  Client,
  ClientCreate,
  Enduser,
  EnduserCreate,
  Program,
  ProgramCreate,
  Relay,
  RelayCreate,
  Transaction,
  TransactionCreate,
  TransactionCreateManualCredit,
  TransactionCreateManualDebit,
  TransactionListQuery,
  Undocumented,
  Wallet,
  WalletCreate,
  WalletUpdate,
  Webhook,
  WebhookCreate,
} from '../src/contract/types.js';
import type { Send } from '../src/http/transport.js';
import type { CallOptions, KeyedCallOptions } from '../src/options.js';
import { iterable, paginate } from '../src/paginate.js';
import type { ListPromise, PagePromise } from '../src/paginate.js';
import { Resource } from '../src/resources/resource.js';
import { withIframeUrl } from '../src/resources/widget-session.js';
import type { CardWidgetSessionWithUrl } from '../src/resources/widget-session.js';

/** Bank payees that money can be sent to. */
export class Beneficiaries extends Resource {
  /**
   * Returns all beneficiaries. No paging parameters are known.
   *
   * Evidence: inferred; response: unknown.
   *
   * @see {@link https://docs.apikobble.net List all beneficiaries} (named in the menu only)
   */
  list(options?: CallOptions): ListPromise<Beneficiary> {
    return iterable((read) => this.send('GET', '/customers/v1/beneficiaries', { options }, read));
  }

  /**
   * Returns one beneficiary.
   *
   * Evidence: inferred; response: unknown.
   *
   * @see {@link https://docs.apikobble.net Get beneficiary by ID} (named in the menu only)
   */
  get(id: string, options?: CallOptions): ApiPromise<Undocumented<Beneficiary>> {
    return this.send('GET', '/customers/v1/beneficiaries/{id}', { path: { id }, options });
  }

  /**
   * Creates a beneficiary from bank details. Takes no idempotency key: retried only if it cannot have been executed.
   *
   * Evidence: documented; response: unknown.
   *
   * @see {@link https://docs.apikobble.net/api-14139509 Create beneficiary}
   */
  create(body: BeneficiaryCreate, options?: CallOptions): ApiPromise<Undocumented<Beneficiary>> {
    return this.send('POST', '/customers/v1/beneficiaries', { body, options });
  }

  /**
   * Updates the status or the metadata of a beneficiary. Takes no idempotency key: retried only if it cannot have been
   * executed.
   *
   * Evidence: documented; response: unknown.
   *
   * @see {@link https://docs.apikobble.net/api-14284227 Update beneficiary}
   */
  update(id: string, body: BeneficiaryUpdate, options?: CallOptions): ApiPromise<unknown> {
    return this.send('PUT', '/customers/v1/beneficiaries/{id}', { path: { id }, body, options });
  }
}

/** Programs that cards are created under. */
export class CardPrograms extends Resource {
  /**
   * Returns all card programs. No paging parameters are known.
   *
   * Evidence: documented; response: documented.
   *
   * @see {@link https://docs.apikobble.net/api-10192221 Get all programs}
   */
  list(options?: CallOptions): ListPromise<Program> {
    return iterable((read) => this.send('GET', '/customers/v1/card-programs', { options }, read));
  }

  /**
   * Returns one card program.
   *
   * Evidence: documented; response: inferred.
   *
   * @see {@link https://docs.apikobble.net/api-10192223 Get program by ID}
   */
  get(id: string, options?: CallOptions): ApiPromise<Program> {
    return this.send('GET', '/customers/v1/card-programs/{id}', { path: { id }, options });
  }

  /**
   * Creates a card program. This may not be open to customers: the card creation guide says that programs are made
   * "via Kobble, or POST `/api/programs` if exposed". Takes no idempotency key: retried only if it cannot have been
   * executed.
   *
   * Evidence: documented; response: inferred.
   *
   * @see {@link https://docs.apikobble.net/api-10192222 Create a new program}
   * @see {@link https://docs.apikobble.net/doc-1946732 Card Creation Flow — Developer Guide & Onboarding}
   */
  create(body: ProgramCreate, options?: CallOptions): ApiPromise<Program> {
    return this.send('POST', '/customers/v1/card-programs', { body, options });
  }
}

/** Prepaid cards, card secrets, and the widget that displays a card. */
export class Cards extends Resource {
  /**
   * Returns one page of cards. The response headers X-Total-Count, X-Offset and X-Limit describe the page. Await one
   * page, or iterate over all entries with `for await`.
   *
   * Evidence: documented; response: documented.
   *
   * @throws ApiError with a documented status: 400, 401, 403, 404, 500.
   * @see {@link https://docs.apikobble.net/api-10192216 Get all cards}
   * @see {@link https://docs.apikobble.net/doc-768966 Cards API}
   */
  list(query: CardListQuery = {}, options?: CallOptions): PagePromise<Card> {
    return paginate((page, read) => this.send('GET', '/customers/v1/cards', { query: page, options }, read), query);
  }

  /**
   * Returns one card.
   *
   * Evidence: documented; response: inferred.
   *
   * @throws ApiError with a documented status: 400, 401, 403, 404, 500.
   * @see {@link https://docs.apikobble.net/api-10192218 Get card by ID}
   * @see {@link https://docs.apikobble.net/doc-768966 Cards API}
   */
  get(id: string, options?: CallOptions): ApiPromise<Card> {
    return this.send('GET', '/customers/v1/cards/{id}', { path: { id }, options });
  }

  /**
   * Creates a card on a wallet. The card creation guide requires the following:
   *
   * - The wallet is ACTIVE, and its `external_id` is null. A wallet that already has one is refused with the message
   *   `Invalid wallet with existing entity association` (status unknown).
   * - The program is ACTIVE, and its metadata fits the card product.
   * - The holder of the wallet is a person with first name, last name, email and phone number, and belongs to the same
   *   client as the caller. These details are used for the card product and for 3-D Secure enrolment.
   *
   * No page shows the response: it is assumed to be the card. The status may be 200, 201 or 202: newer documentation
   * lists the schemas 201 Created and 202 Accepted beside those of cards, so that creating a card may have become
   * asynchronous. Sends an idempotency key, so that a retry is safe.
   *
   * Evidence: documented; response: unknown.
   *
   * @throws ApiError with a documented status: 400, 401, 403, 404, 500.
   * @see {@link https://docs.apikobble.net/api-10192217 Create a new card}
   * @see {@link https://docs.apikobble.net/doc-1946732 Card Creation Flow — Developer Guide & Onboarding}
   * @see {@link https://docs.apikobble.net/doc-768966 Cards API}
   */
  create(body: CardCreate, options?: KeyedCallOptions): ApiPromise<Card> {
    return this.send('POST', '/customers/v1/cards', { body, options });
  }

  /**
   * Sets the status of a card. The page gives ACTIVE, SUSPENDED and STOLEN as examples. The allowed transitions are
   * unknown. Takes no idempotency key: retried only if it cannot have been executed.
   *
   * Evidence: documented; response: unknown.
   *
   * @throws ApiError with a documented status: 400, 401, 403, 404, 500.
   * @see {@link https://docs.apikobble.net/api-10192219 Update card status}
   * @see {@link https://docs.apikobble.net/doc-768966 Cards API}
   */
  updateStatus(id: string, body: CardStatusUpdate, options?: CallOptions): ApiPromise<unknown> {
    return this.send('PATCH', '/customers/v1/cards/{id}/status', { path: { id }, body, options });
  }

  /**
   * Generates a time-based secret for a card, which is free text that may contain `$` and `\`. Sends an idempotency
   * key, so that a retry is safe.
   *
   * Evidence: documented; response: documented.
   *
   * @throws ApiError with a documented status: 400, 401, 403, 404, 500.
   * @see {@link https://docs.apikobble.net/api-12255079 Generate card secret}
   * @see {@link https://docs.apikobble.net/doc-768966 Cards API}
   */
  createSecret(id: string, body: CardSecretCreate, options?: KeyedCallOptions): ApiPromise<CardSecret> {
    return this.send('POST', '/customers/v1/cards/{id}/secrets', { path: { id }, body, options });
  }

  /**
   * Returns a short-lived TOTP and the widget URL for embedding the MeaWallet EasyLaunch iframe, which displays card
   * details (PAN, CVV, expiry). Open a new session for each display. The card must belong to the caller. The unit of
   * `expiresIn` and the form of `totp` are unknown. The page's sample also sends the header `x-client-id`, empty and
   * of unknown meaning. The URL of the iframe is `{widgetUrl}?cardId={cardId}&totp={totp}`. The result has it as
   * `iframeUrl`, which is a secret: it contains the TOTP. Kobble's page has the label "testing". Sends an idempotency
   * key, so that a retry is safe.
   *
   * Evidence: documented; response: example.
   *
   * @throws ApiError with a documented status: 400, 401, 403, 404, 500.
   * @throws DecodeError with code `invalid_widget_url` if the session's URL is not https.
   * @see {@link https://docs.apikobble.net/api-28190658 Generate MeaWallet widget session token}
   */
  createWidgetSession(
    id: string,
    options?: KeyedCallOptions & { headers?: { 'x-client-id'?: string | undefined } | undefined },
  ): ApiPromise<CardWidgetSessionWithUrl> {
    return this.send(
      'POST',
      '/customers/v1/cards/{id}/widget-session',
      { path: { id }, body: {}, options },
      withIframeUrl,
    );
  }

  /**
   * Replaces a card. The response is a card; the page does not say whether it is the existing card or a new one. The
   * format of `expiry`, and what expires, is unknown. Sends an idempotency key, so that a retry is safe.
   *
   * Evidence: documented; response: documented.
   *
   * @throws ApiError with a documented status: 400, 401, 403, 404, 500.
   * @see {@link https://docs.apikobble.net/api-10192220 Replace or renew card}
   * @see {@link https://docs.apikobble.net/doc-768966 Cards API}
   */
  replace(id: string, body: CardRenewReplace, options?: KeyedCallOptions): ApiPromise<Card> {
    return this.send('POST', '/customers/v1/cards/{id}/{action}', { path: { id, action: 'replace' }, body, options });
  }

  /**
   * Renews a card. The response is a card; the page does not say whether it is the existing card or a new one. The
   * format of `expiry`, and what expires, is unknown. Sends an idempotency key, so that a retry is safe.
   *
   * Evidence: documented; response: documented.
   *
   * @throws ApiError with a documented status: 400, 401, 403, 404, 500.
   * @see {@link https://docs.apikobble.net/api-10192220 Replace or renew card}
   * @see {@link https://docs.apikobble.net/doc-768966 Cards API}
   */
  renew(id: string, body: CardRenewReplace, options?: KeyedCallOptions): ApiPromise<Card> {
    return this.send('POST', '/customers/v1/cards/{id}/{action}', { path: { id, action: 'renew' }, body, options });
  }
}

/** Owners of all other records. */
export class Clients extends Resource {
  /**
   * Returns all clients. No paging parameters are known.
   *
   * Evidence: documented; response: unknown.
   *
   * @see {@link https://docs.apikobble.net/api-12280696 Get all clients}
   */
  list(options?: CallOptions): ListPromise<Client> {
    return iterable((read) => this.send('GET', '/customers/v1/clients', { options }, read));
  }

  /**
   * Returns one client.
   *
   * Evidence: documented; response: unknown.
   *
   * @see {@link https://docs.apikobble.net/api-12280699 Get client by ID}
   */
  get(id: string, options?: CallOptions): ApiPromise<Undocumented<Client>> {
    return this.send('GET', '/customers/v1/clients/{id}', { path: { id }, options });
  }

  /**
   * Creates a client. The fields of the request are unknown. Takes no idempotency key: retried only if it cannot have
   * been executed.
   *
   * Evidence: inferred; response: unknown.
   *
   * @see {@link https://docs.apikobble.net Create a new client} (named in the menu only)
   */
  create(body: ClientCreate, options?: CallOptions): ApiPromise<Undocumented<Client>> {
    return this.send('POST', '/customers/v1/clients', { body, options });
  }
}

/** People and companies that hold wallets. */
export class Endusers extends Resource {
  /**
   * Returns all endusers. No paging parameters are known.
   *
   * Evidence: inferred; response: inferred.
   *
   * @see {@link https://docs.apikobble.net Get all endusers} (named in the menu only)
   * @see {@link https://docs.apikobble.net/doc-1949255 Usage of Metadata on Endusers}
   */
  list(options?: CallOptions): ListPromise<Enduser> {
    return iterable((read) => this.send('GET', '/customers/v1/endusers', { options }, read));
  }

  /**
   * Returns one enduser.
   *
   * Evidence: inferred; response: inferred.
   *
   * @see {@link https://docs.apikobble.net Get enduser by ID} (named in the menu only)
   * @see {@link https://docs.apikobble.net/doc-1949255 Usage of Metadata on Endusers}
   */
  get(id: string, options?: CallOptions): ApiPromise<Enduser> {
    return this.send('GET', '/customers/v1/endusers/{id}', { path: { id }, options });
  }

  /**
   * Creates a person or a company. Takes no idempotency key: retried only if it cannot have been executed.
   *
   * Evidence: documented; response: documented.
   *
   * @see {@link https://docs.apikobble.net/api-10192225 Create a new enduser}
   * @see {@link https://docs.apikobble.net/doc-1949255 Usage of Metadata on Endusers}
   */
  create(body: EnduserCreate, options?: CallOptions): ApiPromise<Enduser> {
    return this.send('POST', '/customers/v1/endusers', { body, options });
  }
}

/**
 * URLs of the customer that are subscribed to the rules of card use: spending limits, merchant category code (MCC)
 * restrictions and other card-use parameters. Transactions are processed by rules that the client defines.
 */
export class Relays extends Resource {
  /**
   * Subscribes a URL to the rules of card use: spending limits, merchant category code (MCC) restrictions and other
   * card-use parameters. Transactions are processed by rules that the client defines. What is sent to the URL, and
   * which response is expected, is unknown. Takes no idempotency key: retried only if it cannot have been executed.
   *
   * Evidence: documented; response: unknown.
   *
   * @see {@link https://docs.apikobble.net/api-12287941 Create subscription}
   * @see {@link https://docs.apikobble.net/doc-771683 Relays API}
   */
  create(body: RelayCreate, options?: CallOptions): ApiPromise<Undocumented<Relay>> {
    return this.send('POST', '/customers/v1/relays', { body, options });
  }
}

/** Transactions, which move money between wallets. */
export class Transactions extends Resource {
  /**
   * Returns one page of transactions, of one wallet or of all wallets. Await one page, or iterate over all entries
   * with `for await`.
   *
   * Evidence: documented; response: unknown.
   *
   * @see {@link https://docs.apikobble.net/api-10192227 Get all transactions}
   */
  list(query: TransactionListQuery = {}, options?: CallOptions): PagePromise<Transaction> {
    return paginate(
      (page, read) => this.send('GET', '/customers/v1/transactions', { query: page, options }, read),
      query,
    );
  }

  /**
   * Returns one transaction.
   *
   * Evidence: documented; response: unknown.
   *
   * @see {@link https://docs.apikobble.net/api-10192229 Get transaction by ID}
   */
  get(id: string, options?: CallOptions): ApiPromise<Undocumented<Transaction>> {
    return this.send('GET', '/customers/v1/transactions/{id}', { path: { id }, options });
  }

  /**
   * Creates a transaction, which moves money between wallets. The unit of `amount` is unknown. Sends an idempotency
   * key, so that a retry is safe.
   *
   * Evidence: documented; response: unknown.
   *
   * @see {@link https://docs.apikobble.net/api-10192228 Create a transaction}
   */
  create(body: TransactionCreate, options?: KeyedCallOptions): ApiPromise<Undocumented<Transaction>> {
    return this.send('POST', '/customers/v1/transactions', { body, options });
  }

  /**
   * Creates a manual credit transaction. The unit of `amount` is unknown. Sends an idempotency key, so that a retry is
   * safe.
   *
   * Evidence: documented; response: unknown.
   *
   * @see {@link https://docs.apikobble.net/api-10192230 Create manual credit transaction}
   */
  createManualCredit(
    body: TransactionCreateManualCredit,
    options?: KeyedCallOptions,
  ): ApiPromise<Undocumented<Transaction>> {
    return this.send('POST', '/customers/v1/transactions/manual-credit', { body, options });
  }

  /**
   * Creates a manual debit transaction. The unit of `amount` is unknown. Sends an idempotency key, so that a retry is
   * safe.
   *
   * Evidence: documented; response: unknown.
   *
   * @see {@link https://docs.apikobble.net/api-10192231 Create manual debit transaction}
   */
  createManualDebit(
    body: TransactionCreateManualDebit,
    options?: KeyedCallOptions,
  ): ApiPromise<Undocumented<Transaction>> {
    return this.send('POST', '/customers/v1/transactions/manual-debit', { body, options });
  }
}

/** Balances, held by endusers. */
export class Wallets extends Resource {
  /**
   * Returns all wallets. No paging parameters are known.
   *
   * Evidence: documented; response: inferred.
   *
   * @see {@link https://docs.apikobble.net/api-10192232 Get all wallets}
   */
  list(options?: CallOptions): ListPromise<Wallet> {
    return iterable((read) => this.send('GET', '/customers/v1/wallets', { options }, read));
  }

  /**
   * Returns one wallet with its balance.
   *
   * Evidence: documented; response: documented.
   *
   * @see {@link https://docs.apikobble.net/api-10192234 Get wallet by ID}
   */
  get(id: string, options?: CallOptions): ApiPromise<Wallet> {
    return this.send('GET', '/customers/v1/wallets/{id}', { path: { id }, options });
  }

  /**
   * Creates a wallet for an enduser. The wallet in the sample response is INACTIVE; how a wallet becomes ACTIVE is not
   * stated. Takes no idempotency key: retried only if it cannot have been executed.
   *
   * Evidence: documented; response: documented.
   *
   * @see {@link https://docs.apikobble.net/api-10192233 Create a new wallet}
   */
  create(body: WalletCreate, options?: CallOptions): ApiPromise<Wallet> {
    return this.send('POST', '/customers/v1/wallets', { body, options });
  }

  /**
   * Updates the status of a wallet. The fields of the request are unknown. Takes no idempotency key: retried only if
   * it cannot have been executed.
   *
   * Evidence: documented; response: unknown.
   *
   * @see {@link https://docs.apikobble.net/api-10192235 Update wallet}
   */
  update(id: string, body: WalletUpdate, options?: CallOptions): ApiPromise<unknown> {
    return this.send('PATCH', '/customers/v1/wallets/{id}', { path: { id }, body, options });
  }
}

/**
 * Events about transactions, wallets and tokenization, sent to a URL of the customer. `kobble-client/webhooks`
 * verifies them.
 */
export class Webhooks extends Resource {
  /**
   * Returns all webhooks. No paging parameters are known. Kobble's page has the label "developing".
   *
   * Evidence: documented; response: unknown.
   *
   * @see {@link https://docs.apikobble.net/api-13129041 Get all webhooks}
   */
  list(options?: CallOptions): ListPromise<Webhook> {
    return iterable((read) => this.send('GET', '/customer/v1/webhooks/subscriptions', { options }, read));
  }

  /**
   * Subscribes a URL to events. Kobble first sends a confirmation request to the URL (Amazon SNS); events arrive once
   * it is confirmed. Takes no idempotency key: retried only if it cannot have been executed.
   *
   * Evidence: documented; response: unknown.
   *
   * @see {@link https://docs.apikobble.net/api-13129088 Create a webhook}
   * @see {@link https://docs.apikobble.net/doc-806843 Webhooks API}
   */
  create(body: WebhookCreate, options?: CallOptions): ApiPromise<Undocumented<Webhook>> {
    return this.send('POST', '/customer/v1/webhooks/subscriptions', { body, options });
  }

  /**
   * Deletes a subscription to events. Kobble's page has the label "developing".
   *
   * Evidence: documented; response: unknown.
   *
   * @see {@link https://docs.apikobble.net/api-13129096 Delete a webhook}
   */
  delete(id: string, options?: CallOptions): ApiPromise<unknown> {
    return this.send('DELETE', '/customer/v1/webhooks/subscriptions/{id}', { path: { id }, options });
  }
}

/** The resources of a client: one for each tag of the contract. */
export abstract class Resources {
  /** Bank payees that money can be sent to. */
  declare readonly beneficiaries: Beneficiaries;
  /** Programs that cards are created under. */
  declare readonly cardPrograms: CardPrograms;
  /** Prepaid cards, card secrets, and the widget that displays a card. */
  declare readonly cards: Cards;
  /** Owners of all other records. */
  declare readonly clients: Clients;
  /** People and companies that hold wallets. */
  declare readonly endusers: Endusers;
  /**
   * URLs of the customer that are subscribed to the rules of card use: spending limits, merchant category code (MCC)
   * restrictions and other card-use parameters. Transactions are processed by rules that the client defines.
   */
  declare readonly relays: Relays;
  /** Transactions, which move money between wallets. */
  declare readonly transactions: Transactions;
  /** Balances, held by endusers. */
  declare readonly wallets: Wallets;
  /**
   * Events about transactions, wallets and tokenization, sent to a URL of the customer. `kobble-client/webhooks`
   * verifies them.
   */
  declare readonly webhooks: Webhooks;

  constructor(send: Send) {
    this.beneficiaries = new Beneficiaries(send);
    this.cardPrograms = new CardPrograms(send);
    this.cards = new Cards(send);
    this.clients = new Clients(send);
    this.endusers = new Endusers(send);
    this.relays = new Relays(send);
    this.transactions = new Transactions(send);
    this.wallets = new Wallets(send);
    this.webhooks = new Webhooks(send);
  }
}
