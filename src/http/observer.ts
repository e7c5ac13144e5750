import { checkHeaders, headerError, PREFIX } from '../checks.js';
import { reasonOf } from '../errors/foreign.js';
import { isKobbleError, type Outcome } from '../errors/kobble-error.js';
import {
  attemptTo,
  LOG_LEVELS,
  loggerMethods,
  type AnyLogger,
  type AttemptEvent,
  type Hooks,
  type LogLevel,
} from '../hooks.js';
import type { Clock } from '../time.js';
import { endpointOf, requestIdOf, type Call, type Progress, type Watched } from './call.js';
import { BufferedResponse } from './response.js';
import type { AttemptResult } from './retry.js';

/** More headers that belong to one connection or to the body. */
const HOP_BY_HOP = /^(host|content-.*|connection)$/;

const DEBUG = LOG_LEVELS.indexOf('debug');

/** Number of calls of all clients: hooks may be shared by clients. */
let calls = 0;

/** Calls the hooks and writes the log lines of a client. A hook or logger that fails changes nothing. */
export class Observer {
  readonly #clock: Clock;
  readonly #logger: AnyLogger;
  readonly #methods: readonly string[];
  readonly #verbosity: number;
  readonly #hooks: readonly Hooks[];

  constructor(clock: Clock, logger: AnyLogger, level: LogLevel, hooks: readonly Hooks[]) {
    this.#clock = clock;
    this.#logger = logger;
    this.#methods = loggerMethods(logger);
    this.#verbosity = LOG_LEVELS.indexOf(level);
    this.#hooks = hooks;
  }

  /** Returns what hooks are told of a call. Undefined without hooks. */
  watch({ operation, url, idempotencyKey, context }: Call): Watched | undefined {
    if (this.#hooks.length === 0) return undefined;
    const { id: operationId, method, path } = operation;
    const origin = url.split('/', 3).join('/'); // it is normalized; saves 0.3 µs
    const event = { callId: ++calls, operationId, method, path, origin, idempotencyKey, context };
    return { event, startedAt: this.#clock.now() };
  }

  /** Reports a call that is about to request its token. */
  start({ watched }: Progress): void {
    if (watched !== undefined) this.#run('onCallStart', () => ({ ...watched.event }));
  }

  /** Reports the end of a call that has started: its outcome, or what it threw. */
  end(progress: Progress, outcome: Outcome | 'ok' | undefined, thrown?: unknown): void {
    const { watched, response, attempts } = progress;
    if (watched === undefined) return;
    const error = isKobbleError(thrown) ? thrown : undefined;
    this.#run('onCallEnd', () => ({
      ...watched.event,
      outcome: outcome ?? error?.outcome ?? (attempts === 0 ? 'not-sent' : 'unknown'),
      status: response?.status,
      requestId: requestIdOf(progress),
      error,
      attempts,
      durationMs: this.#clock.now() - watched.startedAt,
    }));
  }

  /** Reports an attempt that is about to be sent. Returns the headers that hooks add to it. */
  request(progress: Progress, isTokenRequest: boolean): Record<string, string> | undefined {
    if (progress.watched === undefined) return undefined;
    this.#run('onRequest', () => attemptOf(progress));
    let added: Record<string, string> | undefined;
    const add = (headers: unknown) => void (added = { ...added, ...checkAdded(headers) });
    if (!isTokenRequest) this.#run('requestHeaders', () => attemptOf(progress), add);
    return added;
  }

  /** Reports an attempt that has ended. */
  response(progress: Progress, result: AttemptResult, durationMs: number): void {
    if (progress.watched === undefined && this.#verbosity < DEBUG) return;
    const { call, attempts } = progress;
    const status = result instanceof BufferedResponse ? result.status : undefined;
    const error = result instanceof BufferedResponse ? undefined : result;
    const requestId = error === undefined ? requestIdOf(progress) : undefined;
    this.#run('onResponse', () => ({ ...attemptOf(progress), status, requestId, error, durationMs }));
    const fields = () => ({ ...fieldsOf(progress), status, code: error?.code, durationMs, requestId });
    this.log('debug', fields, () => {
      const id = requestId === undefined ? '' : `, request ${requestId}`;
      return `${endpointOf(call)} → ${status ?? error?.code} (${Math.round(durationMs)} ms, attempt ${attempts}${id})`;
    });
  }

  /** Reports a retry that is about to wait. */
  retry(progress: Progress, waitMs: number, reason: number | string): void {
    this.#run('onRetry', () => ({ ...attemptOf(progress), waitMs, reason }));
    const fields = () => ({ ...fieldsOf(progress), [typeof reason === 'number' ? 'status' : 'code']: reason, waitMs });
    const when = reason === 'waiting_for_service' ? 'within' : 'in';
    const next = `attempt ${progress.attempts + 1} ${when} ${Math.round(waitMs)} ms`;
    this.log('info', fields, () => `${endpointOf(progress.call)} → ${reason}; ${next}`);
  }

  /** Writes a log line. Its text is made only if the level is logged, its fields only for a logger that can keep them. */
  log(level: Exclude<LogLevel, 'off'>, fields: (() => object) | undefined, message: () => string): void {
    const rank = LOG_LEVELS.indexOf(level);
    if (rank > this.#verbosity) return;
    const logger = this.#logger as unknown as Record<string, (...line: unknown[]) => unknown>; // config.ts has checked it
    const ignore = () => {};
    attemptTo(() => {
      const line: unknown[] = [PREFIX + message()];
      if (fields && this.#logger !== console) line.push(fields());
      if ('bindings' in logger) line.reverse(); // pino takes fields first, and drops those that come later
      return logger[this.#methods[rank - 1] ?? level]?.(...line);
    }, ignore);
  }

  /** Calls a hook of each set with an event of its own, and passes on what it returns. */
  #run<Name extends keyof Hooks>(
    name: Name,
    event: () => Parameters<NonNullable<Hooks[Name]>>[0],
    use: (result: unknown) => void = () => {},
  ): void {
    for (const hooks of this.#hooks) {
      const hook = hooks[name] as ((this: Hooks, event: unknown) => unknown) | undefined;
      if (!hook) continue;
      attemptTo(
        () => {
          const result = hook.call(hooks, event());
          use(result);
          return result;
        },
        (error) => this.log('error', undefined, () => `the hook ${name} threw ${reasonOf(error)}`),
      );
    }
  }
}

/** Returns the fields of a log line about an attempt. */
const fieldsOf = ({ call, attempts }: Progress) => ({
  operationId: call.operation.id,
  attempt: attempts,
  idempotencyKey: call.idempotencyKey,
});

/** Checks headers that a hook has returned. */
function checkAdded(headers: unknown): Record<string, string> {
  const checked = checkHeaders('requestHeaders', headers ?? {});
  if (Object.keys(checked).some((name) => HOP_BY_HOP.test(name))) throw headerError('requestHeaders');
  return checked;
}

// Hooks are told of attempts only if they were told of the call.
const attemptOf = ({ watched, attempts }: Progress) => ({ ...watched?.event, attempt: attempts }) as AttemptEvent;
