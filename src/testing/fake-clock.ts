import { setImmediate as turn } from 'node:timers/promises';
import { systemClock, type Clock } from '../time.js';
import { checkFields, is, required } from './fields.js';

/** The time of a fake: real time, and what was added to it. Tokens expire and entities are dated by it. */
export interface FakeClock extends Clock {
  /** Returns milliseconds since 1970. They do not follow a change of the machine's clock. */
  now(): number;
  /**
   * Lets so many milliseconds pass at once: tokens expire, and what the fake waits for by then happens, such as a slow
   * response, or a message that is to be sent again.
   */
  advance(milliseconds: number): void;
}

/**
 * A clock whose waits take no time: as soon as no call goes on, the clock moves ahead to the next timer. It does not wait
 * for other work of the process, such as files and sockets.
 */
export class SkippingClock implements FakeClock {
  readonly #start = Date.now() - performance.now();
  readonly #timers = new Set<{ readonly at: number; readonly callback: () => void }>();
  readonly #waits = new Set<{ readonly at: number; readonly start: () => () => void; cancel: () => void }>();
  #ahead = 0;
  /** Number of timers that were set or cancelled: if it stands still, nothing happens. */
  #activity = 0;
  #isSkipping = false;

  readonly now = (): number => this.#start + performance.now() + this.#ahead;
  readonly wall = this.now;
  readonly random = Math.random;

  readonly advance = (milliseconds: number): void => {
    checkFields('clock', { advance: milliseconds }, { advance: required(is.time) });
    this.#jump(milliseconds);
  };

  /** The same time for waits that last as long as they say, unless the clock jumps. */
  readonly inRealTime: Clock = {
    now: this.now,
    wall: this.now,
    random: Math.random,
    after: (milliseconds, callback) => {
      const at = this.now() + milliseconds;
      const end = () => {
        this.#waits.delete(wait);
        callback();
      };
      const start = () => systemClock.after(Math.max(0, at - this.now()), end);
      const wait = { at, start, cancel: start() };
      this.#waits.add(wait);
      return () => {
        this.#waits.delete(wait);
        wait.cancel();
      };
    },
  };

  readonly after = (milliseconds: number, callback: () => void): (() => void) => {
    const timer = { at: this.now() + milliseconds, callback };
    this.#timers.add(timer);
    this.#activity++;
    if (!this.#isSkipping) void this.#skip();
    return () => {
      this.#timers.delete(timer);
      this.#activity++;
    };
  };

  #jump(milliseconds: number): void {
    this.#ahead += milliseconds;
    for (const wait of [...this.#waits].sort((a, b) => a.at - b.at)) {
      wait.cancel();
      wait.cancel = wait.start();
    }
  }

  async #skip(): Promise<void> {
    this.#isSkipping = true;
    for (;;) {
      await this.#idle();
      const [first, ...others] = this.#timers;
      if (first === undefined) break;
      const next = others.reduce((earliest, timer) => (timer.at < earliest.at ? timer : earliest), first);
      this.#jump(Math.max(0, next.at - this.now()));
      this.#timers.delete(next);
      next.callback();
    }
    this.#isSkipping = false;
  }

  /** Resolves when no timer is set or cancelled for several turns of the event loop: a call in process has ended, or waits. */
  async #idle(): Promise<void> {
    let before;
    do {
      before = this.#activity;
      for (let turns = 0; turns < 3; turns++) await turn();
    } while (before !== this.#activity);
  }
}
