import { isObject } from './checks.js';
import type { KobbleError, Outcome } from './errors/kobble-error.js';

/** All log levels, from nothing to every attempt. */
export const LOG_LEVELS = ['off', 'error', 'warn', 'info', 'debug'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Receiver of log lines; `console` is one. Others get the facts of a line as fields too, as `details`. */
export interface Logger {
  error(message: string, ...details: unknown[]): void;
  warn(message: string, ...details: unknown[]): void;
  info(message: string, ...details: unknown[]): void;
  debug(message: string, ...details: unknown[]): void;
}

/** Receiver of log lines whose `info` is called `log`, as that of NestJS is. */
export interface LoggerWithLog extends Omit<Logger, 'info'> {
  log(message: string, ...details: unknown[]): void;
}

/** Any receiver of log lines. */
export type AnyLogger = Logger | LoggerWithLog;

/** Returns the name of a logger's method for each level from `error` on. */
export const loggerMethods = (logger: unknown): readonly string[] => {
  const hasOnlyLog = isObject(logger) && 'log' in logger && !('info' in logger);
  return LOG_LEVELS.slice(1).map((level) => (level === 'info' && hasOnlyLog ? 'log' : level));
};

/** A call. It contains no bodies and headers, and no ids of Kobble but what the caller wrote into a path. */
export interface CallEvent {
  /** The same in all events of a call, and different for each call of the process. */
  readonly callId: number;
  /** The contract's name of the operation; undefined for a path that the contract does not know. */
  readonly operationId: string | undefined;
  readonly method: string;
  /** The path template with its placeholders; of `kobble.request`, the path as the caller wrote it. */
  readonly path: string;
  /** Scheme, host and port of the URL. */
  readonly origin: string;
  readonly idempotencyKey: string | undefined;
  /** The option `context` of the call. */
  readonly context: unknown;
}

/** A call that has ended. */
export interface CallEndEvent extends CallEvent {
  /** `ok`, or what the error says. A refused call of `kobble.fetch` does not throw: it has an outcome and no `error`. */
  readonly outcome: Outcome | 'ok';
  /** Status of the last response, if the last attempt has one. */
  readonly status: number | undefined;
  readonly requestId: string | undefined;
  readonly error: KobbleError | undefined;
  readonly attempts: number;
  /** Time since the start, with tokens, attempts, bodies and waits. */
  readonly durationMs: number;
}

/** An attempt of a call. */
export interface AttemptEvent extends CallEvent {
  /** 1 for the first attempt. */
  readonly attempt: number;
}

/** An attempt that has ended, with a status or with an error. */
export interface AttemptEndEvent extends AttemptEvent {
  readonly status: number | undefined;
  readonly requestId: string | undefined;
  readonly error: KobbleError | undefined;
  readonly durationMs: number;
}

/** A retry that is about to wait. */
export interface RetryEvent extends AttemptEvent {
  readonly waitMs: number;
  /**
   * The status or the error code that caused the retry. `waiting_for_service`: all of the client's last attempts have failed,
   * so that its retries wait for a sign of life, this one no longer than `waitMs`.
   */
  readonly reason: number | string;
}

/**
 * Functions called during every call. A token request is a call of its own. If a hook throws, that is logged and changes
 * nothing.
 */
export interface Hooks {
  /**
   * Called once a call has passed its checks, before the method returns: in the caller's own async context. A call with
   * wrong arguments, or after `close()`, does not start.
   */
  onCallStart?: ((event: CallEvent) => void) | undefined;
  /** Called once for each call that has started, however it ends. */
  onCallEnd?: ((event: CallEndEvent) => void) | undefined;
  /** Called before each attempt. */
  onRequest?: ((event: AttemptEvent) => void) | undefined;
  /**
   * Returns headers to add to an attempt, such as `traceparent`. Called after `onRequest`; not for token requests. A header
   * that the call has is not replaced. If one cannot be sent, that is logged, and none of this hook is added. A promise of
   * headers is ignored: the attempt does not wait.
   */
  requestHeaders?: ((event: AttemptEvent) => Readonly<Record<string, string>> | undefined) | undefined;
  /** Called after each attempt. */
  onResponse?: ((event: AttemptEndEvent) => void) | undefined;
  /** Called before the wait of each retry. */
  onRetry?: ((event: RetryEvent) => void) | undefined;
}

/** Names of all hooks. */
export const HOOK_NAMES = [
  'onCallStart',
  'onCallEnd',
  'onRequest',
  'requestHeaders',
  'onResponse',
  'onRetry',
] as const satisfies readonly (keyof Hooks)[];

/** Calls a function of the caller, which may throw, or return a promise of any kind that rejects. */
export function attemptTo(work: () => unknown, onError: (error: unknown) => void): void {
  try {
    const result = work();
    if (isObject(result)) Promise.resolve(result).catch(onError);
  } catch (error) {
    onError(error);
  }
}
