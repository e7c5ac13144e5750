import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

const BUILT = 'dist/types/src/index.d.ts';
const LOCK = 'node_modules/.kobble-build';
const LOCKED_AT_MOST_MS = 60_000;

/** Returns the time of the newest change to a file or to a folder's files; 0 if there is none. */
export function newestChange(path: string): number {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return 0;
  if (!found.isDirectory()) return found.mtimeMs;
  return Math.max(
    0,
    ...readdirSync(path, { recursive: true }).map((name) => statSync(join(path, String(name))).mtimeMs),
  );
}

/** Builds `dist/` if a source is newer. */
export function buildIfStale(): void {
  const sources = ['src', 'generated', 'scripts/build.ts', 'package.json', 'tsconfig.json'];
  if (Math.max(...sources.map(newestChange)) < newestChange(BUILT)) return;
  execFileSync('npm', ['run', '--silent', 'build'], { stdio: 'inherit' });
}

/** Runs work while no other process of the tests does: they share `dist/`. */
export function alone<T>(work: () => T): T {
  while (!locked()) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
  try {
    return work();
  } finally {
    rmSync(LOCK, { recursive: true, force: true });
  }
}

function locked(): boolean {
  const since = statSync(LOCK, { throwIfNoEntry: false })?.mtimeMs;
  if (since !== undefined && since < Date.now() - LOCKED_AT_MOST_MS) rmSync(LOCK, { recursive: true, force: true });
  try {
    mkdirSync(LOCK);
    return true;
  } catch {
    return false;
  }
}
