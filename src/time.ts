/** Source of time and chance. Tests bring their own. */
export interface Clock {
  /** Milliseconds from an arbitrary starting point. They never jump, and stand still while some machines sleep. */
  now(): number;
  /** Milliseconds since 1970. They can jump: they read the times of other machines, and tell that this one has slept. */
  wall(): number;
  /** A number from 0 up to, but not including, 1. */
  random(): number;
  /** Calls back after this many milliseconds. Returns a function that cancels the call. */
  after(milliseconds: number, callback: () => void): () => void;
}

export const systemClock: Clock = {
  now: () => performance.now(),
  wall: () => Date.now(),
  random: () => Math.random(),
  after(milliseconds, callback) {
    const timer = setTimeout(callback, Math.min(milliseconds, 2 ** 31 - 1)); // beyond that, it would call back at once
    return () => {
      clearTimeout(timer);
    };
  },
};

/** Limits of {@link withTimeLimit}. */
export interface TimeLimit {
  readonly clock: Clock;
  readonly ms: number;
  /** Makes the error for a timeout. */
  readonly onTimeout: () => Error;
}

/** A wait that ends once: by its result, by its time, or early by `abort`. */
export class Wait<T> {
  readonly promise: Promise<T>;
  isOver = false;
  /** The reason of `abort`. */
  reason: unknown;
  readonly #cancelTimer: () => void;
  #settle: readonly [resolve: (value: T) => void, reject: (reason: unknown) => void] | undefined;
  #controller: AbortController | undefined;
  #callback: ((reason: unknown) => void) | undefined;

  constructor(clock: Clock, milliseconds: number, onTime: () => void) {
    this.promise = new Promise((...settle) => (this.#settle = settle));
    this.#cancelTimer = clock.after(milliseconds, onTime);
  }

  /** Aborts when the wait is aborted. Created on first read: it costs 2 µs on Node 20. */
  get signal(): AbortSignal {
    if (this.#controller === undefined) {
      this.#controller = new AbortController();
      if (this.reason !== undefined) this.#controller.abort(this.reason);
    }
    return this.#controller.signal;
  }

  /** Calls back when `signal` would abort, without creating it. To be called once. */
  onAbort(callback: (reason: unknown) => void): void {
    if (this.reason !== undefined) callback(this.reason);
    else this.#callback = callback;
  }

  /** Settles as a promise does, unless the wait is over by then. */
  follow(work: Promise<T>): Promise<T> {
    work.then(
      (value) => this.resolve(value),
      (error: unknown) => this.#end() && this.#settle?.[1](error),
    );
    return this.promise;
  }

  resolve(value: T): void {
    if (this.#end()) this.#settle?.[0](value);
  }

  /** Rejects, and tells the work that its result is no longer wanted. */
  abort(reason: unknown = new Error('aborted')): void {
    if (!this.#end()) return;
    this.reason = reason;
    this.#settle?.[1](reason);
    this.#controller?.abort(reason);
    this.#callback?.(reason);
  }

  #end(): boolean {
    if (this.isOver) return false;
    this.isOver = true;
    this.#cancelTimer();
    return true;
  }
}

/** The part of a wait that its work is given. */
export type Cancellation = Pick<Wait<unknown>, 'isOver' | 'reason' | 'signal' | 'onAbort' | 'abort'>;

/** Settles as `work` does, or rejects on timeout, which the signal of its wait tells it. */
export function withTimeLimit<T>(
  work: (wait: Cancellation) => Promise<T>,
  { clock, ms, onTimeout }: TimeLimit,
): Promise<T> {
  const wait = new Wait<T>(clock, ms, () => wait.abort(onTimeout()));
  return wait.follow(work(wait));
}

/** Resolves after this many milliseconds. Rejects at once with the signal's reason when it aborts. */
export function pause(clock: Clock, milliseconds: number, signal?: AbortSignal): Promise<void> {
  if (signal?.aborted) return Promise.reject(signal.reason);
  const wait = new Wait<void>(clock, milliseconds, () => wait.resolve());
  return signal === undefined ? wait.promise : wait.promise.finally(onAbort(signal, () => wait.abort(signal.reason)));
}

/** Callbacks by signal, and the one listener that runs them. */
let waiting: WeakMap<AbortSignal, { readonly callbacks: Set<() => void>; readonly listener: () => void }> | undefined;

/**
 * Calls back when the signal aborts. Returns a function that cancels the call. A signal has one listener of ours, however
 * many calls share it (Node warns of a leak from the eleventh listener), and none once the last call has ended.
 */
export function onAbort(signal: AbortSignal, callback: () => void): () => void {
  waiting ??= new WeakMap();
  const { callbacks, listener } = waiting.get(signal) ?? listen(signal, waiting);
  callbacks.add(callback);
  return () => {
    if (!callbacks.delete(callback) || callbacks.size > 0) return;
    signal.removeEventListener('abort', listener);
    waiting?.delete(signal);
  };
}

function listen(signal: AbortSignal, all: NonNullable<typeof waiting>) {
  const callbacks = new Set<() => void>();
  const listener = () => {
    for (const callback of callbacks) callback();
  };
  signal.addEventListener('abort', listener);
  all.set(signal, { callbacks, listener });
  return { callbacks, listener };
}
