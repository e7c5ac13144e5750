import type { Logger } from '../hooks.js';
import { MemorySeenStore, type SeenStore } from './seen.js';

/** Hands each message over once, as far as this process and its store know. */
export class Once {
  readonly #store: SeenStore | undefined;
  readonly #memory: MemorySeenStore;
  readonly #ttlMs: number | undefined;
  readonly #logger: Logger;
  readonly #underway = new Map<string, Promise<void>>();

  /** `ttlMs` is the time after which a message would be refused as too old anyway. */
  constructor(store: SeenStore | undefined, ttlMs: number, now: () => number, logger: Logger) {
    this.#store = store;
    this.#memory = new MemorySeenStore(now);
    this.#ttlMs = Number.isFinite(ttlMs) ? ttlMs : undefined;
    this.#logger = logger;
  }

  /**
   * Runs `work` unless it has been done for this id; while it is being done, waits and settles as it does. The id is kept
   * once what `work` returns has resolved, so that a failure is tried again. Rejects, with nothing done, where the store cannot be read.
   */
  run(messageId: string, work: () => unknown): Promise<void> {
    const underway = this.#underway.get(messageId);
    if (underway !== undefined) return underway;
    const running = this.#run(messageId, work).finally(() => this.#underway.delete(messageId));
    this.#underway.set(messageId, running);
    return running;
  }

  async #run(messageId: string, work: () => unknown): Promise<void> {
    const key = `kobble-client:webhook:${messageId}`;
    if (this.#memory.get(key)) return;
    const stored = await this.#store?.get(key);
    if (stored !== undefined && stored !== null && stored !== false) return;
    await work();
    this.#memory.set(key, true, this.#ttlMs);
    try {
      await this.#store?.set(key, true, this.#ttlMs);
    } catch (error) {
      // It is done all the same: to answer 5xx would have it done again.
      this.#logger.warn('kobble-client: the seen store failed; a repeat may be handed on by another process', error);
    }
  }
}
