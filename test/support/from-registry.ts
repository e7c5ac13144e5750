import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { installedPackage, root } from './package.js';

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

/** Does the same, and puts this package beside them: a copy, as programs do not transform what lies outside `node_modules`. */
export function besideOwnPackage(name: string, packages: readonly string[]): string {
  const programs = fromRegistry(name, packages);
  const own = join(programs, '../kobble-client');
  rmSync(own, { recursive: true, force: true });
  cpSync(installedPackage().folder, own, { recursive: true });
  return programs;
}
