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

/** Returns the state file at a path, for one host. It is replaced as a whole, so that a stop leaves the old one or the new one. */
export function stateFile(path: string, host: string): StateFile {
  return {
    read: () => (existsSync(path) ? parse(readFileSync(path, 'utf8'), host) : undefined),
    write: (state) => {
      writeFileSync(`${path}.new`, JSON.stringify({ host, ...state }));
      renameSync(`${path}.new`, path);
    },
    remove: () => rmSync(path, { force: true }),
  };
}

function parse(text: string, host: string): DriftState {
  const state = parseJson(text);
  const { host: own, ...rest } = state ?? {};
  if (own === undefined) throw new UsageError('--state is not a file of a drift check');
  if (own !== host) throw new UsageError('--state is a file of another host');
  return rest as DriftState; // written by `write`
}

function parseJson(text: string): (Partial<DriftState> & { readonly host?: string }) | undefined {
  try {
    const state: unknown = JSON.parse(text);
    return typeof state === 'object' && state !== null ? state : undefined;
  } catch {
    return undefined;
  }
}
