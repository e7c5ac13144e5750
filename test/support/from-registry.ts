import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './package.js';

/** Installs packages that only the long form of the tests needs, once, and returns the folder of their programs. */
export function fromRegistry(name: string, packages: readonly string[]): string {
  const folder = join(root, '.cache/tests', name);
  const done = join(folder, 'installed');
  if (!existsSync(done)) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{ "private": true }');
    const args = ['install', '--prefer-offline', '--ignore-scripts', '--no-audit', '--no-fund', ...packages];
    execFileSync('npm', args, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
    writeFileSync(done, '');
  }
  return join(folder, 'node_modules/.bin');
}
