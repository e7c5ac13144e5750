import { attemptTo } from '../hooks.js';
import type { BodyBytes } from '../http/response.js';
import { platformFetch } from '../http/platform.js';
import type { KobbleClientOptions } from '../options.js';
import { systemClock } from '../time.js';
import { deviationsOf, parseBody } from './deviations.js';
import { FindingCounter } from './finding-counter.js';
import type { DriftFinding } from './finding.js';
import { matchOperation } from './match-operation.js';
import { readMonitorOptions, type DriftMonitorOptions } from './monitor-options.js';
import { onBodyRead } from './observe-body.js';

type Fetch = NonNullable<KobbleClientOptions['fetch']>;

/** Bodies that wait for their check. Further ones are skipped, so that a burst of responses is not kept in memory. */
const MAX_WAITING = 16;

/** Differences that are counted of one response, so that a check takes no longer than some milliseconds. */
const MAX_OF_ONE = 200;

/** Holds a share of a client's responses against the contract. */
export interface DriftMonitor {
  /**
   * Returns a `fetch` for the option of this name, which monitors the client's responses. It changes neither requests nor
   * responses. Give it to the client itself: a wrapper around it must return the same response.
   *
   * @param fetch Default: the platform's.
   */
  wrap(fetch?: Fetch): Fetch;
  /** Returns what was found so far. */
  report(): DriftMonitorReport;
}

/** The findings of a monitor. They contain no value of a response. */
export interface DriftMonitorReport {
  readonly findings: readonly DriftFinding[];
  /** Number of responses that were checked. */
  readonly checked: number;
  /** Number of sampled responses that were not checked: too large, too many at once, or not of an operation: tokens, too. */
  readonly skipped: number;
  /** Number of differences that were not kept because of `maxFindings`. */
  readonly dropped: number;
}

/**
 * Creates a monitor. A sampled response is checked in a task of its own, after the client has its body: the caller does not
 * wait for it. The check reads status, headers and body, and keeps operations, places and counts, never a value.
 *
 * @example
 * const monitor = createDriftMonitor({ sampleRate: 0.05, onDrift: (finding) => log.warn(finding) });
 * const kobble = createKobbleClient({ fetch: monitor.wrap() });
 * @throws TypeError that names the first wrong option.
 */
export function createDriftMonitor(options: DriftMonitorOptions = {}): DriftMonitor {
  const { sampleRate, maxBodyBytes, maxFindings, onDrift, waitUntil } = readMonitorOptions(options);
  const counter = new FindingCounter(maxFindings);
  let checked = 0;
  let skipped = 0;
  let waiting = 0;

  const check = (method: string, url: string, response: Response, bytes: Uint8Array): void => {
    const operation = matchOperation(method, url);
    const { status, headers } = response;
    if (operation === undefined || status === 0) {
      skipped++; // 0 is a redirect in a browser
      return;
    }
    const origin = { operationId: operation.id, endpoint: operation.endpoint, status };
    checked++;
    const body = parseBody(bytes);
    for (const deviation of deviationsOf(operation.id, { status, headers, body }, MAX_OF_ONE)) {
      const finding = counter.add(origin, deviation);
      if (finding !== undefined) attemptTo(() => onDrift(finding), ignore);
    }
  };

  const checkLater = (method: string, url: string, response: Response, { bytes, isComplete }: BodyBytes): void => {
    if (!isComplete || bytes.byteLength > maxBodyBytes || waiting >= MAX_WAITING) {
      skipped++;
      return;
    }
    waiting++;
    const work = new Promise<void>((done) => {
      systemClock.after(0, () => {
        waiting--;
        attemptTo(() => check(method, url, response, bytes), ignore);
        done();
      });
    });
    attemptTo(() => waitUntil(work), ignore);
  };

  return {
    wrap: (fetch = platformFetch) => {
      return async (url, init) => {
        if (systemClock.random() >= sampleRate) return fetch(url, init);
        const response = await fetch(url, init);
        attemptTo(() => {
          onBodyRead(response, (body) => checkLater(init.method ?? 'GET', url, response, body));
        }, ignore);
        return response;
      };
    },
    report: () => ({ findings: counter.findings, checked, skipped, dropped: counter.dropped }),
  };
}

const ignore = (): void => {};
