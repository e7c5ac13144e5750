import type { ApiPromise } from '../api-promise.js';
import type { CallOptions } from '../options.js';
import { iterable, type ListPromise } from '../paginate.js';
import type { Client, ClientCreate, Undocumented } from '../contract/types.js';
import { Resource } from './resource.js';

/** Owners of all other records. */
export class Clients extends Resource {
  /**
   * Lists the clients.
   *
   * @see Kobble's page api-12280696
   */
  list(options?: CallOptions): ListPromise<Client> {
    return iterable(this.send('GET', '/customers/v1/clients', { options }));
  }

  /**
   * Gets a client. The response is not documented.
   *
   * @see Kobble's page api-12280699
   */
  get(id: string, options?: CallOptions): ApiPromise<Undocumented<Client>> {
    return this.send('GET', '/customers/v1/clients/{id}', { path: { id }, options });
  }

  /**
   * Creates a client. Evidence: inferred. The response is not documented. Takes no idempotency key: retried only if it
   * cannot have been carried out.
   *
   * @see Kobble's menu
   */
  create(body: ClientCreate, options?: CallOptions): ApiPromise<Undocumented<Client>> {
    return this.send('POST', '/customers/v1/clients', { body, options });
  }
}
