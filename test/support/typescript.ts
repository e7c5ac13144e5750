import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './package.js';

/** The floor, the version in use here, and the newest of each later major version. */
export const COMPILERS = ['5.4.5', '5.9.3', '6.0.3', '7.0.2'] as const;

/** Returns the path of a version's `tsc`, which is installed from the registry once. */
export function compiler(version: (typeof COMPILERS)[number]): string {
  if (version === '5.9.3') return join(root, 'node_modules/.bin/tsc');
  const folder = join(root, 'node_modules/.cache/typescript', version);
  const tsc = join(folder, 'node_modules/.bin/tsc');
  if (!existsSync(tsc)) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{ "private": true }');
    const args = ['install', '--prefer-offline', '--no-audit', '--no-fund', '--no-save', `typescript@${version}`];
    execFileSync('npm', args, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  }
  return tsc;
}
