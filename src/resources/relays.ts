import type { ApiPromise } from '../api-promise.js';
import type { CallOptions } from '../call.js';
import type { Relay, RelayCreate } from '../schema.js';
import type { Send } from '../transport.js';

/** Card authorisations, sent to a URL of the customer's. */
export class Relays {
  readonly #send: Send;

  constructor(send: Send) {
    this.#send = send;
  }

  /**
   * Subscribes a URL to card authorisations. Takes no idempotency key, so it is not repeated where it may have been carried out.
   *
   * @see Kobble's page api-12287941, and the guide doc-771683
   */
  create(body: RelayCreate, options?: CallOptions): ApiPromise<Relay | undefined> {
    return this.#send('POST', '/customers/v1/relays', { body, options });
  }
}
