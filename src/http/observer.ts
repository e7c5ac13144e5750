import { PREFIX } from '../checks.js';
import { nameOf } from '../errors/kobble-error.js';
import { attemptTo, LOG_LEVELS, type AttemptEvent, type Hooks, type Logger, type LogLevel } from '../hooks.js';
import { endpointOf, type Call } from './call.js';
import { BufferedResponse, requestIdOf } from './response.js';
import type { AttemptResult } from './retry.js';

/** Calls the hooks and writes the log lines of a client. A hook or logger that fails changes nothing. */
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
    this.#run('onRequest', () => attemptOf(call));
  }

  /** Reports an attempt that has ended. */
  response(call: Call, result: AttemptResult, durationMs: number): void {
    const isResponse = result instanceof BufferedResponse;
    const status = isResponse ? result.status : undefined;
    const requestId = () => (isResponse ? requestIdOf(result.raw.headers, call) : undefined);
    const error = isResponse ? undefined : result;
    this.#run('onResponse', () => ({ ...attemptOf(call), status, requestId: requestId(), error, durationMs }));
    this.log('debug', () => {
      const id = requestId();
      const details = `${Math.round(durationMs)} ms, attempt ${call.attempts}${id === undefined ? '' : `, request ${id}`}`;
      return `${endpointOf(call)} → ${status ?? error?.code} (${details})`;
    });
  }

  /** Reports a retry that is about to wait. */
  retry(call: Call, waitMs: number, result: AttemptResult): void {
    const reason = result instanceof BufferedResponse ? result.status : result.code;
    this.#run('onRetry', () => ({ ...attemptOf(call), waitMs, reason }));
    this.log('info', () => `${endpointOf(call)} → ${reason}; attempt ${call.attempts + 1} in ${Math.round(waitMs)} ms`);
  }

  /** Writes a log line. Its text is made only if the level is logged. */
  log(level: Exclude<LogLevel, 'off'>, message: () => string): void {
    if (LOG_LEVELS.indexOf(level) > this.#verbosity) return;
    const ignore = () => {};
    attemptTo(() => this.#logger[level](PREFIX + message()), ignore);
  }

  #run<Name extends keyof Hooks>(name: Name, event: () => Parameters<NonNullable<Hooks[Name]>>[0]): void {
    const hook = this.#hooks[name] as ((this: Hooks, event: unknown) => unknown) | undefined;
    if (!hook) return;
    attemptTo(
      () => hook.call(this.#hooks, event()),
      (error) => this.log('error', () => `the hook ${name} threw ${nameOf(error)}`),
    );
  }
}

const attemptOf = (call: Call): AttemptEvent => ({
  operationId: call.operation.id,
  method: call.operation.method,
  path: call.operation.path,
  attempt: call.attempts,
  idempotencyKey: call.idempotencyKey,
});
