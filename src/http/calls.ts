import { isKobbleError, type Outcome } from '../errors/kobble-error.js';
import type { Call } from './call.js';
import type { Observer } from './observer.js';

/** The calls of a client in progress. Each is reported to the hooks when it starts and ends. */
export class Calls {
  readonly #observer: Observer;
  readonly #inProgress = new Set<Call>();

  constructor(observer: Observer) {
    this.#observer = observer;
  }

  /** Starts a call. */
  start(call: Call, url: string): void {
    this.#inProgress.add(call);
    this.#observer.start(call, url);
  }

  /** Ends a call, if it has started. */
  end(call: Call, outcome: Outcome | 'ok', error?: unknown): void {
    if (!this.#inProgress.delete(call)) return;
    this.#observer.end(call, outcome, error);
  }

  /** Ends a call by what it threw, and returns that. */
  fail(call: Call, thrown: unknown): unknown {
    const outcome = isKobbleError(thrown) ? thrown.outcome : call.attempts === 0 ? 'not-sent' : 'unknown';
    this.end(call, outcome, thrown);
    return thrown;
  }
}
