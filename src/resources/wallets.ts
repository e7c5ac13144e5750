import type { ApiPromise } from '../api-promise.js';
import type { CallOptions } from '../call.js';
import type { Wallet, WalletCreate, WalletUpdate } from '../schema.js';
import type { Send } from '../transport.js';

/** Balances, held by endusers. */
export class Wallets {
  readonly #send: Send;

  constructor(send: Send) {
    this.#send = send;
  }

  /**
   * Lists the wallets.
   *
   * @see Kobble's page api-10192232
   */
  list(options?: CallOptions): ApiPromise<Wallet[]> {
    return this.#send('GET', '/customers/v1/wallets', { options });
  }

  /**
   * Gets a wallet.
   *
   * @see Kobble's page api-10192234
   */
  get(id: string, options?: CallOptions): ApiPromise<Wallet> {
    return this.#send('GET', '/customers/v1/wallets/{id}', { path: { id }, options });
  }

  /**
   * Creates a wallet. Takes no idempotency key, so it is not repeated where it may have been carried out.
   *
   * @see Kobble's page api-10192233
   */
  create(body: WalletCreate, options?: CallOptions): ApiPromise<Wallet> {
    return this.#send('POST', '/customers/v1/wallets', { body, options });
  }

  /**
   * Updates a wallet's status. Neither body nor answer is shown by the page.
   *
   * @see Kobble's page api-10192235
   */
  update(id: string, body: WalletUpdate, options?: CallOptions): ApiPromise<unknown> {
    return this.#send('PATCH', '/customers/v1/wallets/{id}', { path: { id }, body, options });
  }
}
