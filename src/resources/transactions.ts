import type { ApiPromise } from '../api-promise.js';
import type { CallOptions } from '../call.js';
import { paginate, type PagePromise } from '../paginate.js';
import type {
  Transaction,
  TransactionCreate,
  TransactionCreateManualCredit,
  TransactionCreateManualDebit,
  TransactionListQuery,
} from '../schema.js';
import type { Send } from '../transport.js';

/** Movements of money between wallets. */
export class Transactions {
  readonly #send: Send;

  constructor(send: Send) {
    this.#send = send;
  }

  /**
   * Lists transactions: await one page, or walk all with `for await`. What a transaction holds is not known.
   *
   * @see Kobble's page api-10192227
   */
  list(query: TransactionListQuery = {}, options?: CallOptions): PagePromise<Transaction> {
    return paginate((page) => this.#send('GET', '/customers/v1/transactions', { query: page, options }), query);
  }

  /**
   * Gets a transaction.
   *
   * @see Kobble's page api-10192229
   */
  get(id: string, options?: CallOptions): ApiPromise<Transaction | undefined> {
    return this.#send('GET', '/customers/v1/transactions/{id}', { path: { id }, options });
  }

  /**
   * Moves money from one wallet to another. The unit of `amount` is not documented. One key for all attempts: never moved twice.
   *
   * @see Kobble's page api-10192228
   */
  create(body: TransactionCreate, options?: CallOptions): ApiPromise<Transaction | undefined> {
    return this.#send('POST', '/customers/v1/transactions', { body, options });
  }

  /**
   * Credits a wallet. The unit of `amount` is not documented. One key for all attempts: never credited twice.
   *
   * @see Kobble's page api-10192230
   */
  createManualCredit(body: TransactionCreateManualCredit, options?: CallOptions): ApiPromise<Transaction | undefined> {
    return this.#send('POST', '/customers/v1/transactions/manual-credit', { body, options });
  }

  /**
   * Debits a wallet. The unit of `amount` is not documented. One key for all attempts: never debited twice.
   *
   * @see Kobble's page api-10192231
   */
  createManualDebit(body: TransactionCreateManualDebit, options?: CallOptions): ApiPromise<Transaction | undefined> {
    return this.#send('POST', '/customers/v1/transactions/manual-debit', { body, options });
  }
}
