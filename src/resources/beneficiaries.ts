import type { ApiPromise } from '../api-promise.js';
import type { CallOptions } from '../options.js';
import { iterable, type ListPromise } from '../paginate.js';
import type { Beneficiary, BeneficiaryCreate, BeneficiaryUpdate, Undocumented } from '../contract/types.js';
import { Resource } from './resource.js';

/** Bank payees that money can be sent to. */
export class Beneficiaries extends Resource {
  /**
   * Lists the beneficiaries. Evidence: inferred.
   *
   * @see Kobble's menu
   */
  list(options?: CallOptions): ListPromise<Beneficiary> {
    return iterable(this.send('GET', '/customers/v1/beneficiaries', { options }));
  }

  /**
   * Gets a beneficiary. Evidence: inferred. The response is not documented.
   *
   * @see Kobble's menu
   */
  get(id: string, options?: CallOptions): ApiPromise<Undocumented<Beneficiary>> {
    return this.send('GET', '/customers/v1/beneficiaries/{id}', { path: { id }, options });
  }

  /**
   * Creates a beneficiary. The response is not documented. Takes no idempotency key: retried only if it cannot have been
   * carried out.
   *
   * @see Kobble's page api-14139509
   */
  create(body: BeneficiaryCreate, options?: CallOptions): ApiPromise<Undocumented<Beneficiary>> {
    return this.send('POST', '/customers/v1/beneficiaries', { body, options });
  }

  /**
   * Changes the status or the metadata of a beneficiary. The response is not documented.
   *
   * @see Kobble's page api-14284227
   */
  update(id: string, body: BeneficiaryUpdate, options?: CallOptions): ApiPromise<unknown> {
    return this.send('PUT', '/customers/v1/beneficiaries/{id}', { path: { id }, body, options });
  }
}
