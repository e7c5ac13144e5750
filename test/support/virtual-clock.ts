// A clock on which hours pass in moments: it moves from timer to timer, after all work in between has been done.
import type { Clock } from '../../src/time.js';

interface Timer {
  readonly at: number;
  readonly id: number;
  readonly callback: () => void;
}

export class VirtualClock implements Clock {
  #now = 0;
  #seed: number;
  #ids = 0;
  /** A heap, the next timer first. */
  readonly #timers: Timer[] = [];
  readonly #cancelled = new Set<number>();

  constructor(seed = 1) {
    this.#seed = seed;
  }

  now(): number {
    return this.#now;
  }

  wall(): number {
    return this.#now + 1_790_000_000_000;
  }

  random(): number {
    this.#seed = (this.#seed * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return this.#seed / 2 ** 32;
  }

  after(milliseconds: number, callback: () => void): () => void {
    const timer = { at: this.#now + Math.max(0, milliseconds), id: this.#ids++, callback };
    this.#timers.push(timer);
    for (let child = this.#timers.length - 1; child > 0;) {
      const parent = (child - 1) >> 1;
      if (!isBefore(this.#timers[child], this.#timers[parent])) break;
      this.#swap(child, parent);
      child = parent;
    }
    return () => void this.#cancelled.add(timer.id);
  }

  /** Resolves after this many milliseconds of this clock. */
  sleep(milliseconds: number): Promise<void> {
    return new Promise((resolve) => this.after(milliseconds, resolve));
  }

  /** Lets time pass until the work has settled. */
  async run(work: Promise<unknown>): Promise<void> {
    const state = { isDone: false };
    const done = () => void (state.isDone = true);
    work.then(done, done);
    await turn();
    while (!state.isDone) {
      const next = this.#take();
      if (next === undefined) throw new Error('Nothing is left to wait for.');
      if (this.#cancelled.delete(next.id)) continue;
      if (next.at > this.#now) this.#now = next.at;
      next.callback();
      await turn();
    }
  }

  #take(): Timer | undefined {
    const [first] = this.#timers;
    const last = this.#timers.pop();
    if (last === undefined || this.#timers.length === 0) return first;
    this.#timers[0] = last;
    for (let parent = 0; ;) {
      const left = 2 * parent + 1;
      const child = isBefore(this.#timers[left + 1], this.#timers[left]) ? left + 1 : left;
      if (!isBefore(this.#timers[child], this.#timers[parent])) return first;
      this.#swap(parent, child);
      parent = child;
    }
  }

  #swap(a: number, b: number): void {
    const [one, other] = [this.#timers[a], this.#timers[b]];
    if (one !== undefined && other !== undefined) [this.#timers[a], this.#timers[b]] = [other, one];
  }
}

const isBefore = (one: Timer | undefined, other: Timer | undefined): boolean =>
  one !== undefined && other !== undefined && (one.at < other.at || (one.at === other.at && one.id < other.id));

/** Resolves once all promises that can settle have settled. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
