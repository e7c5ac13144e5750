import { checkPositive, optionError, ownCopy } from '../checks.js';
import type { KobbleClientOptions } from '../options.js';
import type { DriftFinding } from './finding.js';

/** Options of `createDriftMonitor`. */
export interface DriftMonitorOptions {
  /** The share of responses that is checked, from 0 to 1. Default 0.01. */
  readonly sampleRate?: number | undefined;
  /**
   * Called with each finding when it is first seen; `report()` has the counts. It may throw, or return a promise that
   * rejects: nothing changes.
   */
  readonly onDrift?: ((finding: DriftFinding) => unknown) | undefined;
  /** Size of the largest body that is checked, in bytes. Default 256 KiB, whose check takes some milliseconds. */
  readonly maxBodyBytes?: number | undefined;
  /** Number of different findings that are kept. Default 500. Further ones are counted only. */
  readonly maxFindings?: number | undefined;
  /** Called with each check, on platforms that stop work once a request has ended. As the option of the client. */
  readonly waitUntil?: KobbleClientOptions['waitUntil'];
}

/** The options with their defaults. Throws a `TypeError` that names the first wrong one. */
export function readMonitorOptions(options: DriftMonitorOptions) {
  const { sampleRate = 0.01, maxBodyBytes, maxFindings, onDrift, waitUntil, ...unknown } = ownCopy(options);
  for (const name of Object.keys(unknown)) throw optionError(name, 'is not an option');
  if (!(typeof sampleRate === 'number' && sampleRate >= 0 && sampleRate <= 1)) {
    throw optionError('sampleRate', 'must be from 0 to 1');
  }
  for (const [name, callback] of Object.entries({ onDrift, waitUntil })) {
    if (callback !== undefined && typeof callback !== 'function') throw optionError(name, 'must be a function');
  }
  return {
    sampleRate,
    maxBodyBytes: checkPositive('maxBodyBytes', maxBodyBytes ?? 256 * 1024),
    maxFindings: checkPositive('maxFindings', maxFindings ?? 500),
    onDrift: onDrift ?? (() => {}),
    waitUntil: waitUntil ?? (() => {}),
  };
}
