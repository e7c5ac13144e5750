import { isObject } from '../../src/checks.js';
import { KobbleClient } from '../../src/client.js';
import { readConfig } from '../../src/config.js';
import { listOperations } from '../../src/contract/operations.js';
import { isKobbleError } from '../../src/errors/kobble-error.js';
import { pause, systemClock } from '../../src/time.js';
import type { Deviation, DriftFinding } from './finding.js';
import type { DriftCoverage, DriftReport } from './report.js';
import { NOT_JSON, readOnlyFetch, type ReadOnlyFetch } from './read-only-fetch.js';
import type { DriftOptions } from './options.js';
import { loadValidator, type ReceivedResponse, type Validator } from './validator.js';

/**
 * Reads every GET operation of the contract through a client, lists first, then single entries by the ids found there,
 * and holds status, headers and body of each response against the contract. It sends nothing but GET and the token
 * request. Only the first page of a list is read.
 *
 * @example
 * const { findings } = await checkDrift({ client: { environment: 'staging' } });
 * @throws TypeError for a wrong option of the client. Error if `@stoplight/prism-cli` is not installed.
 */
export async function checkDrift(options: DriftOptions = {}): Promise<DriftReport> {
  return new DriftWalk(options, await loadValidator()).walk();
}

/** An operation that is read. No other verb has a place here. */
interface ReadOperation {
  readonly id: string;
  readonly path: string;
}

class DriftWalk {
  readonly #options: DriftOptions;
  readonly #validator: Validator;
  readonly #client: KobbleClient;
  readonly #reader: ReadOnlyFetch;
  readonly #ids = new Map<string, readonly string[]>();
  readonly #findings = new Map<string, DriftFinding>();

  constructor(options: DriftOptions, validator: Validator) {
    const { fetch, credentials } = readConfig(options.client ?? {});
    this.#options = options;
    this.#validator = validator;
    this.#reader = readOnlyFetch(fetch, credentials?.tokenUrl);
    this.#client = new KobbleClient({ ...options.client, fetch: this.#reader.fetch });
  }

  async walk(): Promise<DriftReport> {
    const operations: DriftCoverage[] = [];
    const all = readOperations();
    for (const [done, operation] of all.entries()) {
      this.#options.onProgress?.({ endpoint: `GET ${operation.path}`, done, total: all.length });
      operations.push(await this.#read(operation));
    }
    return { findings: [...this.#findings.values()], operations };
  }

  async #read({ id, path }: ReadOperation): Promise<DriftCoverage> {
    const [, list = '', name] = /^(.*)\/\{(\w+)\}$/.exec(path) ?? [];
    const inputs = name === undefined ? [{}] : (this.#ids.get(list) ?? []).map((value) => ({ [name]: value }));
    const responses: Record<string, number> = {};
    let unread = inputs.length === 0 ? 'no id is known: its list is empty' : undefined;
    for (const values of inputs) {
      const response = await this.#get(path, values);
      if (typeof response === 'string') {
        unread = response;
        continue;
      }
      responses[response.status] = (responses[response.status] ?? 0) + 1;
      for (const deviation of this.#deviationsOf(path, response)) this.#count(id, path, deviation);
      if (name === undefined) this.#ids.set(path, idsIn(response.body).slice(0, this.#options.idsPerList ?? 3));
    }
    return { operationId: id, endpoint: `GET ${path}`, responses, ...(unread !== undefined && { unread }) };
  }

  /** Returns the response, whatever the client makes of it; without one, the code of the error. */
  async #get(path: string, values: Readonly<Record<string, string>>): Promise<ReceivedResponse | string> {
    const { signal, callsPerSecond = 2 } = this.#options;
    const next = systemClock.now() + 1000 / callsPerSecond;
    try {
      await this.#client.request('GET', path, { path: values, signal });
    } catch (error) {
      signal?.throwIfAborted();
      const response = this.#reader.take();
      if (response === undefined) return isKobbleError(error) ? error.code : 'error';
      return response;
    } finally {
      await pause(systemClock, Math.max(0, next - systemClock.now()), { signal });
    }
    return this.#reader.take() ?? 'no response';
  }

  #deviationsOf(path: string, response: ReceivedResponse): readonly Deviation[] {
    if (response.body !== NOT_JSON) return this.#validator.check('GET', path, response);
    const others = this.#validator.check('GET', path, { ...response, body: undefined });
    const seen = others.filter(({ part }) => part !== 'body');
    if (response.status >= 300 || seen.some(({ kind }) => kind === 'status')) return seen;
    return [...seen, { kind: 'json', part: 'body', pointer: '', expected: 'JSON' }];
  }

  #count(operationId: string, path: string, deviation: Deviation): void {
    const key = JSON.stringify([operationId, deviation]);
    const count = (this.#findings.get(key)?.count ?? 0) + 1;
    this.#findings.set(key, { operationId, endpoint: `GET ${path}`, ...deviation, count });
  }
}

/** Returns the operations that read, those without placeholders first. */
function readOperations(): ReadOperation[] {
  const all = listOperations().flatMap(({ id, method, path }) =>
    method === 'GET' && id !== undefined ? [{ id, path }] : [],
  );
  return all.toSorted((one, other) => Number(one.path.includes('{')) - Number(other.path.includes('{')));
}

function idsIn(body: unknown): string[] {
  if (!Array.isArray(body)) return [];
  return body.flatMap((entry: unknown) => {
    const id = isObject(entry) ? entry['id'] : undefined;
    return typeof id === 'string' && id !== '' ? [id] : [];
  });
}
