import type { ApiPromise } from '../api-promise.js';
import type { CallOptions } from '../options.js';
import { iterable, type ListPromise } from '../paginate.js';
import type { Enduser, EnduserCreate } from '../contract/types.js';
import { Resource } from './resource.js';

/** People and companies that hold wallets. */
export class Endusers extends Resource {
  /**
   * Lists the endusers. Evidence: inferred.
   *
   * @see Kobble's page doc-1949255
   */
  list(options?: CallOptions): ListPromise<Enduser> {
    return iterable(this.send('GET', '/customers/v1/endusers', { options }));
  }

  /**
   * Gets an enduser. Evidence: inferred.
   *
   * @see Kobble's page doc-1949255
   */
  get(id: string, options?: CallOptions): ApiPromise<Enduser> {
    return this.send('GET', '/customers/v1/endusers/{id}', { path: { id }, options });
  }

  /**
   * Creates a person or a company. Takes no idempotency key: retried only if it cannot have been carried out.
   *
   * @see Kobble's page api-10192225
   * @see Kobble's page doc-1949255
   */
  create(body: EnduserCreate, options?: CallOptions): ApiPromise<Enduser> {
    return this.send('POST', '/customers/v1/endusers', { body, options });
  }
}
