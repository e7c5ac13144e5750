import type { ApiPromise } from '../api-promise.js';
import type { CallOptions, KeyedCallOptions } from '../options.js';
import { paginate, type PagePromise } from '../paginate.js';
import type {
  Transaction,
  TransactionCreate,
  TransactionCreateManualCredit,
  TransactionCreateManualDebit,
  TransactionListQuery,
  Undocumented,
} from '../contract/types.js';
import { Resource } from './resource.js';

/** Movements of money between wallets. */
export class Transactions extends Resource {
  /**
   * Lists transactions: await one page, or iterate over all of them with `for await`.
   *
   * @see Kobble's page api-10192227
   */
  list(query: TransactionListQuery = {}, options?: CallOptions): PagePromise<Transaction> {
    return paginate(
      (page, read) => this.send('GET', '/customers/v1/transactions', { query: page, options }, read),
      query,
    );
  }

  /**
   * Gets a transaction. The response is not documented.
   *
   * @see Kobble's page api-10192229
   */
  get(id: string, options?: CallOptions): ApiPromise<Undocumented<Transaction>> {
    return this.send('GET', '/customers/v1/transactions/{id}', { path: { id }, options });
  }

  /**
   * Moves money from one wallet to another. The unit of `amount` and the response are not documented. Sends an idempotency
   * key: a retry moves nothing twice.
   *
   * @see Kobble's page api-10192228
   */
  create(body: TransactionCreate, options?: KeyedCallOptions): ApiPromise<Undocumented<Transaction>> {
    return this.send('POST', '/customers/v1/transactions', { body, options });
  }

  /**
   * Credits a wallet. The unit of `amount` and the response are not documented. Sends an idempotency key: a retry credits
   * nothing twice.
   *
   * @see Kobble's page api-10192230
   */
  createManualCredit(
    body: TransactionCreateManualCredit,
    options?: KeyedCallOptions,
  ): ApiPromise<Undocumented<Transaction>> {
    return this.send('POST', '/customers/v1/transactions/manual-credit', { body, options });
  }

  /**
   * Debits a wallet. The unit of `amount` and the response are not documented. Sends an idempotency key: a retry debits
   * nothing twice.
   *
   * @see Kobble's page api-10192231
   */
  createManualDebit(
    body: TransactionCreateManualDebit,
    options?: KeyedCallOptions,
  ): ApiPromise<Undocumented<Transaction>> {
    return this.send('POST', '/customers/v1/transactions/manual-debit', { body, options });
  }
}
