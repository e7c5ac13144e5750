import type { ApiPromise } from '../api-promise.js';
import type { CallOptions } from '../options.js';
import type { Relay, RelayCreate, Undocumented } from '../contract/types.js';
import { Resource } from './resource.js';

/** URLs of the customer that are subscribed to the rules of card use. */
export class Relays extends Resource {
  /**
   * Subscribes a URL to the rules of card use, such as spending limits. What is sent to the URL is unknown. Takes no
   * idempotency key: retried only if it cannot have been carried out.
   *
   * Evidence: documented; response: unknown.
   *
   * @see {@link https://docs.apikobble.net/api-12287941 Create subscription}
   * @see {@link https://docs.apikobble.net/doc-771683 Relays API}
   */
  create(body: RelayCreate, options?: CallOptions): ApiPromise<Undocumented<Relay>> {
    return this.send('POST', '/customers/v1/relays', { body, options });
  }
}
