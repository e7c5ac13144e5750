import { Answer } from './answer.js';
import { endpointOf, type Call } from './call.js';
import { requestIdOf } from './failure.js';
import { nameOf, type KobbleError } from './errors.js';

/** How much is logged, from nothing to every attempt. */
export type LogLevel = 'off' | 'error' | 'warn' | 'info' | 'debug';

/** What log lines are written to; `console` is one. */
export interface Logger {
  error(message: string, ...details: unknown[]): void;
  warn(message: string, ...details: unknown[]): void;
  info(message: string, ...details: unknown[]): void;
  debug(message: string, ...details: unknown[]): void;
}

/** One attempt of a call. No bodies, no headers, no ids. */
export interface AttemptEvent {
  /** The contract's name of the operation; absent for a path the contract does not know. */
  readonly operationId: string | undefined;
  readonly method: string;
  /** The path template, never filled in. */
  readonly path: string;
  /** 1 for the first. */
  readonly attempt: number;
  readonly idempotencyKey: string | undefined;
}

/** An attempt that has ended: with a status, or with an error. */
export interface AttemptEndEvent extends AttemptEvent {
  readonly status: number | undefined;
  readonly requestId: string | undefined;
  readonly error: KobbleError | undefined;
  readonly durationMs: number;
}

/** Another attempt is to come. */
export interface RetryEvent extends AttemptEvent {
  readonly waitMs: number;
  /** The status, or the code of the error, that made it necessary. */
  readonly reason: number | string;
}

/** Called along the way of every call, token requests too. What a hook throws is logged and changes nothing. */
export interface Hooks {
  /** Before each attempt. */
  onRequest?: ((event: AttemptEvent) => void) | undefined;
  /** After each attempt. */
  onResponse?: ((event: AttemptEndEvent) => void) | undefined;
  /** Before each wait for another attempt. */
  onRetry?: ((event: RetryEvent) => void) | undefined;
}

const LEVELS: readonly LogLevel[] = ['off', 'error', 'warn', 'info', 'debug'];

/** Turns what happens to calls into hook events and log lines. */
export class Observer {
  readonly #logger: Logger;
  readonly #verbosity: number;
  readonly #hooks: Hooks;

  constructor(logger: Logger, level: LogLevel, hooks: Hooks) {
    this.#logger = logger;
    this.#verbosity = LEVELS.indexOf(level);
    this.#hooks = hooks;
  }

  request(call: Call): void {
    if (this.#hooks.onRequest) this.#tell(this.#hooks.onRequest, attemptOf(call));
  }

  response(call: Call, result: Answer | KobbleError, durationMs: number): void {
    const { onResponse } = this.#hooks;
    if (onResponse === undefined && !this.#logs('debug')) return;
    const answered = result instanceof Answer;
    const status = answered ? result.status : undefined;
    const requestId = answered ? requestIdOf(result.response.headers) : undefined;
    const error = answered ? undefined : result;
    if (onResponse) this.#tell(onResponse, { ...attemptOf(call), status, requestId, error, durationMs });
    this.log('debug', () => {
      const id = requestId === undefined ? '' : `, request ${requestId}`;
      return `${endpointOf(call)} → ${status ?? error?.code} (${Math.round(durationMs)} ms, attempt ${call.attempts}${id})`;
    });
  }

  retry(call: Call, waitMs: number, result: Answer | KobbleError): void {
    const reason = result instanceof Answer ? result.status : result.code;
    if (this.#hooks.onRetry) this.#tell(this.#hooks.onRetry, { ...attemptOf(call), waitMs, reason });
    this.log('info', () => `${endpointOf(call)} → ${reason}; attempt ${call.attempts + 1} in ${Math.round(waitMs)} ms`);
  }

  /** Writes a line, which is made only where it will be read. */
  log(level: Exclude<LogLevel, 'off'>, message: () => string): void {
    if (this.#logs(level)) this.#logger[level](`kobble-client: ${message()}`);
  }

  #logs(level: LogLevel): boolean {
    return LEVELS.indexOf(level) <= this.#verbosity;
  }

  #tell<Event>(hook: (event: Event) => void, event: Event): void {
    try {
      hook(event);
    } catch (error) {
      this.log('error', () => `a hook threw ${nameOf(error)}`);
    }
  }
}

const attemptOf = (call: Call): AttemptEvent => ({
  operationId: call.operation.id,
  method: call.operation.method,
  path: call.operation.path,
  attempt: call.attempts,
  idempotencyKey: call.idempotencyKey,
});
