import type { ApiPromise } from '../api-promise.js';
import type { CallOptions } from '../options.js';
import { iterable, type ListPromise } from '../paginate.js';
import type { Wallet, WalletCreate, WalletUpdate } from '../contract/types.js';
import { Resource } from './resource.js';

/** Balances, held by endusers. */
export class Wallets extends Resource {
  /**
   * Lists the wallets.
   *
   * @see Kobble's page api-10192232
   */
  list(options?: CallOptions): ListPromise<Wallet> {
    return iterable(this.send('GET', '/customers/v1/wallets', { options }));
  }

  /**
   * Gets a wallet with its balance.
   *
   * @see Kobble's page api-10192234
   */
  get(id: string, options?: CallOptions): ApiPromise<Wallet> {
    return this.send('GET', '/customers/v1/wallets/{id}', { path: { id }, options });
  }

  /**
   * Creates a wallet. Takes no idempotency key: retried only if it cannot have been carried out.
   *
   * @see Kobble's page api-10192233
   */
  create(body: WalletCreate, options?: CallOptions): ApiPromise<Wallet> {
    return this.send('POST', '/customers/v1/wallets', { body, options });
  }

  /**
   * Updates a wallet's status. Neither the request nor the response is documented.
   *
   * @see Kobble's page api-10192235
   */
  update(id: string, body: WalletUpdate, options?: CallOptions): ApiPromise<unknown> {
    return this.send('PATCH', '/customers/v1/wallets/{id}', { path: { id }, body, options });
  }
}
