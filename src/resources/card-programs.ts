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
   * Evidence: documented; response: documented.
   *
   * @see {@link https://docs.apikobble.net/api-10192221 Get all programs}
   */
  list(options?: CallOptions): ListPromise<Program> {
    return iterable(this.send('GET', '/customers/v1/card-programs', { options }));
  }

  /**
   * Gets a card program.
   *
   * Evidence: documented; response: inferred.
   *
   * @see {@link https://docs.apikobble.net/api-10192223 Get program by ID}
   */
  get(id: string, options?: CallOptions): ApiPromise<Program> {
    return this.send('GET', '/customers/v1/card-programs/{id}', { path: { id }, options });
  }

  /**
   * Creates a card program. It may not be open to customers: the card creation guide says that programs are made "via
   * Kobble, or POST `/api/programs` if exposed". Takes no idempotency key: retried only if it cannot have been carried
   * out.
   *
   * Evidence: documented; response: inferred.
   *
   * @see {@link https://docs.apikobble.net/api-10192222 Create a new program}
   * @see {@link https://docs.apikobble.net/doc-1946732 Card Creation Flow}
   */
  create(body: ProgramCreate, options?: CallOptions): ApiPromise<Program> {
    return this.send('POST', '/customers/v1/card-programs', { body, options });
  }
}
