import { ConfigError, type Outcome } from '../errors/kobble-error.js';
import type { Clock } from '../time.js';
import type { Call } from './call.js';
import type { Observer } from './observer.js';

/** The calls of a client in progress. Each is reported to the hooks when it starts and ends, until the client is closed. */
export class Calls {
  readonly #observer: Observer;
  readonly #clock: Clock;
  readonly #inProgress = new Set<Call>();
  #isClosed = false;
  /** Called when no call is in progress any more. */
  #onIdle: (() => void)[] = [];

  constructor(observer: Observer, clock: Clock) {
    this.#observer = observer;
    this.#clock = clock;
  }

  /** Starts a call, or refuses it if the client is closed. */
  start(call: Call, url: string): void {
    if (this.#isClosed) throw closedError();
    this.#inProgress.add(call);
    this.#observer.start(call, url);
  }

  /** Ends a call, if it has started, by its outcome or by what it threw. */
  end(call: Call, outcome: Outcome | 'ok' | undefined, error?: unknown): void {
    if (!this.#inProgress.delete(call)) return;
    this.#observer.end(call, outcome, error);
    if (this.#inProgress.size > 0) return;
    for (const resolve of this.#onIdle) resolve();
    this.#onIdle = [];
  }

  /** Refuses new calls, and waits until none is in progress. Aborts those that are left after this many milliseconds. */
  async close(timeoutMs: number | undefined): Promise<void> {
    this.#isClosed = true;
    if (this.#inProgress.size === 0) return;
    const cancelTimer = timeoutMs === undefined ? () => {} : this.#clock.after(timeoutMs, () => this.#abort());
    await new Promise<void>((resolve) => this.#onIdle.push(resolve));
    cancelTimer();
  }

  #abort(): void {
    for (const call of this.#inProgress) {
      call.signal = AbortSignal.abort(closedError());
      call.interrupt?.();
    }
  }
}

const closedError = (): ConfigError => new ConfigError('client_closed', 'the client is closed');
