import type { ApiPromise } from '../api-promise.js';
import type { CallOptions } from '../options.js';
import { iterable, type ListPromise } from '../paginate.js';
import type { Enduser, EnduserCreate } from '../contract/types.js';
import { Resource } from './resource.js';

/** People and companies that hold wallets. */
export class Endusers extends Resource {
  /**
   * Lists the endusers.
   *
   * Evidence: inferred; response: inferred.
   *
   * @see {@link https://docs.apikobble.net Get all endusers} (named in the menu only)
   * @see {@link https://docs.apikobble.net/doc-1949255 Usage of Metadata on Endusers}
   */
  list(options?: CallOptions): ListPromise<Enduser> {
    return iterable(this.send('GET', '/customers/v1/endusers', { options }));
  }

  /**
   * Gets an enduser.
   *
   * Evidence: inferred; response: inferred.
   *
   * @see {@link https://docs.apikobble.net Get enduser by ID} (named in the menu only)
   * @see {@link https://docs.apikobble.net/doc-1949255 Usage of Metadata on Endusers}
   */
  get(id: string, options?: CallOptions): ApiPromise<Enduser> {
    return this.send('GET', '/customers/v1/endusers/{id}', { path: { id }, options });
  }

  /**
   * Creates a person or a company. Takes no idempotency key: retried only if it cannot have been carried out.
   *
   * Evidence: documented; response: documented.
   *
   * @see {@link https://docs.apikobble.net/api-10192225 Create a new enduser}
   * @see {@link https://docs.apikobble.net/doc-1949255 Usage of Metadata on Endusers}
   */
  create(body: EnduserCreate, options?: CallOptions): ApiPromise<Enduser> {
    return this.send('POST', '/customers/v1/endusers', { body, options });
  }
}
