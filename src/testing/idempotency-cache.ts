import { isDeepStrictEqual } from 'node:util';
import type { Behaviour } from './options.js';
import { Refusal, type WireResponse } from './wire.js';

interface Stored {
  readonly data: unknown;
  readonly response: Promise<WireResponse>;
}

/** Responses of the keyed operations that were carried out, by operation and key. They are kept as long as the fake lives. */
export class IdempotencyCache {
  readonly #stored = new Map<string, Stored>();
  readonly #behaviour: Pick<Behaviour, 'reusedKeyStatus'>;

  constructor(behaviour: Pick<Behaviour, 'reusedKeyStatus'>) {
    this.#behaviour = behaviour;
  }

  /**
   * Carries the work out once for each key. A repeat with the same data gets the first response, also if it has to wait
   * for it. A refusal is not stored: nothing was carried out, so the key can be used again.
   */
  async once(scope: string, data: unknown, work: () => Promise<WireResponse>): Promise<WireResponse> {
    const stored = this.#stored.get(scope);
    if (stored !== undefined) {
      if (isDeepStrictEqual(stored.data, data)) return stored.response;
      throw new Refusal(this.#behaviour.reusedKeyStatus, 'The Idempotency-Key was used with other data.');
    }
    const response = work();
    this.#stored.set(scope, { data, response });
    try {
      return await response;
    } catch (error) {
      this.#stored.delete(scope);
      throw error;
    }
  }
}
