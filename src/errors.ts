/** What became of the operation on Kobble's side, as far as the client can know. */
export type Outcome =
  /** The request never left, or never reached Kobble: nothing happened. */
  | 'not-sent'
  /** Kobble answered, and said no: nothing happened. */
  | 'rejected'
  /** It may have been carried out. Repeat the call with the error's `idempotencyKey` to learn. */
  | 'unknown';

/** The family of an error; the same in every version and every bundle. */
export type ErrorKind = 'api' | 'timeout' | 'connection' | 'decode' | 'auth' | 'config' | 'webhook';

/** What an error says of the call that failed. Never a body, an id or a credential. */
export interface CallFacts {
  /** The contract's name of the operation; absent for a path the contract does not know. */
  readonly operationId?: string | undefined;
  /** Verb and path template: `POST /customers/v1/cards/{id}/secrets`. */
  readonly endpoint?: string | undefined;
  /** The key the call was sent with: repeat with it and nothing is doubled. */
  readonly idempotencyKey?: string | undefined;
  /** How many times the request was sent. */
  readonly attempts?: number | undefined;
  /** Kobble's (or its gateway's) name for the request, where an answer came with one. */
  readonly requestId?: string | undefined;
  /** How long Kobble asked to wait, in milliseconds. */
  readonly retryAfterMs?: number | undefined;
}

/** The parts every error is made of. */
export interface ErrorFacts extends CallFacts {
  readonly code: string;
  readonly outcome: Outcome;
  readonly cause?: unknown;
}

const BRAND = Symbol.for('kobble-client.error');

/** The base of every error this library throws. Its fields hold no secret: it can be logged as it is. */
export abstract class KobbleError extends Error implements CallFacts {
  abstract readonly kind: ErrorKind;
  /** A stable name of the reason, for programs: `rate_limited`, `deadline_exceeded`, `connection_refused`… */
  declare readonly code: string;
  declare readonly outcome: Outcome;
  declare readonly operationId?: string | undefined;
  declare readonly endpoint?: string | undefined;
  declare readonly idempotencyKey?: string | undefined;
  declare readonly attempts?: number | undefined;
  declare readonly requestId?: string | undefined;
  declare readonly retryAfterMs?: number | undefined;

  constructor(message: string, { cause, ...facts }: ErrorFacts) {
    super(message, cause === undefined ? undefined : { cause });
    for (const [name, fact] of Object.entries(facts)) {
      if (fact !== undefined) Object.assign(this, { [name]: fact });
    }
  }

  get [BRAND](): true {
    return true;
  }

  /** What a log shows: the fields, with name and message. */
  toJSON(): Record<string, unknown> {
    const shown: Record<string, unknown> = { name: this.name, message: this.message };
    return Object.assign(shown, this);
  }
}

/** True for every error of this library, whichever copy of it threw. */
export function isKobbleError(error: unknown): error is KobbleError {
  return typeof error === 'object' && error !== null && BRAND in error;
}

/** What may be said of an error that is not ours: its message may quote a secret. */
export const nameOf = (thrown: unknown): string => (thrown instanceof Error ? thrown.name : typeof thrown);

/** An argument of a call is wrong; nothing was sent. (A wrong option of the client is a plain `TypeError`.) */
export class ConfigError extends KobbleError {
  static {
    this.prototype.name = 'ConfigError';
  }
  readonly kind = 'config';

  constructor(code: string, message: string) {
    super(`kobble-client: ${message}`, { code, outcome: 'not-sent' });
  }
}

/** No answer came: refused, reset, name not found… `cause` is what `fetch` threw, copied without what may be secret. */
export class ConnectionError extends KobbleError {
  static {
    this.prototype.name = 'ConnectionError';
  }
  readonly kind = 'connection';
}

/** Time was up: `attempt_timeout` (the `timeoutMs` of one attempt) or `deadline_exceeded` (the `deadlineMs` of the call). */
export class TimeoutError extends KobbleError {
  static {
    this.prototype.name = 'TimeoutError';
  }
  readonly kind = 'timeout';
}

/** A 2xx that is not the JSON the contract promises: the operation was probably carried out, its answer is lost. */
export class DecodeError extends KobbleError {
  static {
    this.prototype.name = 'DecodeError';
  }
  readonly kind = 'decode';
}
