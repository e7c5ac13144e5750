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

/**
 * Settles as `work` does, or rejects as soon as the time is up or `outer` is aborted (with its own reason); `work` is
 * told by the signal it is given. Nothing stays behind on `outer`, however long it lives.
 */
export function bounded<T>(
  clock: Clock,
  milliseconds: number,
  outer: AbortSignal | undefined,
  timeoutError: () => Error,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  return new Promise((resolve, reject) => {
    if (outer?.aborted) return reject(outer.reason);
    const controller = new AbortController();
    const give = (reason: unknown) => {
      done();
      reject(reason);
      controller.abort(reason);
    };
    const abort = () => give(outer?.reason);
    const cancelTimer = clock.after(milliseconds, () => give(timeoutError()));
    const done = () => {
      cancelTimer();
      outer?.removeEventListener('abort', abort);
    };
    outer?.addEventListener('abort', abort);
    work(controller.signal).then(
      (value) => {
        done();
        resolve(value);
      },
      (error: unknown) => {
        done();
        reject(error);
      },
    );
  });
}

/** Waits, unless the signal is aborted first: then rejects at once with its reason. */
export function pause(clock: Clock, milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const abort = () => {
      cancelTimer();
      reject(signal?.reason);
    };
    const cancelTimer = clock.after(milliseconds, () => {
      signal?.removeEventListener('abort', abort);
      resolve();
    });
    signal?.addEventListener('abort', abort, { once: true });
  });
}
