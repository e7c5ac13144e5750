import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

/** Milliseconds between two looks. A look at 900 files takes about five. */
const INTERVAL_MS = 100;

/** Files by their paths from the root, each with what tells a save: its time and size. */
type State = ReadonlyMap<string, string>;

/** Tells the files that count, by their paths from the root. */
type IsWatched = (file: string) => boolean;

/**
 * Yields the files that were saved, added or removed since the call, as paths from the root, until it is aborted. Files
 * that are saved together, or before the next is asked for, are yielded together: it waits until two looks see the same.
 * While one of the folders is missing, as in a change of branch, it waits. It compares times and sizes: the recursive
 * watch of Node 20 on Linux loses files that an editor replaces by renaming.
 */
export const watchFiles = (
  root: string,
  folders: readonly string[],
  isWatched: IsWatched,
  signal: AbortSignal,
): AsyncGenerator<string[]> => {
  const look = (): State | undefined => stateOf(root, folders, isWatched);
  return changesSince(look() ?? new Map(), look, signal);
};

async function* changesSince(start: State, look: () => State | undefined, signal: AbortSignal) {
  let reported = start;
  let last: State | undefined = start;
  for (;;) {
    await setTimeout(INTERVAL_MS, undefined, { signal });
    const now = look();
    const isStill = now !== undefined && last !== undefined && changes(last, now).length === 0;
    last = now;
    const files = isStill ? changes(reported, now) : [];
    if (files.length === 0 || now === undefined) continue;
    reported = now;
    yield files;
  }
}

function changes(before: State, after: State): string[] {
  const names = new Set([...before.keys(), ...after.keys()]);
  return [...names].filter((name) => before.get(name) !== after.get(name)).sort();
}

/** Returns undefined while a folder is missing. */
function stateOf(root: string, folders: readonly string[], isWatched: IsWatched): State | undefined {
  try {
    const files = folders.flatMap((folder) => [...filesIn(root, folder)]).filter(isWatched);
    return new Map(files.map((file) => [file, signatureOf(join(root, file))]));
  } catch {
    return undefined; // a folder came or went during the look
  }
}

function* filesIn(root: string, folder: string): Generator<string> {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const name = `${folder}/${entry.name}`;
    if (!entry.isDirectory()) yield name;
    else if (entry.name !== 'node_modules') yield* filesIn(root, name);
  }
}

function signatureOf(file: string): string {
  const stats = statSync(file, { throwIfNoEntry: false }); // it may be gone by now
  return `${stats?.mtimeMs} ${stats?.size}`;
}
