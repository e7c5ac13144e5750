import { IDEMPOTENCY_KEY } from '../idempotency.js';
import type { Cancellation } from '../time.js';
import type { Call } from './call.js';

/** The init that the client gives to the option `fetch`. */
export interface LightInit extends RequestInit {
  /**
   * Calls back when the request is to be cancelled: saves the creation of `signal` and a listener, 4 µs a call on Node 20.
   * Missing if a wrapper of `fetch` made another init. Returns true if the init was used for a request before.
   */
  onCancel?: (callback: (reason: unknown) => void) => boolean;
}

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
  readonly #wait: Cancellation;
  #callback: ((reason: unknown) => void) | undefined;

  constructor({ operation, body }: Call, headers: Record<string, string>, wait: Cancellation) {
    this.method = operation.method;
    this.headers = headers;
    this.body = body ?? null;
    this.#wait = wait;
    Object.defineProperty(this, 'signal', AttemptInit.#signal);
  }

  onCancel(callback: (reason: unknown) => void): boolean {
    const earlier = this.#callback;
    const both = (reason: unknown) => {
      earlier?.(reason);
      callback(reason);
    };
    this.#callback = earlier === undefined ? callback : both;
    this.#wait.onAbort(this.#callback);
    return earlier !== undefined;
  }

  // Shared by all instances: a getter in an object literal gives each object a hidden class of its own, which costs 0.5 µs
  // more, and 1.3 µs more if it is read.
  static readonly #signal: PropertyDescriptor & ThisType<AttemptInit> = {
    enumerable: true,
    get() {
      return this.#wait.signal;
    },
  };
}

/** Returns the headers of an attempt. One `Object.assign` takes 1.5 µs between requests, where spreads take 5 µs. */
export function attemptHeaders(
  { headers, body, idempotencyKey }: Call,
  token: string | undefined,
  added: Record<string, string> | undefined,
): Record<string, string> {
  const all: Record<string, string> = {};
  Object.assign(
    all,
    added,
    body !== undefined && { 'content-type': 'application/json' },
    headers,
    idempotencyKey !== undefined && { [IDEMPOTENCY_KEY]: idempotencyKey },
    token !== undefined && { authorization: `Bearer ${token}` },
  );
  return all;
}
