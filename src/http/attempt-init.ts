import { IDEMPOTENCY_KEY } from '../idempotency.js';
import type { Cancellation } from '../time.js';
import type { Call } from './call.js';
import type { LightInit } from '../light-response.js';

/**
 * The init of `fetch`. Its `signal` is created on first read, also if a caller's own `fetch` spreads the init: a `fetch`
 * that does not read it saves an AbortController, 2 µs a call on Node 20.
 */
export class AttemptInit implements LightInit {
  readonly redirect = 'manual';
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body: string | null;
  declare readonly signal: AbortSignal;
  readonly #cancellation: Cancellation;

  constructor(call: Call, cancellation: Cancellation) {
    const { operation, headers, addedHeaders, body, idempotencyKey, token } = call;
    this.method = operation.method;
    // One `Object.assign` takes 1.5 µs between requests, where spreads take 5 µs.
    this.headers = {};
    Object.assign(
      this.headers,
      addedHeaders,
      body !== undefined && { 'content-type': 'application/json' },
      headers,
      idempotencyKey !== undefined && { [IDEMPOTENCY_KEY]: idempotencyKey },
      token !== undefined && { authorization: `Bearer ${token}` },
    );
    this.body = body ?? null;
    this.#cancellation = cancellation;
    Object.defineProperty(this, 'signal', AttemptInit.#signal);
  }

  onCancel(callback: (reason: unknown) => void): void {
    this.#cancellation.onAbort(callback);
  }

  // Shared by all instances: a getter in an object literal gives each object a hidden class of its own, which costs 0.5 µs
  // more, and 1.3 µs more if it is read.
  static readonly #signal: PropertyDescriptor & ThisType<AttemptInit> = {
    enumerable: true,
    get() {
      return this.#cancellation.signal;
    },
  };
}
