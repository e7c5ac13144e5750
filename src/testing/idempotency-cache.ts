import { isDeepStrictEqual } from 'node:util';
import { Refusal } from './refusal.js';
import type { WireAnswer } from './wire.js';

interface Stored {
  readonly data: unknown;
  readonly answer: Promise<WireAnswer>;
}

/** The answers of what was carried out, by endpoint and key. They are kept as long as the fake lives. */
export class IdempotencyCache {
  readonly #stored = new Map<string, Stored>();

  /**
   * Carries the work out, or waits for the answer of the same request before. A refusal is not stored: nothing was
   * carried out, so that the key can be used again.
   */
  async once(scope: string, data: unknown, reusedStatus: number, work: () => Promise<WireAnswer>): Promise<WireAnswer> {
    const stored = this.#stored.get(scope);
    if (stored !== undefined) {
      if (isDeepStrictEqual(stored.data, data)) return stored.answer;
      throw new Refusal(reusedStatus, 'Idempotency-Key was used with other data');
    }
    const answer = work();
    this.#stored.set(scope, { data, answer });
    try {
      return await answer;
    } catch (error) {
      this.#stored.delete(scope);
      throw error;
    }
  }
}
