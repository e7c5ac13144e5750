import type { ApiPromise } from '../api-promise.js';
import type { CallOptions } from '../call.js';
import type { Beneficiary, BeneficiaryCreate, BeneficiaryUpdate } from '../schema.js';
import type { Send } from '../transport.js';

/** Bank payees. */
export class Beneficiaries {
  readonly #send: Send;

  constructor(send: Send) {
    this.#send = send;
  }

  /**
   * Lists the bank payees. The path is inferred, and so is the list.
   *
   * @see Kobble's page api-14139509 (Create beneficiary), whose path it follows
   */
  list(options?: CallOptions): ApiPromise<Beneficiary[]> {
    return this.#send('GET', '/customers/v1/beneficiaries', { options });
  }

  /**
   * Gets a bank payee. The path is inferred; what a beneficiary holds is not known.
   *
   * @see Kobble's page api-14284227 (Update beneficiary), whose path it follows
   */
  get(id: string, options?: CallOptions): ApiPromise<Beneficiary | undefined> {
    return this.#send('GET', '/customers/v1/beneficiaries/{id}', { path: { id }, options });
  }

  /**
   * Creates a bank payee. Takes no idempotency key, so it is not repeated where it may have been carried out.
   *
   * @see Kobble's page api-14139509
   */
  create(body: BeneficiaryCreate, options?: CallOptions): ApiPromise<Beneficiary | undefined> {
    return this.#send('POST', '/customers/v1/beneficiaries', { body, options });
  }

  /**
   * Changes a payee's status or metadata. What it answers is not known.
   *
   * @see Kobble's page api-14284227
   */
  update(id: string, body: BeneficiaryUpdate, options?: CallOptions): ApiPromise<unknown> {
    return this.#send('PUT', '/customers/v1/beneficiaries/{id}', { path: { id }, body, options });
  }
}
