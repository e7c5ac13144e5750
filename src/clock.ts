import { onAbort } from './abort.js';

/** Where time comes from; tests bring their own. */
export interface Clock {
  /** Milliseconds that never jump, from any starting point. */
  now(): number;
  /** Milliseconds since 1970, which do jump: only for what other machines state, such as an HTTP date. */
  wall(): number;
  /** A number from 0 up to, not including, 1. */
  random(): number;
  /** Calls back after so many milliseconds, and returns the way to call it off. */
  after(milliseconds: number, callback: () => void): () => void;
}

export const systemClock: Clock = {
  now: () => performance.now(),
  wall: () => Date.now(),
  random: () => Math.random(),
  after(milliseconds, callback) {
    const timer = setTimeout(callback, milliseconds);
    return () => {
      clearTimeout(timer);
    };
  },
};

/** What bounded work is told of its end. */
export class Bounds {
  #controller: AbortController | undefined;
  #reason: unknown;
  /** True once nobody waits any more. */
  over = false;

  /** Aborted when the time is up or the caller gives up. Made when first read: it costs as much as the rest of a call. */
  get signal(): AbortSignal {
    if (this.#controller === undefined) {
      this.#controller = new AbortController();
      if (this.#reason !== undefined) this.#controller.abort(this.#reason);
    }
    return this.#controller.signal;
  }

  abort(reason: unknown): void {
    this.#reason = reason;
    this.#controller?.abort(reason);
  }
}

/**
 * Settles as `work` does, or rejects as soon as the time is up or `outer` is aborted (with its own reason). Nothing stays
 * behind on `outer`, however long it lives.
 */
export function bounded<T>(
  clock: Clock,
  milliseconds: number,
  outer: AbortSignal | undefined,
  timeoutError: () => Error,
  work: (bounds: Bounds) => Promise<T>,
): Promise<T> {
  return new Promise((resolve, reject) => {
    if (outer?.aborted) return reject(outer.reason);
    const bounds = new Bounds();
    const end = () => {
      bounds.over = true;
      cancelTimer();
      stopListening?.();
    };
    const giveUp = (reason: unknown) => {
      end();
      reject(reason);
      bounds.abort(reason);
    };
    const cancelTimer = clock.after(milliseconds, () => giveUp(timeoutError()));
    const stopListening = outer && onAbort(outer, () => giveUp(outer.reason));
    work(bounds).then(
      (value) => {
        end();
        resolve(value);
      },
      (error: unknown) => {
        end();
        reject(error);
      },
    );
  });
}

/** Waits, unless the signal is aborted first: then rejects at once with its reason. */
export function pause(clock: Clock, milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const end = () => {
      cancelTimer();
      stopListening?.();
    };
    const cancelTimer = clock.after(milliseconds, () => {
      end();
      resolve();
    });
    const stopListening =
      signal &&
      onAbort(signal, () => {
        end();
        reject(signal.reason);
      });
  });
}
