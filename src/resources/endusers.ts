import type { ApiPromise } from '../api-promise.js';
import type { CallOptions } from '../call.js';
import type { Enduser, EnduserCreate } from '../schema.js';
import type { Send } from '../transport.js';

/** People and companies that hold wallets. */
export class Endusers {
  readonly #send: Send;

  constructor(send: Send) {
    this.#send = send;
  }

  /**
   * Lists the endusers. The path is inferred from the metadata guide, and so is the list.
   *
   * @see Kobble's page doc-1949255
   */
  list(options?: CallOptions): ApiPromise<Enduser[]> {
    return this.#send('GET', '/customers/v1/endusers', { options });
  }

  /**
   * Gets an enduser. The path is inferred from the metadata guide.
   *
   * @see Kobble's page doc-1949255
   */
  get(id: string, options?: CallOptions): ApiPromise<Enduser> {
    return this.#send('GET', '/customers/v1/endusers/{id}', { path: { id }, options });
  }

  /**
   * Creates a person or a company. Takes no idempotency key, so it is not repeated where it may have been carried out.
   *
   * @see Kobble's page api-10192225, and the guide doc-1949255
   */
  create(body: EnduserCreate, options?: CallOptions): ApiPromise<Enduser> {
    return this.#send('POST', '/customers/v1/endusers', { body, options });
  }
}
