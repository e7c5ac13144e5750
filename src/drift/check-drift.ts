import { checkPositive, optionError } from '../checks.js';
import type { KobbleClient } from '../client.js';
import { contractFingerprint } from '../contract/responses.js';
import { isKobbleError } from '../errors/kobble-error.js';
import { platformFetch } from '../http/platform.js';
import { pause, systemClock } from '../time.js';
import { deviationsOf, type ReceivedResponse } from './deviations.js';
import { FindingCounter } from './finding-counter.js';
import type { DriftOptions, DriftState } from './options.js';
import { idsIn, nextPage, readOperations, type ReadInput, type ReadOperation } from './read-plan.js';
import { readOnlyFetch, type ReadOnlyFetch } from './read-only-fetch.js';
import { Recorder } from './recorder.js';
import type { DriftCoverage, DriftReport } from './report.js';

/** Differences that are counted of one response: one that is full of them says no more, and takes minutes. */
const MAX_OF_ONE = 1_000;
const TIMEOUT_MS = 600_000;
const TIME_IS_OVER = 'the time of the check is over';

/**
 * Reads every GET operation of the contract through a client, lists first, then single entries by the ids found there,
 * and holds status, headers and body of each response against the contract. It sends nothing but GET and the token
 * request.
 *
 * @example
 * const { findings } = await checkDrift({
 *   connect: (fetch) => createKobbleClient({ environment: 'staging', fetch }),
 * });
 * @throws TypeError for a state of another contract, and what `connect` throws.
 */
export async function checkDrift(options: DriftOptions): Promise<DriftReport> {
  return new DriftWalk(options).walk();
}

class DriftWalk {
  readonly #options: DriftOptions;
  readonly #client: Pick<KobbleClient, 'request'>;
  readonly #reader: ReadOnlyFetch;
  readonly #counter: FindingCounter;
  readonly #recorder: Recorder;
  readonly #done: Map<string, DriftCoverage>;
  /** Aborts at the end of the time, and with the signal of the caller. */
  readonly #ending = new AbortController();
  readonly #ids = new Map<string, string[]>();

  constructor(options: DriftOptions) {
    const { resume, fetch = platformFetch } = options;
    if (resume !== undefined && resume.contract !== contractFingerprint) {
      throw optionError('resume', 'is the state of another contract');
    }
    // A rate that is no number would be none: every call at once.
    for (const name of ['callsPerSecond', 'pagesPerList', 'idsPerList', 'timeoutMs'] as const) {
      if (options[name] !== undefined) checkPositive(name, options[name]);
    }
    this.#options = options;
    this.#reader = readOnlyFetch(fetch);
    this.#client = options.connect(this.#reader.fetch);
    this.#counter = new FindingCounter(Number.POSITIVE_INFINITY, resume?.findings);
    this.#recorder = new Recorder(resume?.observations);
    this.#done = new Map(resume?.operations.map((coverage) => [coverage.operationId, coverage]));
  }

  async walk(): Promise<DriftReport> {
    const { signal, timeoutMs = TIMEOUT_MS } = this.#options;
    const end = (): void => this.#ending.abort();
    const stopTimer = systemClock.after(timeoutMs, end);
    signal?.addEventListener('abort', end);
    try {
      return await this.#readAll();
    } finally {
      stopTimer();
      signal?.removeEventListener('abort', end);
    }
  }

  async #readAll(): Promise<DriftReport> {
    const all = readOperations();
    for (const [done, operation] of all.entries()) {
      this.#options.signal?.throwIfAborted();
      if (this.#isOver()) break;
      if (this.#done.has(operation.id) && !this.#needsIds(operation, all)) continue;
      this.#options.onProgress?.({ endpoint: operation.endpoint, done, total: all.length });
      const coverage = await this.#read(operation);
      if (this.#isOver()) continue; // it is not done
      this.#done.set(operation.id, this.#done.get(operation.id) ?? coverage);
      this.#options.onState?.(this.#state());
    }
    const { findings, observations } = this.#state();
    const operations = all.map(
      ({ id: operationId, endpoint }) =>
        this.#done.get(operationId) ?? { operationId, endpoint, responses: {}, unread: TIME_IS_OVER },
    );
    return { operations, findings, observations };
  }

  #isOver(): boolean {
    return this.#ending.signal.aborted;
  }

  #state(): DriftState {
    const { findings } = this.#counter;
    const { observations } = this.#recorder;
    return {
      contract: contractFingerprint,
      operations: [...this.#done.values()],
      findings,
      observations,
    };
  }

  /** Returns true if single entries of a list are still to be read. */
  #needsIds({ path }: ReadOperation, all: readonly ReadOperation[]): boolean {
    return all.some((other) => other.path.startsWith(`${path}/{`) && !this.#done.has(other.id));
  }

  /** Reads an operation. If it is done, only ids are taken from it. */
  async #read(operation: ReadOperation): Promise<DriftCoverage> {
    const { id, endpoint, path } = operation;
    const [, list = '', name] = /^(.*)\/\{(\w+)\}$/.exec(path) ?? [];
    const inputs: ReadInput[] =
      name === undefined ? [{}] : this.#idsOf(list).map((value) => ({ path: { [name]: value } }));
    const responses: Record<string, number> = {};
    let unread = inputs.length === 0 ? 'no id is known: its list is empty' : undefined;
    for (const [page, input] of inputs.entries()) {
      const response = await this.#get(path, input);
      if (typeof response === 'string') {
        unread = response;
        continue;
      }
      responses[response.status] = (responses[response.status] ?? 0) + 1;
      if (!this.#done.has(id)) this.#check(operation, response);
      if (name !== undefined) continue;
      this.#ids.set(path, [...(this.#ids.get(path) ?? []), ...idsIn(response.body)]);
      if (page + 1 < (this.#options.pagesPerList ?? 1)) inputs.push(...nextPage(id, response, input));
    }
    return { operationId: id, endpoint, responses, ...(unread !== undefined && { unread }) };
  }

  #idsOf(list: string): readonly string[] {
    return [...new Set(this.#ids.get(list))].slice(0, this.#options.idsPerList ?? 3);
  }

  /** Returns the response, whatever the client makes of it; without one, the code of the error. */
  async #get(path: string, input: ReadInput): Promise<ReceivedResponse | string> {
    const { callsPerSecond = 2 } = this.#options;
    const { signal } = this.#ending;
    if (signal.aborted) return TIME_IS_OVER;
    const next = systemClock.now() + 1000 / callsPerSecond;
    try {
      await this.#client.request('GET', path, { ...input, signal });
    } catch (error) {
      this.#options.signal?.throwIfAborted();
      const response = this.#reader.take();
      if (response === undefined) return isKobbleError(error) ? error.code : 'error';
      return response;
    } finally {
      await pause(systemClock, Math.max(0, next - systemClock.now()), signal).catch(() => {});
    }
    return this.#reader.take() ?? 'no response';
  }

  #check({ id, endpoint }: ReadOperation, response: ReceivedResponse): void {
    const deviations = deviationsOf(id, response, MAX_OF_ONE);
    const origin = { operationId: id, endpoint, status: response.status };
    for (const deviation of deviations) this.#counter.add(origin, deviation);
    this.#recorder.record(id, response, deviations);
  }
}
