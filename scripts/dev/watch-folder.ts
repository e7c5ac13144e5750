import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Milliseconds between two looks at the folder. A look at 130 files takes about one. */
const INTERVAL_MS = 100;

/**
 * Calls back with the files that were saved, added or removed, as paths from the folder, until it is stopped. Files that
 * are saved together are one call: it waits until a look finds no further change. It compares times and sizes: the recursive watch of Node 20 on Linux loses files that an editor replaces by renaming.
 */
export function watchFolder(folder: string, onChange: (files: string[]) => void): { readonly stop: () => void } {
  let known = stateOf(folder);
  const pending = new Set<string>();
  const timer = setInterval(() => {
    const now = stateOf(folder);
    const names = new Set([...known.keys(), ...now.keys()]);
    const changed = [...names].filter((name) => known.get(name) !== now.get(name));
    known = now;
    for (const name of changed) pending.add(name);
    if (changed.length > 0 || pending.size === 0) return;
    const files = [...pending].sort();
    pending.clear();
    onChange(files);
  }, INTERVAL_MS);
  return { stop: () => clearInterval(timer) };
}

function stateOf(folder: string): ReadonlyMap<string, string> {
  const names = readdirSync(folder, { recursive: true }).map(String);
  return new Map(names.filter((name) => name.endsWith('.yaml')).map((name) => [name, signatureOf(join(folder, name))]));
}

function signatureOf(file: string): string {
  const stats = statSync(file, { throwIfNoEntry: false }); // it may be gone by now
  return `${stats?.mtimeMs} ${stats?.size}`;
}
