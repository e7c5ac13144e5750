import type { KobbleClient } from '../client.js';
import type { KobbleClientOptions } from '../options.js';
import type { DriftFinding } from './finding.js';
import type { Observation } from './recorder.js';
import type { DriftCoverage } from './report.js';

/** Options of `checkDrift`. */
export interface DriftOptions {
  /** Creates the client that reads. It must use this `fetch`, which sends nothing but GET and the token request. */
  readonly connect: (fetch: NonNullable<KobbleClientOptions['fetch']>) => Pick<KobbleClient, 'request'>;
  /** Sends what is sent. Default: the platform's `fetch`. */
  readonly fetch?: KobbleClientOptions['fetch'];
  /** Most calls in a second. Default 2: no page states the rate limit. */
  readonly callsPerSecond?: number | undefined;
  /** Most pages of a list that pages. Default 1. */
  readonly pagesPerList?: number | undefined;
  /** Most entries of a list that are then read one by one. Default 3. */
  readonly idsPerList?: number | undefined;
  /** Time limit of the check, in milliseconds. What is not read by then is in the report as unread. Default 10 minutes. */
  readonly timeoutMs?: number | undefined;
  /** Called before each operation. */
  readonly onProgress?: ((progress: DriftProgress) => void) | undefined;
  /** Ends the check early; it then rejects with the reason of the signal. */
  readonly signal?: AbortSignal | undefined;
  /** The state of a check of the same host that was interrupted. Its operations are not read again. */
  readonly resume?: DriftState | undefined;
  /** Called after each operation with all that is needed to continue from there. */
  readonly onState?: ((state: DriftState) => void) | undefined;
}

/** Progress of a check. */
export interface DriftProgress {
  readonly endpoint: string;
  /** Operations that are done. */
  readonly done: number;
  readonly total: number;
}

/**
 * The state of a check, as plain JSON. It contains no value of a response, not even ids: lists whose entries are still to
 * be read are read again.
 */
export interface DriftState {
  /** Of the contract: a state of another one cannot be continued. */
  readonly contract: string;
  /** The operations that are done. */
  readonly operations: readonly DriftCoverage[];
  readonly findings: readonly DriftFinding[];
  readonly observations: readonly Observation[];
}
