import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const BUILT = 'dist/types/src/index.d.ts';
const LOCK = 'node_modules/.kobble-build';
const OWNER = `${LOCK}/owner`;
const WITHOUT_OWNER_MS = 10_000;

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
  if (isAbandoned()) rmSync(LOCK, { recursive: true, force: true });
  try {
    mkdirSync(LOCK);
    writeFileSync(OWNER, String(process.pid));
    return true;
  } catch {
    return false;
  }
}

/** Returns true for a lock whose process has ended without removing it. A busy machine may hold one for minutes. */
function isAbandoned(): boolean {
  try {
    process.kill(Number(readFileSync(OWNER, 'utf8')), 0);
    return false;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ESRCH') return true;
    const since = statSync(LOCK, { throwIfNoEntry: false })?.mtimeMs; // there is no owner between two system calls only
    return since !== undefined && since < Date.now() - WITHOUT_OWNER_MS;
  }
}
