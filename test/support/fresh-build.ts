import { execFileSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const BUILT = 'dist/src/index.js';

const newestIn = (folder: string): number =>
  Math.max(...readdirSync(folder, { recursive: true }).map((name) => statSync(join(folder, String(name))).mtimeMs));

/** Builds `dist/` if a source is newer. */
export function buildWhereStale(): void {
  const built = statSync(BUILT, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (Math.max(newestIn('src'), newestIn('generated')) < built) return;
  execFileSync('npm', ['run', '--silent', 'build'], { stdio: 'inherit' });
}
