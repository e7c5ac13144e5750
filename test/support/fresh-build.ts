import { execFileSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const BUILT = 'dist/src/index.js';

const newestIn = (folder: string): number =>
  Math.max(...readdirSync(folder, { recursive: true }).map((name) => statSync(join(folder, String(name))).mtimeMs));

/** Builds `dist/`, before any test, where a source is newer: tests of the package and of the examples use it. */
export default function setup(): void {
  const built = statSync(BUILT, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (Math.max(newestIn('src'), newestIn('generated')) < built) return;
  execFileSync('npm', ['run', '--silent', 'build'], { stdio: 'inherit' });
}
