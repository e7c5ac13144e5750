import type { KobbleClientOptions } from '../../src/options.js';

/** Options of `checkDrift`. */
export interface DriftOptions {
  /** Options of the client that reads. Default: the `KOBBLE_*` variables. */
  readonly client?: KobbleClientOptions | undefined;
  /** Most calls in a second. Default 2: no page states the rate limit. */
  readonly callsPerSecond?: number | undefined;
  /** Most entries of a list that are then read one by one. Default 3. */
  readonly idsPerList?: number | undefined;
  /** Called before each operation. */
  readonly onProgress?: ((progress: DriftProgress) => void) | undefined;
  /** Ends the check early; it then rejects with the reason of the signal. */
  readonly signal?: AbortSignal | undefined;
}

/** How far a check is. */
export interface DriftProgress {
  readonly endpoint: string;
  /** Operations that are done. */
  readonly done: number;
  readonly total: number;
}
