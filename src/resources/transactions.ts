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
   * Gets a transaction.
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
   * key: a retry moves nothing twice.
   *
   * Evidence: documented; response: unknown.
   *
   * @see {@link https://docs.apikobble.net/api-10192228 Create a transaction}
   */
  create(body: TransactionCreate, options?: KeyedCallOptions): ApiPromise<Undocumented<Transaction>> {
    return this.send('POST', '/customers/v1/transactions', { body, options });
  }

  /**
   * Creates a manual credit transaction. The unit of `amount` is unknown. Sends an idempotency key: a retry credits
   * nothing twice.
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
   * Creates a manual debit transaction. The unit of `amount` is unknown. Sends an idempotency key: a retry debits
   * nothing twice.
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
