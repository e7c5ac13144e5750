import { storeTimeout } from '../auth/store.js';
import { PREFIX } from '../checks.js';
import { reasonOf, safeCause } from '../errors/foreign.js';
import type { KeyValueStore } from '../options.js';
import { systemClock, withTimeLimit } from '../time.js';
import type { WebhookLogger } from './log.js';
import { WebhookError } from './webhook-error.js';

/**
 * Store of the ids of messages that were handed over: the `get` and `set` of a Keyv. Any value of `get` but `undefined`,
 * `null` and `false` means that the message was seen.
 */
export interface SeenStore extends KeyValueStore<boolean, unknown> {
  /**
   * Locks a key. Resolves to the function that unlocks it, or at once to `undefined` if another process holds the lock: the
   * handler then answers 503, and SNS delivers again. A lock must end by itself, should its process die. Default: none, and
   * two processes can be handed the same message at once.
   */
  tryLock?(key: string): Promise<(() => unknown) | undefined>;
}

/** SNS waits 15 s for the answer. */
const LIMIT_MS = 14_000;
const STORE_MS = 1_000;

interface OnceOptions {
  readonly store: SeenStore | undefined;
  /** Beginning of each key. */
  readonly prefix: string;
  /** Time after which a message would be refused as too old anyway. */
  readonly ttlMs: number;
  readonly logger: WebhookLogger;
}

/** Hands each message over once, as far as this process and its store know. */
export class Once {
  readonly #options: OnceOptions;
  readonly #memory = new MemorySeenStore();
  readonly #ttlMs: number | undefined;
  readonly #underway = new Map<string, Promise<void>>();

  constructor(options: OnceOptions) {
    this.#options = options;
    this.#ttlMs = Number.isFinite(options.ttlMs) ? options.ttlMs : undefined;
  }

  /**
   * Runs `work` unless it has been done for this id. While it is being done, waits and settles as it does. The id is kept
   * once the result of `work` has resolved, so that a failure is tried again; after 14 s it counts as a failure, but is
   * still kept if it resolves later. Rejects, with nothing done, if the store does not answer in 1 s, or says that another
   * process is at it.
   */
  run(messageId: string, work: () => unknown): Promise<void> {
    const underway = this.#underway.get(messageId);
    if (underway !== undefined) return underway;
    const running = this.#run(messageId, work).finally(() => this.#underway.delete(messageId));
    this.#underway.set(messageId, running);
    return running;
  }

  async #run(messageId: string, work: () => unknown): Promise<void> {
    const key = this.#options.prefix + messageId;
    if (this.#memory.get(key)) return;
    const onTimeout = () => new WebhookError('callback_timeout');
    await withTimeLimit(() => this.#runLocked(key, work), { clock: systemClock, ms: LIMIT_MS, onTimeout });
  }

  /** Keeps the lock until the work has ended, also after the time limit. */
  async #runLocked(key: string, work: () => unknown): Promise<void> {
    const unlock = await this.#lock(key);
    try {
      if (await this.#isStored(key)) return;
      await attempt(work);
      await this.#keep(key);
    } finally {
      await answerOf(unlock).catch(() => {}); // it ends by itself
    }
  }

  async #lock(key: string): Promise<() => unknown> {
    const { store } = this.#options;
    if (!store?.tryLock) return () => {};
    const locking = (async () => store.tryLock?.(key))();
    const unlock = await this.#ask(() => locking).catch((error: unknown) => {
      locking.then((late) => late?.()).catch(() => {});
      throw error;
    });
    if (typeof unlock !== 'function') throw notLocked(unlock);
    return unlock;
  }

  async #isStored(key: string): Promise<boolean> {
    const stored = await this.#ask(() => this.#options.store?.get(key));
    return stored !== undefined && stored !== null && stored !== false;
  }

  async #ask<T>(ask: () => Promise<T> | T): Promise<T> {
    try {
      return await answerOf(ask);
    } catch (error) {
      throw new WebhookError('seen_store_unavailable', reasonOf(error));
    }
  }

  async #keep(key: string): Promise<void> {
    this.#memory.set(key);
    try {
      await answerOf(() => this.#options.store?.set(key, true, this.#ttlMs));
    } catch (error) {
      // The event has been handed over: a 5xx would repeat it.
      const message = 'the seen store failed, so another process may hand over a repeat';
      this.#options.logger.warn(`${PREFIX}${message}: ${reasonOf(error)}`);
    }
  }
}

/** Returns the reason for what is no lock. It is not typed here: callers may write JavaScript, where a lock may be `null`. */
const notLocked = (given: unknown): WebhookError =>
  given
    ? new WebhookError('seen_store_unavailable', 'tryLock resolved to what is no function')
    : new WebhookError('message_underway');

/** Runs the callback. A WebhookError of its own would otherwise count as a refusal, and SNS not deliver again. */
async function attempt(work: () => unknown): Promise<void> {
  try {
    await work();
  } catch (error) {
    throw new WebhookError('callback_failed', reasonOf(error), safeCause(error));
  }
}

const answerOf = <T>(ask: () => Promise<T> | T): Promise<T> =>
  withTimeLimit(async () => ask(), {
    clock: systemClock,
    ms: STORE_MS,
    onTimeout: storeTimeout,
  });

const MAX_KEPT = 50_000;

/**
 * The default {@link SeenStore}: the last 50 000 ids, in this process only. It reads no clock: one that is set forward, and
 * back, would have ids forgotten whose messages are still accepted.
 */
export class MemorySeenStore implements SeenStore {
  /** The oldest first. */
  readonly #kept = new Set<string>();

  get(key: string): boolean {
    return this.#kept.has(key);
  }

  set(key: string): void {
    const [oldest] = this.#kept;
    if (oldest !== undefined && this.#kept.size >= MAX_KEPT) this.#kept.delete(oldest);
    this.#kept.add(key);
  }
}
