import { isDeepStrictEqual } from 'node:util';
import type { Behaviour } from './options.js';
import { Refusal, type WireResponse } from './wire.js';

interface Stored {
  readonly data: unknown;
  readonly response: Promise<WireResponse>;
  isPending: boolean;
}

type KeyStatuses = Pick<Behaviour, 'reusedKeyStatus' | 'pendingKeyStatus'>;

/**
 * Responses of the keyed operations that were carried out, by operation and key. They are kept as long as the fake
 * lives.
 */
export class IdempotencyCache {
  readonly #stored = new Map<string, Stored>();
  readonly #statuses: KeyStatuses;

  constructor(statuses: KeyStatuses) {
    this.#statuses = statuses;
  }

  /**
   * Carries the work out once for each key. A repeat with the same data gets the first response; until there is one, it
   * waits or is refused, as the options say. A refusal is not stored: nothing was carried out, so the key can be used
   * again.
   */
  async once(scope: string, data: unknown, work: () => Promise<WireResponse>): Promise<WireResponse> {
    const stored = this.#stored.get(scope);
    if (stored !== undefined) return this.#repeat(stored, data);
    const first: Stored = { data, response: work(), isPending: true };
    this.#stored.set(scope, first);
    try {
      return await first.response;
    } catch (error) {
      this.#stored.delete(scope);
      throw error;
    } finally {
      first.isPending = false;
    }
  }

  #repeat(stored: Stored, data: unknown): Promise<WireResponse> {
    const { reusedKeyStatus, pendingKeyStatus } = this.#statuses;
    if (!isDeepStrictEqual(stored.data, data)) {
      throw new Refusal(reusedKeyStatus, 'The Idempotency-Key was used with other data.');
    }
    if (stored.isPending && pendingKeyStatus !== undefined) {
      throw new Refusal(pendingKeyStatus, 'A request with this Idempotency-Key is still being carried out.');
    }
    return stored.response;
  }
}
