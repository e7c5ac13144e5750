import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import type { DriftState } from '../drift/index.js';
import { UsageError } from './command.js';

/** The file in which a check keeps what is done. */
export interface StateFile {
  /** Returns the state of a check that was interrupted, if there is one. */
  readonly read: () => DriftState | undefined;
  readonly write: (state: DriftState) => void;
  readonly remove: () => void;
}

/** Returns the state file at a path. It is replaced as a whole, so that a stop leaves the old one or the new one. */
export function stateFile(path: string): StateFile {
  return {
    read: () => (existsSync(path) ? parse(readFileSync(path, 'utf8')) : undefined),
    write: (state) => {
      writeFileSync(`${path}.new`, JSON.stringify(state));
      renameSync(`${path}.new`, path);
    },
    remove: () => rmSync(path, { force: true }),
  };
}

function parse(text: string): DriftState {
  try {
    const state = JSON.parse(text) as Partial<DriftState>;
    const { operations, findings, observations } = state;
    if ([operations, findings, observations].every(Array.isArray)) return state as DriftState; // its host is checked later
  } catch {
    // not JSON
  }
  throw new UsageError('--state is not a file of a drift check');
}
