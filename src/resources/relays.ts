import type { ApiPromise } from '../api-promise.js';
import type { CallOptions } from '../options.js';
import type { Relay, RelayCreate, Undocumented } from '../contract/types.js';
import { Resource } from './resource.js';

/** URLs of the customer that card authorisations are sent to. */
export class Relays extends Resource {
  /**
   * Has card authorisations sent to a URL. The response is not documented. Takes no idempotency key: retried only if it
   * cannot have been carried out.
   *
   * @see Kobble's page api-12287941
   * @see Kobble's page doc-771683
   */
  create(body: RelayCreate, options?: CallOptions): ApiPromise<Undocumented<Relay>> {
    return this.send('POST', '/customers/v1/relays', { body, options });
  }
}
