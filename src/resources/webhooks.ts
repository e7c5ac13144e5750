import type { ApiPromise } from '../api-promise.js';
import type { CallOptions } from '../call.js';
import type { Webhook, WebhookCreate } from '../schema.js';
import type { Send } from '../transport.js';

/** Subscriptions to events. To verify what they deliver, use `kobble-client/webhooks`. */
export class Webhooks {
  readonly #send: Send;

  constructor(send: Send) {
    this.#send = send;
  }

  /**
   * Lists the subscriptions. What one holds is not known.
   *
   * @see Kobble's page api-13129041
   */
  list(options?: CallOptions): ApiPromise<Webhook[]> {
    return this.#send('GET', '/customer/v1/webhooks/subscriptions', { options });
  }

  /**
   * Subscribes a URL to events. Kobble then asks it for a confirmation (Amazon SNS). Takes no idempotency key, so it is
   * not repeated where it may have been carried out.
   *
   * @see Kobble's page api-13129088
   */
  create(body: WebhookCreate, options?: CallOptions): ApiPromise<Webhook | undefined> {
    return this.#send('POST', '/customer/v1/webhooks/subscriptions', { body, options });
  }

  /**
   * Ends a subscription.
   *
   * @see Kobble's page api-13129096
   */
  delete(id: string, options?: CallOptions): ApiPromise<unknown> {
    return this.#send('DELETE', '/customer/v1/webhooks/subscriptions/{id}', { path: { id }, options });
  }
}
