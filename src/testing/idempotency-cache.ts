import { isDeepStrictEqual } from 'node:util';
import type { OperationId } from '../contract/operations.js';
import type { Behaviour } from './options.js';
import { Refusal, type WireResponse } from './wire.js';

interface Stored {
  readonly operationId: OperationId;
  readonly data: unknown;
  readonly response: Promise<WireResponse>;
  isPending: boolean;
}

type KeyRules = Pick<Behaviour, 'strict' | 'reusedKeyStatus' | 'pendingKeyStatus'>;

/**
 * Responses of the keyed operations that were carried out, by key. They are kept as long as the fake lives. Assumption: a
 * key is used once, for one operation. A fake that is not strict keeps the keys of each operation by themselves.
 */
export class IdempotencyCache {
  readonly #stored = new Map<string, Stored>();
  readonly #rules: KeyRules;

  constructor(rules: KeyRules) {
    this.#rules = rules;
  }

  /**
   * Carries the work out once for each key. A repeat with the same data gets the first response; until there is one, it
   * waits or is refused, as the options say. A refusal is not stored: nothing was carried out, so the key can be used
   * again.
   */
  async once(
    key: string,
    { operationId, data }: Pick<Stored, 'operationId' | 'data'>,
    work: () => Promise<WireResponse>,
  ): Promise<WireResponse> {
    const scope = this.#rules.strict ? key : `${operationId} ${key}`;
    const stored = this.#stored.get(scope);
    if (stored !== undefined) return this.#repeat(stored, operationId, data);
    const first: Stored = { operationId, data, response: work(), isPending: true };
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

  #repeat(stored: Stored, operationId: OperationId, data: unknown): Promise<WireResponse> {
    const { reusedKeyStatus, pendingKeyStatus } = this.#rules;
    if (stored.operationId !== operationId) {
      throw new Refusal(reusedKeyStatus, `The Idempotency-Key was used for ${stored.operationId}.`);
    }
    if (!isDeepStrictEqual(stored.data, data)) {
      throw new Refusal(reusedKeyStatus, 'The Idempotency-Key was used with other data.');
    }
    if (stored.isPending && pendingKeyStatus !== undefined) {
      throw new Refusal(pendingKeyStatus, 'A request with this Idempotency-Key is still being carried out.');
    }
    return stored.response;
  }
}
