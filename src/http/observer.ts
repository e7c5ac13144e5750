import { checkHeaders, headerError, PREFIX } from '../checks.js';
import { isKobbleError, nameOf, type Outcome } from '../errors/kobble-error.js';
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
import { endpointOf, type Call } from './call.js';
import { BufferedResponse, requestIdOf } from './response.js';
import type { AttemptResult } from './retry.js';

/** Headers that belong to one connection or to the body. */
const HOP_BY_HOP = /^(host|content-.*|connection|keep-alive|transfer-encoding|expect|upgrade)$/;

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

  /** Reports a call that is about to request its token. */
  start(call: Call, url: string): void {
    if (this.#hooks.length === 0) return;
    const { operation, idempotencyKey, context } = call;
    const { id: operationId, method, path } = operation;
    const origin = url.split('/', 3).join('/'); // it is normalized; saves 0.3 µs
    const event = { callId: ++calls, operationId, method, path, origin, idempotencyKey, context };
    call.watched = { event, startedAt: this.#clock.now() };
    this.#run('onCallStart', () => ({ ...event }));
  }

  /** Reports the end of a call that has started: its outcome, or what it threw. */
  end(call: Call, outcome: Outcome | 'ok' | undefined, thrown?: unknown): void {
    const { watched, response, attempts } = call;
    if (watched === undefined) return;
    const error = isKobbleError(thrown) ? thrown : undefined;
    this.#run('onCallEnd', () => ({
      ...watched.event,
      outcome: outcome ?? error?.outcome ?? (attempts === 0 ? 'not-sent' : 'unknown'),
      status: response?.status,
      requestId: response && requestIdOf(response.headers, call),
      error,
      attempts,
      durationMs: this.#clock.now() - watched.startedAt,
    }));
  }

  /** Reports an attempt that is about to be sent, and gives it the headers that hooks add. */
  request(call: Call): void {
    if (call.watched === undefined) return;
    this.#run('onRequest', () => attemptOf(call));
    let added: Record<string, string> | undefined;
    const add = (headers: unknown) => void (added = { ...added, ...checkAdded(headers) });
    if (call.token !== undefined) this.#run('requestHeaders', () => attemptOf(call), add);
    call.addedHeaders = added;
  }

  /** Reports an attempt that has ended. */
  response(call: Call, result: AttemptResult, durationMs: number): void {
    const isResponse = result instanceof BufferedResponse;
    const status = isResponse ? result.status : undefined;
    const requestId = () => (isResponse ? requestIdOf(result.raw.headers, call) : undefined);
    const error = isResponse ? undefined : result;
    this.#run('onResponse', () => ({ ...attemptOf(call), status, requestId: requestId(), error, durationMs }));
    const fields = () => ({ ...fieldsOf(call), status, code: error?.code, durationMs, requestId: requestId() });
    this.log('debug', fields, () => {
      const id = requestId();
      const details = `${Math.round(durationMs)} ms, attempt ${call.attempts}${id === undefined ? '' : `, request ${id}`}`;
      return `${endpointOf(call)} → ${status ?? error?.code} (${details})`;
    });
  }

  /** Reports a retry that is about to wait. */
  retry(call: Call, waitMs: number, result: AttemptResult): void {
    const reason = result instanceof BufferedResponse ? result.status : result.code;
    this.#run('onRetry', () => ({ ...attemptOf(call), waitMs, reason }));
    const fields = () => ({ ...fieldsOf(call), [typeof reason === 'number' ? 'status' : 'code']: reason, waitMs });
    const next = `attempt ${call.attempts + 1} in ${Math.round(waitMs)} ms`;
    this.log('info', fields, () => `${endpointOf(call)} → ${reason}; ${next}`);
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
        (error) => this.log('error', undefined, () => `the hook ${name} threw ${nameOf(error)}`),
      );
    }
  }
}

/** Returns the fields of a log line about an attempt. */
const fieldsOf = ({ operation, idempotencyKey, attempts }: Call) => ({
  operationId: operation.id,
  attempt: attempts,
  idempotencyKey,
});

/** Checks headers that a hook has returned. */
function checkAdded(headers: unknown): Record<string, string> {
  const checked = checkHeaders('requestHeaders', headers ?? {});
  if (Object.keys(checked).some((name) => HOP_BY_HOP.test(name))) throw headerError('requestHeaders');
  return checked;
}

// Hooks are told of attempts only if they were told of the call.
const attemptOf = ({ watched, attempts }: Call) => ({ ...watched?.event, attempt: attempts }) as AttemptEvent;
