import { PREFIX } from '../checks.js';
import { nameOf } from '../errors/kobble-error.js';
import { LOG_LEVELS, type AttemptEvent, type Hooks, type Logger, type LogLevel } from '../hooks.js';
import { endpointOf, type Call } from './call.js';
import { BufferedResponse, requestIdOf } from './response.js';
import type { AttemptResult } from './retry.js';

/** Calls the hooks and writes the log lines of a client. */
export class Observer {
  readonly #logger: Logger;
  readonly #verbosity: number;
  readonly #hooks: Hooks;

  constructor(logger: Logger, level: LogLevel, hooks: Hooks) {
    this.#logger = logger;
    this.#verbosity = LOG_LEVELS.indexOf(level);
    this.#hooks = hooks;
  }

  /** Reports an attempt that is about to be sent. */
  request(call: Call): void {
    if (this.#hooks.onRequest) this.#run(this.#hooks.onRequest, attemptOf(call));
  }

  /** Reports an attempt that has ended. */
  response(call: Call, result: AttemptResult, durationMs: number): void {
    const { onResponse } = this.#hooks;
    if (onResponse === undefined && !this.#logs('debug')) return;
    const answered = result instanceof BufferedResponse;
    const status = answered ? result.status : undefined;
    const requestId = answered ? requestIdOf(result.raw.headers) : undefined;
    const error = answered ? undefined : result;
    if (onResponse) this.#run(onResponse, { ...attemptOf(call), status, requestId, error, durationMs });
    this.log('debug', () => {
      const id = requestId === undefined ? '' : `, request ${requestId}`;
      return `${endpointOf(call)} → ${status ?? error?.code} (${Math.round(durationMs)} ms, attempt ${call.attempts}${id})`;
    });
  }

  /** Reports a retry that is about to wait. */
  retry(call: Call, waitMs: number, result: AttemptResult): void {
    const reason = result instanceof BufferedResponse ? result.status : result.code;
    if (this.#hooks.onRetry) this.#run(this.#hooks.onRetry, { ...attemptOf(call), waitMs, reason });
    this.log('info', () => `${endpointOf(call)} → ${reason}; attempt ${call.attempts + 1} in ${Math.round(waitMs)} ms`);
  }

  /** Writes a log line. Its text is made only if the level is logged. */
  log(level: Exclude<LogLevel, 'off'>, message: () => string): void {
    if (this.#logs(level)) this.#logger[level](PREFIX + message());
  }

  #logs(level: LogLevel): boolean {
    return LOG_LEVELS.indexOf(level) <= this.#verbosity;
  }

  #run<Event>(hook: (event: Event) => void, event: Event): void {
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
