import { isObject } from './checks.js';
import type { KobbleError } from './errors/kobble-error.js';

/** All log levels, from nothing to every attempt. */
export const LOG_LEVELS = ['off', 'error', 'warn', 'info', 'debug'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Receiver of log lines; `console` is one. */
export interface Logger {
  error(message: string, ...details: unknown[]): void;
  warn(message: string, ...details: unknown[]): void;
  info(message: string, ...details: unknown[]): void;
  debug(message: string, ...details: unknown[]): void;
}

/** An attempt of a call. It contains no bodies, headers or ids. */
export interface AttemptEvent {
  /** The contract's name of the operation; undefined for a path that the contract does not know. */
  readonly operationId: string | undefined;
  readonly method: string;
  /** The path template with its placeholders. */
  readonly path: string;
  /** 1 for the first attempt. */
  readonly attempt: number;
  readonly idempotencyKey: string | undefined;
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
  /** The status or the error code that caused the retry. */
  readonly reason: number | string;
}

/** Functions called during every call, token requests included. If a hook throws, that is logged and changes nothing. */
export interface Hooks {
  /** Called before each attempt. */
  onRequest?: ((event: AttemptEvent) => void) | undefined;
  /** Called after each attempt. */
  onResponse?: ((event: AttemptEndEvent) => void) | undefined;
  /** Called before the wait of each retry. */
  onRetry?: ((event: RetryEvent) => void) | undefined;
}

/** Calls a function of the caller, which may throw, or return a promise of any kind that rejects. */
export function attemptTo(work: () => unknown, onError: (error: unknown) => void): void {
  try {
    const result = work();
    if (isObject(result)) Promise.resolve(result).catch(onError);
  } catch (error) {
    onError(error);
  }
}
