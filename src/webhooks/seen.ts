/**
 * Where the ids of messages that were handed over are kept: the `get/set` of a Keyv. Anything but `undefined`, `null` and
 * `false` from `get` means that the message was seen.
 */
export interface SeenStore {
  get(key: string): unknown;
  /** Keeps the value for so many milliseconds (for ever where undefined). */
  set(key: string, value: boolean, ttlMs?: number): unknown;
}

const MAX_KEPT = 50_000;

/** The default {@link SeenStore}: the last 50 000 ids, in this process only. */
export class MemorySeenStore implements SeenStore {
  readonly #now: () => number;
  /** Id to the time it may be forgotten, the oldest first. */
  readonly #kept = new Map<string, number>();

  constructor(now: () => number) {
    this.#now = now;
  }

  get(key: string): boolean {
    const until = this.#kept.get(key);
    return until !== undefined && until > this.#now();
  }

  set(key: string, _value: boolean, ttlMs = Number.POSITIVE_INFINITY): void {
    const now = this.#now();
    for (const [oldest, until] of this.#kept) {
      if (until > now && this.#kept.size < MAX_KEPT) break;
      this.#kept.delete(oldest);
    }
    this.#kept.set(key, now + ttlMs);
  }
}
