import type { ApiPromise } from '../api-promise.js';
import type { CallOptions } from '../call.js';
import type { Client, ClientCreate } from '../schema.js';
import type { Send } from '../transport.js';

/** The owners of everything else. */
export class Clients {
  readonly #send: Send;

  constructor(send: Send) {
    this.#send = send;
  }

  /**
   * Lists the clients.
   *
   * @see Kobble's page api-12280696
   */
  list(options?: CallOptions): ApiPromise<Client[]> {
    return this.#send('GET', '/customers/v1/clients', { options });
  }

  /**
   * Gets a client. What it holds is not known.
   *
   * @see Kobble's page api-12280699
   */
  get(id: string, options?: CallOptions): ApiPromise<Client | undefined> {
    return this.#send('GET', '/customers/v1/clients/{id}', { path: { id }, options });
  }

  /**
   * Creates a client. Path inferred; neither body nor answer is known. Not repeated where it may have been carried out.
   *
   * @see Kobble's page api-12280696 (Get all clients), whose path it follows
   */
  create(body: ClientCreate, options?: CallOptions): ApiPromise<Client | undefined> {
    return this.#send('POST', '/customers/v1/clients', { body, options });
  }
}
