// Time that tests control: fake timers for all that a client reads, and a clock to hand to a class.
import { vi } from 'vitest';
import type { Clock } from '../../src/time.js';

/** A promise and the function that resolves it. */
export interface Deferred<T> {
  readonly promise: Promise<T>;
  readonly resolve: (value: T) => void;
}

export function deferred<T>(): Deferred<T> {
  let settle: (value: T) => void = () => {};
  const promise = new Promise<T>((resolve) => {
    settle = resolve;
  });
  return { promise, resolve: settle };
}

/** Waits until everything that only waits for the event loop has run, bodies of responses too. */
export async function idle(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve));
}

/**
 * Replaces the timers and clocks that the client reads by fake ones, which stand still until they are moved. Returns what
 * brings the real ones back, which `beforeEach(holdTime)` calls: the next test file runs in the same process.
 */
export function holdTime(): () => void {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance', 'Date'] });
  return () => void vi.useRealTimers();
}

/** Moves from timer to timer until the promise settles. Call `holdTime` first. */
export async function letTimePass<T>(promise: Promise<T>): Promise<T> {
  const state = { settled: false };
  const settle = () => {
    state.settled = true;
  };
  promise.then(settle, settle);
  for (let timers = 0; timers < 1_000; timers++) {
    await idle();
    if (state.settled) return promise;
    await vi.advanceTimersToNextTimerAsync();
  }
  throw new Error('The promise did not settle within a thousand timers.');
}

/** A clock that stands still until a test moves it. */
export class ManualClock implements Clock {
  time = 1_000;
  wallTime = Date.UTC(2026, 0, 1);
  #timers: { readonly at: number; readonly callback: () => void }[] = [];

  now(): number {
    return this.time;
  }

  wall(): number {
    return this.wallTime;
  }

  random(): number {
    return 0.5;
  }

  after(milliseconds: number, callback: () => void): () => void {
    const timer = { at: this.time + milliseconds, callback };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer);
    };
  }

  /** How many timers are set. */
  get pending(): number {
    return this.#timers.length;
  }

  /** Moves both clocks forward and calls the timers that are due. */
  async advance(milliseconds: number): Promise<void> {
    this.time += milliseconds;
    this.wallTime += milliseconds;
    const due = this.#timers.filter(({ at }) => at <= this.time);
    this.#timers = this.#timers.filter(({ at }) => at > this.time);
    for (const { callback } of due) callback();
    await idle();
  }
}

/** Counts milliseconds of computing, which other processes on the machine do not add to. */
export function stopwatch(): () => number {
  const started = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(started);
    return (user + system) / 1_000;
  };
}
