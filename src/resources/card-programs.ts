import type { ApiPromise } from '../api-promise.js';
import type { CallOptions } from '../options.js';
import { iterable, type ListPromise } from '../paginate.js';
import type { Program, ProgramCreate } from '../contract/types.js';
import { Resource } from './resource.js';

/** Programs that cards are issued under. */
export class CardPrograms extends Resource {
  /**
   * Lists the card programs.
   *
   * @see Kobble's page api-10192221
   */
  list(options?: CallOptions): ListPromise<Program> {
    return iterable(this.send('GET', '/customers/v1/card-programs', { options }));
  }

  /**
   * Gets a card program.
   *
   * @see Kobble's page api-10192223
   */
  get(id: string, options?: CallOptions): ApiPromise<Program> {
    return this.send('GET', '/customers/v1/card-programs/{id}', { path: { id }, options });
  }

  /**
   * Creates a card program. Takes no idempotency key: retried only if it cannot have been carried out.
   *
   * @see Kobble's page api-10192222
   */
  create(body: ProgramCreate, options?: CallOptions): ApiPromise<Program> {
    return this.send('POST', '/customers/v1/card-programs', { body, options });
  }
}
