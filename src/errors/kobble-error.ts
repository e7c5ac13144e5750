import { isObject, PREFIX } from '../checks.js';

/** Says whether the operation took effect, as far as the client can know. */
export type Outcome =
  /** The request did not leave, or did not reach Kobble: nothing happened. */
  | 'not-sent'
  /** Kobble refused the request: nothing happened. */
  | 'rejected'
  /** The request may have been carried out. Repeat the call with the error's `idempotencyKey` to find out. */
  | 'unknown';

/** Facts about a failed call. They never contain a body, an id or a credential. */
export interface CallFacts {
  /** The contract's name of the operation; absent for a path that the contract does not know. */
  readonly operationId?: string | undefined;
  /** Verb and path template: `POST /customers/v1/cards/{id}/secrets`. */
  readonly endpoint?: string | undefined;
  /** The idempotency key of the call. Repeat the call with it, and nothing is done twice. */
  readonly idempotencyKey?: string | undefined;
  /** Number of times the request was sent. */
  readonly attempts?: number | undefined;
  /** The request id that Kobble or its gateway gave the response, if any. */
  readonly requestId?: string | undefined;
  /** The wait that Kobble asked for, in milliseconds. */
  readonly retryAfterMs?: number | undefined;
  /** The server's own reason, redacted. Only with the option `errorDetails`. */
  readonly detail?: string | undefined;
}

/** Parts of every error. */
export interface ErrorFacts extends CallFacts {
  readonly code: string;
  readonly outcome: Outcome;
  readonly cause?: unknown;
}

const BRAND = Symbol.for('kobble-client.error');

/** Shows an object as usual, but calls no getter, whatever the options: body and headers of an error are getters. */
function inspectWithoutGetters(
  this: unknown,
  depth: number,
  options: object,
  inspect?: (value: unknown, options: object) => string,
): unknown {
  return inspect?.(this, { ...options, depth, getters: false, customInspect: false }) ?? this;
}

/**
 * Sets a property of all instances, which is not shown. By definition: assignment throws where somebody has frozen
 * `Error.prototype`, which has a name too.
 */
export const setHidden = (type: { readonly prototype: object }, key: PropertyKey, value: unknown): unknown =>
  Object.defineProperty(type.prototype, key, { value, writable: true });

/** Base of all errors of this library. Its fields contain no secret, so it can be logged as it is. */
export abstract class KobbleError extends Error implements CallFacts {
  /** Stable name of the reason, for programs: `rate_limited`, `deadline_exceeded`, `connection_refused`… */
  declare readonly code: string;
  declare readonly outcome: Outcome;
  declare readonly operationId?: string | undefined;
  declare readonly endpoint?: string | undefined;
  declare readonly idempotencyKey?: string | undefined;
  declare readonly attempts?: number | undefined;
  declare readonly requestId?: string | undefined;
  declare readonly retryAfterMs?: number | undefined;
  declare readonly detail?: string | undefined;

  constructor(message: string, { cause, ...facts }: ErrorFacts) {
    super(message, cause === undefined ? undefined : { cause });
    // A fact that is not known is no property at all: a log then shows only what is known.
    for (const [name, fact] of Object.entries(facts)) if (fact !== undefined) Reflect.set(this, name, fact);
  }

  static {
    // The method by which Node, Deno and Bun show an object; not enumerable, so that it is not shown itself.
    setHidden(this, Symbol.for('nodejs.util.inspect.custom'), inspectWithoutGetters);
  }

  get [BRAND](): true {
    return true;
  }

  /**
   * Returns what a log should show: name, message and fields. Post this to another thread: of an error that is posted
   * itself, no field arrives.
   */
  toJSON(): Record<string, unknown> {
    return Object.assign<Record<string, unknown>, this>({ name: this.name, message: this.message }, this);
  }
}

/** Returns true for every error of this library, also if another copy of the library threw it. */
export function isKobbleError(error: unknown): error is KobbleError {
  try {
    return isObject(error) && BRAND in error;
  } catch {
    return false; // a Proxy that throws
  }
}

// The classes set their name on the prototype: a minifier cannot change it there, and an inspected error does not show it
// a second time as a field.

/**
 * An argument of a call is wrong. Or the client is closed (`client_closed`): another client can make the call. Nothing
 * was sent. (A wrong option is a `TypeError`.)
 */
export class ConfigError extends KobbleError {
  static {
    setHidden(this, 'name', 'ConfigError');
  }

  constructor(code: string, message: string) {
    super(PREFIX + message, { code, outcome: 'not-sent' });
  }
}

/** No response arrived: refused, reset, name not found… `cause` names the classes and codes of what `fetch` threw. */
export class ConnectionError extends KobbleError {
  static {
    setHidden(this, 'name', 'ConnectionError');
  }
}

/** A time limit ended the call: `attempt_timeout` (`timeoutMs`, one attempt) or `deadline_exceeded` (`deadlineMs`, the call). */
export class TimeoutError extends KobbleError {
  static {
    setHidden(this, 'name', 'TimeoutError');
  }
}

/** The caller's signal, or `close()`, ended the call. `cause` names the class of the signal's reason. */
export class AbortedError extends KobbleError {
  static {
    setHidden(this, 'name', 'AbortError'); // as the platform's own, so that code that tells aborts by name works
  }
}
