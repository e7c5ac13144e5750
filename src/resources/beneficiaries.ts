import type { ApiPromise } from '../api-promise.js';
import type { CallOptions } from '../options.js';
import { iterable, type ListPromise } from '../paginate.js';
import type { Beneficiary, BeneficiaryCreate, BeneficiaryUpdate, Undocumented } from '../contract/types.js';
import { Resource } from './resource.js';

/** Bank payees that money can be sent to. */
export class Beneficiaries extends Resource {
  /**
   * Lists the beneficiaries.
   *
   * Evidence: inferred; response: unknown.
   *
   * @see {@link https://docs.apikobble.net List all beneficiaries} (named in the menu only)
   */
  list(options?: CallOptions): ListPromise<Beneficiary> {
    return iterable(this.send('GET', '/customers/v1/beneficiaries', { options }));
  }

  /**
   * Gets a beneficiary.
   *
   * Evidence: inferred; response: unknown.
   *
   * @see {@link https://docs.apikobble.net Get beneficiary by ID} (named in the menu only)
   */
  get(id: string, options?: CallOptions): ApiPromise<Undocumented<Beneficiary>> {
    return this.send('GET', '/customers/v1/beneficiaries/{id}', { path: { id }, options });
  }

  /**
   * Creates a beneficiary. Takes no idempotency key: retried only if it cannot have been carried out.
   *
   * Evidence: documented; response: unknown.
   *
   * @see {@link https://docs.apikobble.net/api-14139509 Create beneficiary}
   */
  create(body: BeneficiaryCreate, options?: CallOptions): ApiPromise<Undocumented<Beneficiary>> {
    return this.send('POST', '/customers/v1/beneficiaries', { body, options });
  }

  /**
   * Updates the status or the metadata of a beneficiary. Takes no idempotency key: retried only if it cannot have been
   * carried out.
   *
   * Evidence: documented; response: unknown.
   *
   * @see {@link https://docs.apikobble.net/api-14284227 Update beneficiary}
   */
  update(id: string, body: BeneficiaryUpdate, options?: CallOptions): ApiPromise<unknown> {
    return this.send('PUT', '/customers/v1/beneficiaries/{id}', { path: { id }, body, options });
  }
}
