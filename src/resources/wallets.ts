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
   * Evidence: documented; response: inferred.
   *
   * @see {@link https://docs.apikobble.net/api-10192232 Get all wallets}
   */
  list(options?: CallOptions): ListPromise<Wallet> {
    return iterable(this.send('GET', '/customers/v1/wallets', { options }));
  }

  /**
   * Gets a wallet with its balance.
   *
   * Evidence: documented; response: documented.
   *
   * @see {@link https://docs.apikobble.net/api-10192234 Get wallet by ID}
   */
  get(id: string, options?: CallOptions): ApiPromise<Wallet> {
    return this.send('GET', '/customers/v1/wallets/{id}', { path: { id }, options });
  }

  /**
   * Creates a wallet for an enduser. Takes no idempotency key: retried only if it cannot have been carried out.
   *
   * Evidence: documented; response: documented.
   *
   * @see {@link https://docs.apikobble.net/api-10192233 Create a new wallet}
   */
  create(body: WalletCreate, options?: CallOptions): ApiPromise<Wallet> {
    return this.send('POST', '/customers/v1/wallets', { body, options });
  }

  /**
   * Updates a wallet's status. The fields of the request are unknown. Takes no idempotency key: retried only if it
   * cannot have been carried out.
   *
   * Evidence: documented; response: unknown.
   *
   * @see {@link https://docs.apikobble.net/api-10192235 Update wallet}
   */
  update(id: string, body: WalletUpdate, options?: CallOptions): ApiPromise<unknown> {
    return this.send('PATCH', '/customers/v1/wallets/{id}', { path: { id }, body, options });
  }
}
