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
   * Evidence: documented; response: unknown.
   *
   * @see {@link https://docs.apikobble.net/api-12280696 Get all clients}
   */
  list(options?: CallOptions): ListPromise<Client> {
    return iterable(this.send('GET', '/customers/v1/clients', { options }));
  }

  /**
   * Gets a client.
   *
   * Evidence: documented; response: unknown.
   *
   * @see {@link https://docs.apikobble.net/api-12280699 Get client by ID}
   */
  get(id: string, options?: CallOptions): ApiPromise<Undocumented<Client>> {
    return this.send('GET', '/customers/v1/clients/{id}', { path: { id }, options });
  }

  /**
   * Creates a client. The fields of the request are unknown. Takes no idempotency key: retried only if it cannot have been
   * carried out.
   *
   * Evidence: inferred; response: unknown.
   *
   * @see {@link https://docs.apikobble.net Create a new client} (named in the menu only)
   */
  create(body: ClientCreate, options?: CallOptions): ApiPromise<Undocumented<Client>> {
    return this.send('POST', '/customers/v1/clients', { body, options });
  }
}
