import type { ApiPromise } from '../api-promise.js';
import type { CallOptions } from '../options.js';
import { iterable, type ListPromise } from '../paginate.js';
import type { Webhook, WebhookCreate, Undocumented } from '../contract/types.js';
import { Resource } from './resource.js';

/** Subscriptions to events. Verify the events with `kobble-client/webhooks`. */
export class Webhooks extends Resource {
  /**
   * Lists the webhooks.
   *
   * Evidence: documented; response: unknown.
   *
   * @see {@link https://docs.apikobble.net/api-13129041 Get all webhooks}
   */
  list(options?: CallOptions): ListPromise<Webhook> {
    return iterable(this.send('GET', '/customer/v1/webhooks/subscriptions', { options }));
  }

  /**
   * Subscribes a URL to events. Kobble then sends it a confirmation request (Amazon SNS). Takes no idempotency key:
   * retried only if it cannot have been carried out.
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
   * Deletes a subscription to events.
   *
   * Evidence: documented; response: unknown.
   *
   * @see {@link https://docs.apikobble.net/api-13129096 Delete a webhook}
   */
  delete(id: string, options?: CallOptions): ApiPromise<unknown> {
    return this.send('DELETE', '/customer/v1/webhooks/subscriptions/{id}', { path: { id }, options });
  }
}
